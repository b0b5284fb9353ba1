import { sql } from 'kysely';
import { z } from 'zod';
import { current } from '#platform/access/current.ts';
import { today as todayIn } from '#platform/calendar/dates.ts';
import type { Db } from '#platform/db/database.ts';
import { told } from '#platform/jobs/handler.ts';
import { notify } from '#platform/notices/notices.ts';
import { settleMatter } from '#platform/notices/settle-matter.ts';
import { toldAbout } from '#features/people/index.ts';
import { absenceHref, awayHref } from '../attendance.ts';
import { leaveDeciders } from '../attendance.access.ts';
import { settleFamily } from '../first-day/morning.job.ts';
import { answeredNotice, leaveNotice } from '../notices.ts';

const days = z.object({ itemId: z.uuid(), pupilId: z.uuid(), fromOn: z.string(), untilOn: z.string() });

/** Once somebody has said why, the family is asked no more; a leave that is asked for waits for the head. */
const hearOfSaid = told('absence.said', days, async ({ ownerId: owner, body }, { db, now }) => {
  const at = now();
  const today = todayIn(at, await zoneOf(db, owner));
  if (body.fromOn <= today && body.untilOn >= today) await settleFamily(db, owner, body.pupilId, at);
  await settleLeave(db, owner, body.itemId, today, at);
});

const hearOfTakenBack = told(
  ['absence.taken-back', 'absence.unsettled'],
  days,
  async ({ ownerId: owner, body }, { db, now }) => {
    const at = now();
    await settleLeave(db, owner, body.itemId, todayIn(at, await zoneOf(db, owner)), at);
  },
);

/** The family that said it itself finds the school's answer on Today. */
const hearOfSettled = told(
  'absence.settled',
  z.object({
    itemId: z.uuid(),
    pupilId: z.uuid(),
    writerId: z.uuid().nullable(),
    answered: z.boolean(),
  }),
  async ({ ownerId: owner, body: { itemId, pupilId, writerId, answered } }, { db, now }) => {
    const at = now();
    const today = todayIn(at, await zoneOf(db, owner));
    await settleLeave(db, owner, itemId, today, at);
    if (writerId === null || !answered || !(await isTold(db, owner, writerId, pupilId, today))) return;
    await notify(
      db,
      {
        personId: writerId,
        fromOwner: owner,
        kind: answeredNotice,
        subjectKey: itemId,
        itemId: pupilId,
        href: awayHref(pupilId),
        dueAt: null,
      },
      at,
    );
  },
);

/** Whether somebody is told of this child's attendance still: a court may have said otherwise since they wrote. */
async function isTold(db: Db, owner: string, adult: string, pupil: string, today: string): Promise<boolean> {
  const { rows } = await sql`select 1 from ${toldAbout(owner, 'attendance', today)} w
    where w.adult_id = ${adult} and w.pupil_id = ${pupil}`.execute(db);
  return rows.length > 0;
}

/** Worked out from how the request stands now, so that told twice, or late, it comes to the same. */
async function settleLeave(
  db: Db,
  owner: string,
  absenceId: string,
  today: string,
  now: Date,
): Promise<void> {
  const { rows } = await sql<{ waits: boolean }>`select a.sort = 'leave' and a.decision is null
      and a.taken_back_at is null as waits from pupil_absence a where a.owner_id = ${owner} and a.id = ${absenceId}`.execute(
    db,
  );
  const { rows: staff } = await sql<{ personId: string; decides: boolean }>`select a.person_id as "personId",
      bool_or(${current('a', today)}) as decides from appointment a
    where a.owner_id = ${owner} and a.role = any(${[...leaveDeciders]}::text[]) group by a.person_id`.execute(
    db,
  );
  await settleMatter(
    db,
    {
      fromOwner: owner,
      itemId: absenceId,
      personIds: staff.map(({ personId }) => personId),
      kinds: [leaveNotice],
    },
    rows[0]?.waits !== true
      ? []
      : staff
          .filter(({ decides }) => decides)
          .map(({ personId }) => ({
            personId,
            kind: leaveNotice,
            subjectKey: absenceId,
            href: absenceHref(absenceId),
            dueAt: null,
          })),
    now,
  );
}

const zoneOf = async (db: Db, owner: string): Promise<string> =>
  (await db.selectFrom('organisation').select('time_zone').where('id', '=', owner).executeTakeFirstOrThrow())
    .time_zone;

export const absenceHandlers = [hearOfSaid, hearOfTakenBack, hearOfSettled];
