import { comparable } from '#platform/i18n/comparable.ts';
import { t } from '#platform/i18n/i18n.ts';
import { type Finder, finderOf } from '../find-known.ts';
import type { Known } from '../known.queries.ts';
import type { Lesson, LessonPerson } from '../lessons/lesson.queries.ts';
import { weekdayName, type Period, type Timetable } from '../timetable.ts';
import type { ListedLesson, WrongRow } from './read-lessons.ts';

/** A lesson as a list has it. A room that is not there yet is known by its name alone. */
export type PlannedLesson = Pick<Lesson, 'periodId' | 'week' | 'unitId' | 'unit' | 'subject'> & {
  room: string;
  people: readonly LessonPerson[];
};

export interface LessonsPlan {
  added: PlannedLesson[];
  changed: { before: Lesson; after: PlannedLesson }[];
  gone: Lesson[];
  unchanged: number;
  /** Names of rooms that will be made. */
  newRooms: string[];
  wrong: WrongRow[];
}

interface Standing {
  timetable: Pick<Timetable, 'weeks'>;
  periods: readonly Period[];
  lessons: readonly Lesson[];
  known: Known;
}

/**
 * Compares a list with the lessons that stand; writes nothing. The list is the whole timetable: what stands and is not
 * in it goes, but for classes of which a row is wrong, whose lessons all stay.
 */
export function planLessons(
  rows: readonly ListedLesson[],
  wrongRows: readonly WrongRow[],
  { timetable, periods, lessons, known }: Standing,
): LessonsPlan {
  const find = finderOf(known);
  const wrong = [...wrongRows];
  const wanted = new Map<string, PlannedLesson>();
  const rooms = new Map<string, string>();
  for (const row of rows) {
    const read = readRow(row, periods, timetable, find);
    if (typeof read === 'string') {
      wrong.push({ line: row.line, className: row.className, why: read });
      continue;
    }
    if (read.room !== '' && !find.room(read.room)) {
      const known = rooms.get(comparable(read.room));
      if (known === undefined) rooms.set(comparable(read.room), read.room);
      else read.room = known;
    }
    // Some systems give a row to each teacher of a lesson.
    const key = [slotOf(read), comparable(read.subject), comparable(read.room)].join(' ');
    const same = wanted.get(key);
    if (same) same.people = merged(same.people, read.people);
    else wanted.set(key, read);
  }
  wrong.sort((a, b) => a.line - b.line);
  const spared = new Set(
    wrong.flatMap(({ className }) => {
      const unit = find.unit(className);
      return typeof unit === 'string' ? [] : [unit.id];
    }),
  );
  const changes = compared([...wanted.values()], lessons, spared);
  // A lesson that stays in a room that was taken off the list does not bring it back.
  const used = new Set(
    [...changes.added, ...changes.changed.map(({ after }) => after)].map(({ room }) => room),
  );
  return { ...changes, newRooms: [...rooms.values()].filter((room) => used.has(room)), wrong };
}

function readRow(
  row: ListedLesson,
  periods: readonly Period[],
  { weeks }: Pick<Timetable, 'weeks'>,
  find: Finder,
): PlannedLesson | string {
  const period = periodOf(row, periods);
  if (!period)
    return t('{day} has no period “{period}”.', { day: weekdayName[row.day](), period: row.period });
  const unit = find.unit(row.className);
  if (typeof unit === 'string') return unit;
  if (weeks === 1 && row.week !== 'both')
    return t('It is in week {letter}, and this timetable has one week.', { letter: row.week });
  const people = new Map<string, LessonPerson>();
  for (const part of ['teacher', 'support'] as const)
    for (const text of part === 'teacher' ? row.teachers : row.support) {
      const found = find.person(text);
      if (typeof found === 'string') return found;
      if (!people.has(found.id)) people.set(found.id, { personId: found.id, name: found.name, part });
    }
  return {
    periodId: period.id,
    week: row.week,
    unitId: unit.id,
    unit: unit.name,
    subject: row.subject,
    room: find.room(row.room)?.name ?? row.room,
    people: [...people.values()],
  };
}

/** By its name; "3" and "P3" are "Period 3" where no period is called so. */
function periodOf({ day, period }: ListedLesson, periods: readonly Period[]): Period | undefined {
  const those = periods.filter(({ weekday }) => weekday === day);
  const word = comparable(period);
  const number = /^(?:p|pd|per|period|lesson)? ?(\d+)$/.exec(word)?.[1];
  return (
    those.find(({ name }) => comparable(name) === word) ??
    (number === undefined
      ? undefined
      : those.find(({ name, kind }) => kind === 'lesson' && /(\d+)$/.exec(name)?.[1] === number))
  );
}

function compared(
  wanted: readonly PlannedLesson[],
  lessons: readonly Lesson[],
  spared: ReadonlySet<string>,
): Pick<LessonsPlan, 'added' | 'changed' | 'gone' | 'unchanged'> {
  const plan = {
    added: [] as PlannedLesson[],
    changed: [] as LessonsPlan['changed'],
    gone: [] as Lesson[],
    unchanged: 0,
  };
  const standing = Map.groupBy(lessons, slotOf);
  const fresh: PlannedLesson[] = [];
  for (const after of wanted) {
    const those = standing.get(slotOf(after)) ?? [];
    const at = those.findIndex((lesson) => contentOf(lesson) === contentOf(after));
    if (at === -1) fresh.push(after);
    else {
      those.splice(at, 1);
      plan.unchanged++;
    }
  }
  for (const after of fresh) {
    const before = standing.get(slotOf(after))?.shift();
    if (before) plan.changed.push({ before, after });
    else plan.added.push(after);
  }
  plan.gone = [...standing.values()].flat().filter(({ unitId }) => !spared.has(unitId));
  return plan;
}

const slotOf = ({ periodId, week, unitId }: Pick<Lesson, 'periodId' | 'week' | 'unitId'>): string =>
  `${periodId} ${week} ${unitId}`;

const contentOf = ({
  subject,
  room,
  people,
}: Pick<PlannedLesson, 'subject' | 'people'> & { room: string | null }): string =>
  JSON.stringify([
    subject,
    comparable(room ?? ''),
    people.map(({ personId, part }) => `${part} ${personId}`).toSorted(),
  ]);

const merged = (some: readonly LessonPerson[], more: readonly LessonPerson[]): LessonPerson[] => [
  ...new Map([...more, ...some].map((each) => [each.personId, each])).values(),
];
