import { sql } from 'kysely';
import { Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import {
  isRunning,
  lockStep,
  mustRun,
  type Programme,
  selectStep,
  type Step,
} from '#features/programmes/index.ts';
import { openRegister } from './open-register.ts';
import { type AttendanceState, type OnRoll, rollJson } from './roll.queries.ts';
import { registerPolicy } from './sessions.policy.ts';

interface OpenedRoll {
  programme: Programme;
  step: Step;
  roll: OnRoll[];
}

/**
 * The roll of the step that the address names, for whoever may mark it, locked until the change is
 * written: two who mark at once are heard one after the other.
 */
export async function openRoll(change: Change): Promise<OpenedRoll> {
  const { programme, register } = await openRegister(change);
  change.who.must('mark', registerPolicy, register);
  mustRun(programme);
  if (!isRunning(programme))
    throw new Refused(t('This programme is a draft. Who was there can be marked once it is published.'));
  const step = await selectStep(change, programme);
  if (step.on_date > change.today)
    throw new Refused(
      t('This is on {day}. Who was there can be marked from that day on.', {
        day: formatDate(step.on_date, 'weekday'),
      }),
    );
  await lockStep(change, step);
  const { rows } = await sql<{ roll: OnRoll[] }>`
    select ${rollJson(null)} as roll from programme_step s
    where s.owner_id = ${step.owner_id} and s.id = ${step.id}`.execute(change.tx);
  return { programme, step, roll: rows[0]!.roll };
}

/** By person, what it was and what it becomes; null takes a mark away again. */
export type Marks = ReadonlyMap<string, { from: AttendanceState | null; to: AttendanceState | null }>;

/** Writes the marks and records what they were before. Answers the id of the record, by which they can be undone. */
export async function markRoll(change: Change, step: Step, marks: Marks): Promise<string> {
  const { tx, now, who } = change;
  const set = [...marks].flatMap(([personId, { to }]) => (to ? [{ personId, to }] : []));
  const cleared = [...marks].flatMap(([personId, { to }]) => (to ? [] : [personId]));
  if (set.length > 0)
    await tx
      .insertInto('attendance')
      .values(
        set.map(({ personId, to }) => ({
          owner_id: step.owner_id,
          step_id: step.id,
          person_id: personId,
          state: to,
          marked_by: who.personId,
          marked_at: now,
        })),
      )
      .onConflict((conflict) =>
        conflict.columns(['owner_id', 'step_id', 'person_id']).doUpdateSet((row) => ({
          state: row.ref('excluded.state'),
          marked_by: row.ref('excluded.marked_by'),
          marked_at: row.ref('excluded.marked_at'),
        })),
      )
      .execute();
  if (cleared.length > 0)
    await tx
      .deleteFrom('attendance')
      .where('owner_id', '=', step.owner_id)
      .where('step_id', '=', step.id)
      .where('person_id', 'in', cleared)
      .execute();
  return change.record({
    kind: 'attendance.marked',
    itemId: step.id,
    body: { marks: Object.fromEntries(marks) },
  });
}
