import { isCalendarDate } from '#platform/calendar/dates.ts';
import { isTime } from '#platform/calendar/local-time.ts';
import { isId } from '#platform/db/ids.ts';
import { Refused } from '#platform/errors.ts';
import { tooLongBy } from '#platform/http/input.ts';
import { t } from '#platform/i18n/i18n.ts';
import { dayHasPassed, whyNotPlanned } from '#features/observations/index.ts';
import type { Party } from './agreement.ts';
import type { Answer, Answers, Focus, PlannedDate, Preparation } from './answers.ts';
import { shownParts, type FormPart } from './form-parts.ts';

/** What a form sent: name → text, or texts. */
export type Sent = Readonly<Record<string, unknown>>;

/** What the answers are read against. */
export interface Surroundings {
  partners: readonly Party[];
  /** Those offered now, and those the text names already. */
  priorities: readonly { id: string; title: string }[];
  /** The school's day: what is planned lies ahead of it. */
  today: string;
  /** The days of observations that the text holds already; they stay, also once they have passed. */
  kept: readonly PlannedDate[];
  /** The days of the review that stand already; they stay too. */
  keptReview: readonly (string | null | undefined)[];
  /** Makes the id of a planned observation or a preparation of one's own. */
  newId: () => string;
}

const mostLetters = 10_000;

const textOf = (value: unknown): string =>
  (Array.isArray(value) ? String(value.at(-1) ?? '') : typeof value === 'string' ? value : '')
    .replace(/\r\n?/g, '\n')
    .trim();
const listOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.map(String) : typeof value === 'string' && value !== '' ? [value] : [];

/**
 * The answers as the form sent them. What is missing is no error: an agreement is written over days.
 * Throws `Refused`, naming each field that cannot be understood.
 */
export function readAnswers(form: readonly FormPart[], sent: Sent, around: Surroundings): Answers {
  const errors: Record<string, string> = {};
  const answers: Record<string, Answer> = {};
  for (const part of shownParts(form)) {
    const name = `part-${part.id}`;
    const words = textOf(sent[name]);
    if (words.length > mostLetters) errors[name] = tooLongBy(mostLetters, words);
    answers[part.id] = { words, ...piecesOf(part, sent, around, errors) };
  }
  if (Object.keys(errors).length > 0) throw new Refused(errors);
  return answers;
}

function piecesOf(
  part: FormPart,
  sent: Sent,
  around: Surroundings,
  errors: Record<string, string>,
): Omit<Answer, 'words'> {
  switch (part.kind) {
    case 'focus':
      return { focus: readFocus(sent, around) };
    case 'places':
      return { chosen: part.options.map(({ id }) => id).filter((id) => listOf(sent.places).includes(id)) };
    case 'observations':
      return { dates: readDates(sent, around, errors) };
    case 'preparations':
      return { preparations: readPreparations(part, sent, around, errors) };
    case 'review': {
      const on = textOf(sent.review_on);
      if (on && !isCalendarDate(on)) errors.review_on = notADay();
      else if (on && on < around.today && !around.keptReview.includes(on)) errors.review_on = dayHasPassed();
      return { reviewOn: on || null };
    }
    default:
      return {};
  }
}

const notADay = (): string => t('We could not read this date. Write it as 2026-09-03.');

function readFocus(sent: Sent, { priorities }: Surroundings): Focus {
  const chosen = listOf(sent.focus_priorities);
  return {
    priorities: [...new Map(priorities.map(({ id, title }) => [id, { id, title }])).values()].filter(
      ({ id }) => chosen.includes(id),
    ),
    topic: textOf(sent.focus_topic) !== '',
    own: textOf(sent.focus_own).slice(0, mostLetters),
    pupils: textOf(sent.focus_pupils).slice(0, mostLetters),
    looksLike: textOf(sent.focus_looks).slice(0, mostLetters),
    wouldKnow: textOf(sent.focus_know).slice(0, mostLetters),
  };
}

/** How many rows of a table were sent: they are numbered from 0. */
function* rowsOf(sent: Sent, name: string): Generator<number> {
  for (let row = 0; row < 40 && sent[`${name}_${row}`] !== undefined; row++) yield row;
}

function readDates(
  sent: Sent,
  { partners, today, kept, newId }: Surroundings,
  errors: Record<string, string>,
): PlannedDate[] {
  const dates: PlannedDate[] = [];
  for (const row of rowsOf(sent, 'obs_on')) {
    const on = textOf(sent[`obs_on_${row}`]);
    const at = textOf(sent[`obs_at_${row}`]);
    const [observerId = '', observedId = ''] = textOf(sent[`obs_who_${row}`]).split(' ');
    // A row without a day is a row not used, or one taken out.
    if (!on) {
      if (at) errors[`obs_on_${row}`] = t('Choose the day as well.');
      continue;
    }
    const why = isCalendarDate(on)
      ? whyNotPlanned(
          on,
          today,
          kept.map((date) => date.on),
        )
      : notADay();
    if (why !== undefined) errors[`obs_on_${row}`] = why;
    if (at && !isTime(at)) errors[`obs_at_${row}`] = t('Write the time as 15:30.');
    const known = (id: string) => partners.some(({ personId }) => personId === id);
    if (!known(observerId) || !known(observedId) || observerId === observedId)
      errors[`obs_who_${row}`] = t('Choose who observes whom.');
    const id = textOf(sent[`obs_id_${row}`]);
    const place = textOf(sent[`obs_place_${row}`]).slice(0, 200);
    dates.push({ id: isId(id) ? id : newId(), on, at: at || null, place, observerId, observedId });
  }
  return dates;
}

function readPreparations(
  part: FormPart,
  sent: Sent,
  { partners, newId }: Surroundings,
  errors: Record<string, string>,
): Preparation[] {
  const about = (suffix: string): Pick<Preparation, 'personId' | 'dueOn'> => {
    const who = textOf(sent[`prep_who_${suffix}`]);
    const by = textOf(sent[`prep_by_${suffix}`]);
    if (by && !isCalendarDate(by)) errors[`prep_by_${suffix}`] = notADay();
    return {
      personId: partners.find(({ personId }) => personId === who)?.personId ?? null,
      dueOn: by || null,
    };
  };
  const ready = part.options
    .filter(({ id }) => textOf(sent[`prep_${id}`]) !== '')
    .map(({ id, label }) => ({ key: id, title: label, ...about(id) }));
  const own: Preparation[] = [];
  for (const row of rowsOf(sent, 'prep_own')) {
    const title = textOf(sent[`prep_own_${row}`]).slice(0, 300);
    if (title)
      own.push({
        key: textOf(sent[`prep_key_${row}`]).slice(0, 100) || newId(),
        title,
        ...about(`own_${row}`),
      });
  }
  return [...ready, ...own];
}
