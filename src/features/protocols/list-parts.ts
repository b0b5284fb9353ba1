import { t } from '#platform/i18n/i18n.ts';
import { changedSource, type Draft, freeId, ownSource } from './draft.ts';
import { forgetIngredient, forgetQuestions, forgetRole } from './change-steps.ts';
import { parts, partWords, perKinds, perWords } from './protocol-words.ts';

/**
 * The lists of a draft that are written entry by entry, each entry a small form: what their fields are, and how an
 * entry is made of what a form sent.
 */

interface ListField {
  name: string;
  label(): string;
  hint?: () => string;
  /** One line, several lines, one entry a line, a whole number or nothing, one of several. */
  sort: 'line' | 'prose' | 'lines' | 'number' | 'choice';
  options?: () => { value: string; label: string }[];
  optional?: true;
}

type Entry = { id: string } & Record<string, unknown>;

export interface ListPart {
  title(): string;
  lead(): string;
  add(): string;
  fields: readonly ListField[];
  entries(draft: Draft): readonly Entry[];
  set(draft: Draft, entries: Entry[]): void;
  /** Whether each entry names its source: then one that is changed says so. */
  sourced?: true;
  /** What follows for the rest of the draft when an entry is gone. */
  forget?(draft: Draft, id: string): void;
}

const title: ListField = { name: 'title', label: () => t('Title'), sort: 'line' };
const words: ListField = { name: 'words', label: () => t('In words'), sort: 'prose' };

/** A list of the draft under its own name. */
const under = (key: 'roles' | 'report' | 'timing' | 'ingredients' | 'carriesOver' | 'produces') => ({
  entries: (draft: Draft) => draft[key] as unknown as Entry[],
  set: (draft: Draft, entries: Entry[]) => {
    (draft as unknown as Record<string, Entry[]>)[key] = entries;
  },
});

export const listParts: Readonly<Record<string, ListPart>> = {
  roles: {
    ...under('roles'),
    title: () => t('Roles'),
    lead: () => t('Who does what in it, how many there are, and who may not hold the role.'),
    add: () => t('Add a role'),
    fields: [
      title,
      { name: 'plain', label: () => t('What they do'), sort: 'prose' },
      {
        name: 'part',
        label: () => t('How they stand in the group'),
        sort: 'choice',
        options: () => parts.map((part) => ({ value: part, label: partWords(part) })),
      },
      { name: 'min', label: () => t('How many at least'), sort: 'number' },
      {
        name: 'max',
        label: () => t('How many at most'),
        hint: () => t('Leave it empty where there may be as many as there are.'),
        sort: 'number',
        optional: true,
      },
      {
        name: 'per',
        label: () => t('Counted'),
        sort: 'choice',
        options: () => perKinds.map((per) => ({ value: per, label: perWords(per) })),
      },
      {
        name: 'notHeldBy',
        label: () => t('Who may not hold it'),
        hint: () => t('One on each line: “the line manager of anyone in the group”.'),
        sort: 'lines',
        optional: true,
      },
    ],
    sourced: true,
    forget: forgetRole,
  },
  questions: {
    entries: (draft) => draft.questions ?? [],
    set(draft, entries) {
      if (entries.length > 0) draft.questions = entries as NonNullable<Draft['questions']>;
      else {
        delete draft.questions;
        forgetQuestions(draft);
      }
    },
    title: () => t('Repeated questions'),
    lead: () => t('Asked again at every stage: one step of each asks them. A protocol may have none.'),
    add: () => t('Add a question'),
    fields: [{ ...words, label: () => t('The question') }],
  },
  report: {
    ...under('report'),
    title: () => t('Parts of the report'),
    lead: () => t('What a group writes at the end of a cycle, beside what is counted for it.'),
    add: () => t('Add a part'),
    fields: [title, { name: 'prompt', label: () => t('What to write there'), sort: 'prose' }],
  },
  timing: {
    ...under('timing'),
    title: () => t('Rules of time'),
    lead: () => t('How long, how often, how far apart, in words that people read.'),
    add: () => t('Add a rule'),
    fields: [words],
    sourced: true,
  },
  ingredients: {
    ...under('ingredients'),
    title: () => t('Ingredients'),
    lead: () => t('What must not be taken out without saying what is lost. A step can carry one.'),
    add: () => t('Add an ingredient'),
    fields: [
      title,
      { name: 'why', label: () => t('Why it matters'), sort: 'prose' },
      { name: 'without', label: () => t('What is lost without it'), sort: 'prose' },
    ],
    sourced: true,
    forget: forgetIngredient,
  },
  carriesOver: {
    ...under('carriesOver'),
    title: () => t('What carries over'),
    lead: () => t('What one meeting or cycle hands on to the next.'),
    add: () => t('Add something'),
    fields: [words],
  },
  produces: {
    ...under('produces'),
    title: () => t('What is produced'),
    lead: () => t('What is there at the end, and who keeps it.'),
    add: () => t('Add something'),
    fields: [title, { name: 'keptBy', label: () => t('Who keeps it'), sort: 'line' }],
    forget(draft, id) {
      for (const carried of draft.carriesOver) if (carried.from === id) delete carried.from;
    },
  },
};

type Sent = Readonly<Record<string, unknown>>;

/** An entry with what was sent written over it; what the form does not show stays as it was. */
export function writtenEntry(list: ListPart, sent: Sent, before: Entry, school: string): Entry {
  const entry = { ...before, ...sent };
  const changed = Object.keys(sent).some(
    (name) => JSON.stringify(sent[name]) !== JSON.stringify(before[name]),
  );
  if (!list.sourced || !changed) return entry;
  // A rule of time that a program can count is the source's own; other words are another rule.
  const { rule: _counted, ...rest } = entry;
  return { ...rest, source: changedSource(before.source as Draft['source'], school) };
}

/** A new entry, with an id that none of the list has. */
export function newEntry(name: string, list: ListPart, sent: Sent, draft: Draft, school: string): Entry {
  const taken = list.entries(draft).map(({ id }) => id);
  return {
    id: freeId(String(sent.title ?? sent.words ?? ''), taken, 'part'),
    ...sent,
    ...(list.sourced && { source: ownSource(school) }),
    ...(name === 'ingredients' && { links: [] }),
  };
}
