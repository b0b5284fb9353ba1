import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { id as idInput, optionalLine, optionalProse } from '#platform/http/input.ts';
import { t } from '#platform/i18n/i18n.ts';
import type { Fields } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { finderOf } from '../find-known.ts';
import { selectKnown } from '../known.queries.ts';
import { weekdayName, type ShapedTimetable, timesInWords, weekInWords, weeksOfCycle } from '../timetable.ts';
import type { Lesson, NewLesson } from './lesson.queries.ts';

/**
 * People and rooms are written, not chosen from a list of two hundred: a name, a staff code or an address, one a line.
 * So two texts can be shown side by side when two people changed a lesson at once.
 */
export const lessonInputs = {
  period: idInput('Choose a period.'),
  subject: optionalLine(80),
  week: z.enum(weeksOfCycle).default('both'),
  room: optionalLine(80),
  teachers: optionalProse(400),
  support: optionalProse(400),
};
type LessonInput = { [Name in keyof typeof lessonInputs]: z.infer<(typeof lessonInputs)[Name]> };

export const lessonFields = (f: Fields, { weeks, periods }: ShapedTimetable): Html =>
  html`${f.select({
    name: 'period',
    label: t('Period'),
    required: true,
    options: periods.map((each) => ({
      value: each.id,
      label: t('{period}, {times}', { period: each.name, times: timesInWords(each) }),
      group: weekdayName[each.weekday](),
    })),
  })}
  ${f.text({ name: 'subject', label: t('Subject'), maxlength: 80 })}
  ${
    weeks === 2 &&
    f.radios({
      name: 'week',
      label: t('Week'),
      required: true,
      initial: 'both',
      options: weeksOfCycle.map((value) => ({ value, label: weekInWords(value) })),
    })
  }
  ${f.textarea({ name: 'teachers', label: t('Teachers'), hint: t('A name, a staff code or an e-mail address; one on each line.'), rows: 2 })}
  ${f.textarea({ name: 'support', label: t('Support'), hint: t('Assistants and others, one on each line.'), rows: 2 })}
  ${f.text({ name: 'room', label: t('Room'), maxlength: 80 })}`;

export const lessonValues = (lesson: Lesson): Record<string, string> => {
  const named = (part: string): string =>
    lesson.people
      .filter((each) => each.part === part)
      .map(({ name }) => name)
      .join('\n');
  return {
    period: lesson.periodId,
    subject: lesson.subject,
    week: lesson.week,
    room: lesson.room ?? '',
    teachers: named('teacher'),
    support: named('support'),
  };
};

/** What was written, found among the staff and rooms of the school. Throws `Refused` with what is near. */
export async function readLesson(
  change: Change,
  { weeks, periods }: ShapedTimetable,
  input: LessonInput,
): Promise<Omit<NewLesson, 'id' | 'unitId'>> {
  const find = finderOf(await selectKnown(change.tx, change.organisationId, change.today));
  const wrong: Record<string, string> = {};
  if (periods.every(({ id }) => id !== input.period)) wrong.period = t('Choose a period.');
  const people = new Map<string, 'teacher' | 'support'>();
  for (const [field, part] of [
    ['teachers', 'teacher'],
    ['support', 'support'],
  ] as const)
    for (const text of linesOf(input[field])) {
      const found = find.person(text);
      if (typeof found === 'string') wrong[field] = found;
      else if (!people.has(found.id)) people.set(found.id, part);
    }
  const room = input.room === '' ? undefined : find.room(input.room);
  if (input.room !== '' && !room) wrong.room = find.noRoom(input.room);
  if (Object.keys(wrong).length > 0) throw new Refused(wrong);
  return {
    periodId: input.period,
    week: weeks === 1 ? 'both' : input.week,
    subject: input.subject,
    roomId: room?.id ?? null,
    people: [...people].map(([personId, part]) => ({ personId, part })),
  };
}

/** One on each line; several on one line by semicolons. */
const linesOf = (text: string): string[] =>
  text
    .split(/[\n;]/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
