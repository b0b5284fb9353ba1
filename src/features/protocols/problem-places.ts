import { t } from '#platform/i18n/i18n.ts';
import type { Draft } from './draft.ts';
import { stepsOf } from './work-of.ts';

/** Where in a protocol a path leads, in words, and the page below the editor's where it is mended. */
interface Spot {
  what: string;
  below: string;
}

const lists: Readonly<Record<string, () => string>> = {
  roles: () => t('Roles'),
  questions: () => t('Repeated questions'),
  report: () => t('Parts of the report'),
  timing: () => t('Rules of time'),
  ingredients: () => t('Ingredients'),
  carriesOver: () => t('What carries over'),
  produces: () => t('What is produced'),
};

/** The names of fields that stand on the page about the whole, and of those of a step. */
const fields: Readonly<Record<string, () => string>> = {
  title: () => t('Title'),
  plain: () => t('What it is'),
  suits: () => t('When it suits'),
  limits: () => t('Its limits'),
  weeks: () => t('Teaching weeks'),
  terms: () => t('Terms'),
  groupSize: () => t('Size of the group'),
  startedBy: () => t('Who may start it'),
  fidelity: () => t('From the source, and chosen by the school'),
  source: () => t('Source'),
  prompt: () => t('What people are asked to do'),
  week: () => t('Week'),
  minutes: () => t('Minutes'),
  repeats: () => t('How often it comes again'),
  lasts: () => t('How long the source says it lasts'),
  for: () => t('Who it is for'),
  after: () => t('Steps that come first'),
  sections: () => t('Parts to write'),
  writing: () => t('How it is written'),
  first: () => t('Who looks first'),
  form: () => t('Form or agenda'),
  ingredient: () => t('Ingredient'),
  kind: () => t('Kind of step'),
  cycle: () => t('Cycle'),
  words: () => t('Words'),
  why: () => t('Why it matters'),
  without: () => t('What is lost without it'),
  keptBy: () => t('Who keeps it'),
  min: () => t('How many at least'),
  max: () => t('How many at most'),
  links: () => t('Links to the evidence'),
  from: () => t('Where it comes from'),
  to: () => t('Where it leads'),
};

/** What a path of a problem names: "Step “First meeting”: Week". */
export function placeWords(draft: Draft, path: string): Spot {
  const keys = path.split(/[.[\]]+/).filter(Boolean);
  const [top = '', at, ...rest] = keys;
  const named = (what: string, field: string | undefined): string =>
    field !== undefined && fields[field] ? t('{what}: {field}', { what, field: fields[field]() }) : what;
  if (top === 'stages') {
    const stage = draft.stages[Number(at)];
    if (!stage) return { what: t('Stages and steps'), below: '' };
    const step = rest[0] === 'steps' ? stage.steps[Number(rest[1])] : undefined;
    return step
      ? { what: named(t('Step “{title}”', { title: step.title }), rest[2]), below: `steps/${step.id}` }
      : { what: t('Stage “{title}”', { title: stage.title }), below: `stages/${stage.id}` };
  }
  if (top === 'membership') return { what: t('Who may be in it'), below: 'membership' };
  if (lists[top]) return { what: named(lists[top](), rest[0]), below: `lists/${top}` };
  if (top === 'again' || top === 'yearly' || top === 'evidence')
    return { what: t('What was taken over with it'), below: 'about' };
  return { what: fields[top]?.() ?? t('The protocol'), below: 'about' };
}

/** What belongs where something of another sort stands. */
const sorts: Readonly<Record<string, () => string>> = {
  string: () => t('words belong there'),
  number: () => t('a number belongs there'),
  int: () => t('a whole number belongs there'),
  boolean: () => t('true or false belongs there'),
  array: () => t('a list belongs there'),
  object: () => t('a part with entries of its own belongs there'),
};

/** A reason of the reader's, which speaks of schemas, in plain words. */
export function reasonWords(reason: string): string {
  const [, bound] = /(?:>=?|<=?)(\d+)/.exec(reason) ?? [];
  if (reason.startsWith('Too small: expected string')) return t('it is empty');
  if (reason.startsWith('Too small: expected array')) return t('there is nothing in it yet');
  if (reason.startsWith('Too small: expected number'))
    return t('{n} is the least it can be', { n: bound ?? '0' });
  if (reason.startsWith('Too big: expected array'))
    return t('it has more than {n} entries', { n: bound ?? '' });
  if (reason.startsWith('Too big')) return t('{n} is the most it can be', { n: bound ?? '' });
  if (/received undefined/.test(reason)) return t('it is missing');
  if (reason.startsWith('Unrecognized key'))
    return t('there is something in it that a protocol does not have: {keys}', {
      keys: reason.replace(/^Unrecognized keys?: /, '').replaceAll('"', ''),
    });
  const [, words] = /^Invalid (?:option|input): expected (?:one of )?("[^,]*)/.exec(reason) ?? [];
  if (words !== undefined)
    return t('one of these belongs there: {words}', {
      words: words.replaceAll('"', '').split('|').join(', '),
    });
  const [, sort] = /^Invalid input: expected (\w+)/.exec(reason) ?? [];
  if (sort !== undefined) return sorts[sort]?.() ?? t('it is not the sort of thing that stands there');
  if (reason.startsWith('is there when, and only when'))
    return t('say how it is written where the step has parts to write or asks the questions, and only there');
  return curly(reason);
}

/** Names in a reason stand in the marks that print has. */
const curly = (words: string): string => words.replace(/"([^"]*)"/g, '“$1”');

/** A reason in plain words, in which a step is named by its title. */
export function reasonIn(draft: Draft, reason: string): string {
  const [, id] = /^"([^"]*)" comes in a later week$/.exec(reason) ?? [];
  const earlier = id === undefined ? undefined : stepsOf(draft).find((step) => step.id === id);
  return earlier
    ? t('“{title}” is to come first, and stands in a later week', { title: earlier.title })
    : reasonWords(reason);
}
