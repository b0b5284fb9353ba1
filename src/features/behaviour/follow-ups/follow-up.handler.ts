import { sql } from 'kysely';
import { z } from 'zod';
import { today as todayIn } from '#platform/calendar/dates.ts';
import { instantAt } from '#platform/calendar/local-time.ts';
import type { Db } from '#platform/db/database.ts';
import { told } from '#platform/jobs/handler.ts';
import { settleMatter } from '#platform/notices/settle-matter.ts';
import { toldAbout } from '#features/people/index.ts';
import { aboutHref, followUpHref } from '../addresses.ts';
import { selectStaff, selectZone } from '../looked-after.ts';
import { plannedNotice, superviseNotice } from '../notices.ts';

/** The school, with the clock it lives by. */
interface School {
  id: string;
  zone: string;
}

/**
 * Makes the lists say what is true of a follow-up now: whoever is with the pupil has it until it is over, pupil and the
 * grown-ups who are told until they have read it. Told twice, or late, it comes to the same.
 */
export async function settleFollowUp(db: Db, school: School, followUpId: string, now: Date): Promise<void> {
  const { id: owner, zone } = school;
  const followUp = await db
    .selectFrom('behaviour_follow_up')
    .select(['pupil_id', 'supervisor_id', 'on_date', 'starts_at', 'state'])
    .where('owner_id', '=', owner)
    .where('id', '=', followUpId)
    .executeTakeFirst();
  if (!followUp) return;
  const { on_date: on, starts_at: at, supervisor_id: supervisorId } = followUp;
  const stands = followUp.state === 'planned' && on >= todayIn(now, zone);
  await settleMatter(
    db,
    {
      fromOwner: owner,
      itemId: followUpId,
      personIds: await selectStaff(db, owner),
      kinds: [superviseNotice],
    },
    stands && supervisorId !== null
      ? [
          {
            personId: supervisorId,
            kind: superviseNotice,
            subjectKey: followUpId,
            href: followUpHref(followUpId),
            dueAt: instantAt(on, at.slice(0, 5), zone),
          },
        ]
      : [],
    now,
  );
  await settleAtHome(db, school, followUp.pupil_id, now);
}

/** The same for the pupil and the grown-ups: all that is planned for one pupil is one matter, read on one page. */
async function settleAtHome(db: Db, { id: owner, zone }: School, pupilId: string, now: Date): Promise<void> {
  const today = todayIn(now, zone);
  const planned = await db
    .selectFrom('behaviour_follow_up')
    .select(['id', 'on_date', 'starts_at'])
    .where('owner_id', '=', owner)
    .where('pupil_id', '=', pupilId)
    .where('state', '=', 'planned')
    .where('on_date', '>=', today)
    .execute();
  const { rows: adults } = await sql<{ personId: string; told: boolean }>`
    select f.adult_id as "personId", exists (select 1 from ${toldAbout(owner, 'behaviour', today)} t
      where t.adult_id = f.adult_id and t.pupil_id = f.pupil_id) as told
    from family_relation f where f.owner_id = ${owner} and f.pupil_id = ${pupilId}`.execute(db);
  const personIds = [pupilId, ...adults.map(({ personId }) => personId)];
  const told = [pupilId, ...adults.filter((adult) => adult.told).map(({ personId }) => personId)];
  const read = await selectRead(db, { owner, pupilId, personIds });
  await settleMatter(
    db,
    { fromOwner: owner, itemId: pupilId, personIds, kinds: [plannedNotice] },
    planned
      // Moved, it is to be read again.
      .flatMap(({ id, on_date, starts_at }) =>
        told.map((personId) => ({
          personId,
          kind: plannedNotice,
          subjectKey: `${id} ${on_date} ${starts_at}`,
          href: aboutHref(pupilId),
          dueAt: null,
        })),
      )
      .filter(({ personId, subjectKey }) => !read.has(`${personId} ${subjectKey}`)),
    now,
  );
}

/** What was read already is not asked for again when the lists are worked out anew. */
async function selectRead(
  db: Db,
  { owner, pupilId, personIds }: { owner: string; pupilId: string; personIds: readonly string[] },
): Promise<Set<string>> {
  const rows = await db
    .selectFrom('notice')
    .select(['owner_id', 'subject_key'])
    .where('owner_id', 'in', personIds)
    .where('from_owner', '=', owner)
    .where('item_id', '=', pupilId)
    .where('kind', '=', plannedNotice)
    .where('done_at', 'is not', null)
    .execute();
  return new Set(rows.map((row) => `${row.owner_id} ${row.subject_key}`));
}

export const followUpHandler = told(
  [
    'behaviour-follow-up.planned',
    'behaviour-follow-up.changed',
    'behaviour-follow-up.happened',
    'behaviour-follow-up.not-needed',
  ],
  z.object({ itemId: z.uuid() }),
  async ({ ownerId, body: { itemId } }, { db, now }) =>
    settleFollowUp(db, { id: ownerId, zone: await selectZone(db, ownerId) }, itemId, now()),
);
