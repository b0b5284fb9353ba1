import { comparable } from '#platform/i18n/comparable.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import { wrongDays } from '../answer-fields.ts';
import { keyOf } from '../record-consents.ts';
import type { KnownPupil, StandingAnswer } from './existing.queries.ts';
import type { LeftOut, ListedAnswer } from './read-list.ts';

/** What a row would change. */
export interface PlannedAnswer extends ListedAnswer {
  personId: string;
  /** The name as the school has it. */
  pupil: string;
  before: StandingAnswer | null;
}

interface AnswersPlan {
  changes: PlannedAnswer[];
  leftOut: LeftOut[];
  /** Rows that say what stands already. */
  unchanged: number;
}

/**
 * Compares the rows of a list with what stands. Writes nothing. An older paper never takes the place of a later answer,
 * nor of a consent that was taken back since: a list that is read every night must not bring one back.
 */
export function planAnswers(
  rows: readonly ListedAnswer[],
  { pupils, standing }: { pupils: readonly KnownPupil[]; standing: readonly StandingAnswer[] },
  today: string,
): AnswersPlan {
  const plan: AnswersPlan = { changes: [], leftOut: [], unchanged: 0 };
  const find = finder(pupils);
  const stands = new Map(standing.map((each) => [keyOf(each), each]));
  const seen = new Map<string, number>();
  for (const row of rows) {
    const leaveOut = (why: string) => plan.leftOut.push({ line: row.line, who: row.name || row.number, why });
    const found = find(row);
    if (typeof found === 'string') {
      leaveOut(found);
      continue;
    }
    const key = keyOf({ personId: found.personId, purpose: row.purpose });
    const first = seen.get(key);
    if (first !== undefined) {
      leaveOut(t('Row {n} says something of this pupil and purpose already.', { n: first }));
      continue;
    }
    seen.set(key, row.line);
    const before = stands.get(key) ?? null;
    if (before && saysTheSame(row, before)) {
      plan.unchanged++;
      continue;
    }
    const why = whyNot(row, before, today);
    if (why !== null) leaveOut(why);
    else plan.changes.push({ ...row, personId: found.personId, pupil: found.name, before });
  }
  return plan;
}

/** Finds the pupil of a row by number, or else by name and, among namesakes, by class; a sentence where it cannot. */
function finder(pupils: readonly KnownPupil[]): (row: ListedAnswer) => KnownPupil | string {
  const byNumber = new Map(pupils.flatMap((pupil) => (pupil.number ? [[pupil.number.trim(), pupil]] : [])));
  const byName = Map.groupBy(pupils, ({ name }) => nameKey(name));
  return (row) => {
    if (row.number !== '') {
      const pupil = byNumber.get(row.number);
      if (pupil) return pupil;
      if (row.name === '') return t('No pupil here has the number {number}.', { number: row.number });
    }
    const namesakes = byName.get(nameKey(row.name)) ?? [];
    if (namesakes.length === 1) return namesakes[0]!;
    if (namesakes.length === 0) return t('No pupil here has this name.');
    const inClass = namesakes.filter(({ classes }) =>
      classes.some((name) => row.className !== '' && comparable(name) === comparable(row.className)),
    );
    return inClass.length === 1
      ? inClass[0]!
      : t('Several pupils have this name. Give the pupil number or the class.');
  };
}

/** Names are the same whichever of the two stands first: "Rees, Mali" and "Mali Rees". */
const nameKey = (name: string): string => comparable(name).split(' ').toSorted().join(' ');

const saysTheSame = (row: ListedAnswer, before: StandingAnswer): boolean =>
  before.takenBackOn === null &&
  row.answer === before.answer &&
  row.givenOn === before.givenOn &&
  row.until === before.until &&
  row.givenBy === before.givenBy;

function whyNot(row: ListedAnswer, before: StandingAnswer | null, today: string): string | null {
  if (row.answer === 'given' && row.until === null)
    return t('It does not say until when it is given (column Until).');
  const wrong = wrongDays({ on: row.givenOn, until: row.until }, today);
  if (wrong.on) return t('On: {why}', { why: wrong.on });
  if (wrong.until) return t('Until: {why}', { why: wrong.until });
  if (row.until !== null && row.until < row.givenOn) return t('It ends before the day it was given.');
  if (before?.takenBackOn && row.givenOn <= before.takenBackOn && row.answer === 'given')
    return t('It was taken back on {day}, after this answer.', { day: formatDate(before.takenBackOn) });
  if (before && row.givenOn < before.givenOn)
    return t('A later answer stands, of {day}.', { day: formatDate(before.givenOn) });
  return null;
}
