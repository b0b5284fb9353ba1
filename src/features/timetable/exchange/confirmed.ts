import { createHash } from 'node:crypto';
import { z } from 'zod';
import { weekdays, weeksOfCycle } from '../timetable.ts';
import type { LessonsPlan } from './plan-lessons.ts';
import { type ListedLesson, mostRows, type WrongRow } from './read-lessons.ts';

const Text = z.string().max(200);
const Confirmed = z.object({
  rows: z
    .array(
      z.object({
        line: z.number().int(),
        day: z.enum(weekdays),
        week: z.enum(weeksOfCycle),
        period: Text,
        className: Text,
        subject: z.string().max(80),
        room: z.string().max(40),
        teachers: z.array(Text).max(20),
        support: z.array(Text).max(20),
      }),
    )
    .max(mostRows),
  wrong: z.array(z.object({ line: z.number().int(), className: Text, why: z.string() })).max(mostRows),
  mark: z.string().max(64),
});

/** What goes with the form of the preview, so that exactly what was looked at is written down. */
export const confirmedText = (
  rows: readonly ListedLesson[],
  wrong: readonly WrongRow[],
  plan: LessonsPlan,
): string => JSON.stringify({ rows, wrong, mark: markOf(plan) });

/** Reads it back; undefined for anything else. */
export function readConfirmed(text: string): z.infer<typeof Confirmed> | undefined {
  try {
    return Confirmed.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** The same as long as the list would change the same. */
export const markOf = ({ added, changed, gone, newRooms }: LessonsPlan): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        added,
        changed.map(({ before, after }) => [before.id, before.version, after]),
        gone.map(({ id, version }) => [id, version]),
        newRooms,
      ]),
    )
    .digest('hex');
