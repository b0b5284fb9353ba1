import { z } from 'zod';
import type { Wrong } from '#platform/http/route.ts';
import { choice, optionalDay, optionalTime, ticked } from '#platform/http/input.ts';
import { t } from '#platform/i18n/i18n.ts';
import { dayOutside } from './check-booking.ts';
import { clashAt } from './clash.ts';
import type { Diary } from './diary.ts';
import { madeInput } from './booking-form.ts';
import { type MeetingKind, meetingKinds } from './meeting.ts';

/** As many times as one form books at once. */
export const mostRows = 60;

/** The fields of row `n`: whether it is booked, with whom, when and what for. */
const rowInput = (n: number) => ({
  [`book_${n}`]: ticked(),
  [`with_${n}`]: z.uuid().optional(),
  [`on_${n}`]: optionalDay(),
  [`at_${n}`]: optionalTime(),
  [`kind_${n}`]: choice(meetingKinds).optional(),
  [`minutes_${n}`]: z.coerce.number().int().min(5).max(300).optional(),
});

/** Several times in one form, each with its own day and time, all made alike. */
export const rowsInput = z.object({
  ...madeInput,
  ...Object.assign({}, ...Array.from({ length: mostRows }, (_, n) => rowInput(n))),
}) as unknown as z.ZodType<RowsSent>;

export type RowsSent = z.output<z.ZodObject<typeof madeInput>> & Record<string, unknown>;

/** A row that somebody filled in, as it was read so far. */
export interface SentRow {
  /** Its number in the form. */
  n: number;
  coachingId: string | undefined;
  on: string | null;
  startsAt: string | null;
  kind: MeetingKind;
  minutes: number | undefined;
}

/** The rows of a form that were filled in: those that are ticked, or where no row has a tick, those with a day or a time. */
export function rowsSent(sent: Partial<RowsSent>, { ticks }: { ticks: boolean }): SentRow[] {
  return Array.from({ length: mostRows }, (_, n) => n).flatMap((n) => {
    const at = (name: string): string | null => (sent[`${name}_${n}`] as string | null | undefined) ?? null;
    const filled = ticks ? sent[`book_${n}`] === true : at('on') !== null || at('at') !== null;
    if (!filled) return [];
    return [
      {
        n,
        coachingId: at('with') ?? undefined,
        on: at('on'),
        startsAt: at('at'),
        kind: (at('kind') ?? 'conversation') as MeetingKind,
        minutes: sent[`minutes_${n}`] as number | undefined,
      },
    ];
  });
}

/** A row with what is known of whom it is for. */
export interface CheckedRow extends SentRow {
  minutes: number;
  personIds: readonly string[];
  earliest: string;
}

/**
 * What must be mended in several rows, all at once: days and times that are missing, that make no sense, on which
 * somebody has something else, or that stand against another row of the same form.
 */
export function wrongRows(
  rows: readonly CheckedRow[],
  diary: Diary,
  { today, anyway }: { today: string; anyway: boolean },
): Wrong {
  const wrong: Wrong = {};
  const engagements = [...diary.engagements];
  for (const { n, on, startsAt, kind, minutes, personIds, earliest } of rows) {
    if (on === null) wrong[`on_${n}`] = t('Choose the day.');
    if (startsAt === null) wrong[`at_${n}`] = t('Write the time it begins.');
    if (on === null) continue;
    const outside =
      on < today
        ? t('This day has passed. Choose today or a later day.')
        : dayOutside(on, { today, earliest });
    if (outside !== '') wrong[`on_${n}`] = outside;
    else if (startsAt !== null) {
      if (!anyway) {
        const people = { ...diary, engagements, attendees: diary.attendees.filter(isOne(personIds)) };
        const clash = clashAt(people, { on, startsAt, minutes }, { withPupils: kind === 'lesson' });
        if (clash.day !== '') wrong[`on_${n}`] = clash.day;
        if (clash.time !== '') wrong[`at_${n}`] = clash.time;
      }
      for (const personId of personIds) engagements.push({ personId, id: `row ${n}`, on, startsAt, minutes });
    }
  }
  return wrong;
}

const isOne =
  (personIds: readonly string[]) =>
  ({ personId }: { personId: string }): boolean =>
    personIds.includes(personId);
