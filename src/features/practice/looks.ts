import { record } from '#platform/audit/record.ts';
import { instantAt } from '#platform/calendar/local-time.ts';
import type { Db } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { selectCalendar } from '#features/protocols/index.ts';
import { lookDay } from '#features/try-outs/index.ts';

/** At which hour of its day a look comes to the list of what waits. */
const morning = '07:00';

export interface PlannedLook {
  number: number;
  afterDays: number;
  relapse: boolean;
}

/** Where and when a look is planned: the school's days decide on which it falls. */
export interface LookAt {
  practice: { ownerId: string; id: string; organisationId: string };
  /** The day from which the days are counted. */
  from: string;
  zone: string;
  /** Who plans it; null when it is planned by itself. */
  actorId: string | null;
  now: Date;
}

/** Writes down the next look and lets it come to the list on its day, which is a teaching day. Answers that day. */
export async function planLook(tx: Db, at: LookAt, next: PlannedLook): Promise<string> {
  const { practice, from, now } = at;
  const dueOn = lookDay(from, next.afterDays, await selectCalendar(tx, practice.organisationId));
  await tx
    .insertInto('practice_look')
    .values({
      owner_id: practice.ownerId,
      id: newId(now),
      practice_id: practice.id,
      number: next.number,
      due_on: dueOn,
      after_days: next.afterDays,
      relapse: next.relapse,
      note: '',
    })
    .execute();
  await tellOnDay(tx, at, dueOn);
  return dueOn;
}

/** Lets those who bring looks to the list hear of one on the morning of its day. */
export async function tellOnDay(
  tx: Db,
  { practice, zone, actorId, now }: Omit<LookAt, 'from'>,
  dueOn: string,
): Promise<void> {
  await record(
    tx,
    actorId,
    {
      ownerId: practice.ownerId,
      kind: 'practice.look-due',
      itemId: practice.id,
      body: { organisationId: practice.organisationId },
      tell: true,
      dueAt: instantAt(dueOn, morning, zone),
    },
    now,
  );
}

/** The highest number of a look so far, ended ones too. */
export async function lastLook(db: Db, practice: { ownerId: string; id: string }): Promise<number> {
  const row = await db
    .selectFrom('practice_look')
    .select(({ fn }) => fn.max('number').as('number'))
    .where('owner_id', '=', practice.ownerId)
    .where('practice_id', '=', practice.id)
    .executeTakeFirst();
  return row?.number ?? 0;
}

/** Ends the look that waits, if any: it is planned anew, or nothing more is to remind of it. */
export async function endWaitingLook(
  tx: Db,
  practice: { ownerId: string; id: string },
  at: Date,
): Promise<void> {
  await tx
    .updateTable('practice_look')
    .set({ ended_at: at })
    .where('owner_id', '=', practice.ownerId)
    .where('practice_id', '=', practice.id)
    .where('looked_at', 'is', null)
    .where('ended_at', 'is', null)
    .execute();
}
