import { sql } from 'kysely';
import { z } from 'zod';
import { addDays, today as todayIn } from '#platform/calendar/dates.ts';
import { instantAt } from '#platform/calendar/local-time.ts';
import type { Db } from '#platform/db/database.ts';
import { told } from '#platform/jobs/handler.ts';
import { settleMatters } from '#platform/notices/settle-matter.ts';
import { toldAbout } from '#features/people/index.ts';
import { aboutHref, followUpHref } from '../addresses.ts';
import { selectStaff, selectZone } from '../looked-after.ts';
import { plannedNotice, superviseNotice } from '../notices.ts';

/** The school, with the clock it lives by. */
interface School {
  id: string;
  zone: string;
}

/** So long ago something was planned for, at most, for its notices to be looked at once more. */
const lately = 31;

/**
 * Makes the lists say what is true of a follow-up now: whoever is with the pupil has it until it is over, pupil and the
 * grown-ups who are told until they have read it. Told twice, or late, it comes to the same.
 */
async function settleFollowUp(db: Db, school: School, followUpId: string, now: Date): Promise<void> {
  const followUp = await db
    .selectFrom('behaviour_follow_up')
    .select('pupil_id')
    .where('owner_id', '=', school.id)
    .where('id', '=', followUpId)
    .executeTakeFirst();
  if (!followUp) return;
  await settleSupervisors(db, school, now, [followUpId]);
  await settleAtHome(db, school, [followUp.pupil_id], now);
}

/** The same for all of a school, in as many statements as for one. */
export async function settleFollowUps(db: Db, school: School, now: Date): Promise<void> {
  const pupils = await db
    .selectFrom('behaviour_follow_up')
    .select('pupil_id')
    .distinct()
    .where('owner_id', '=', school.id)
    .where('on_date', '>=', addDays(todayIn(now, school.zone), -lately))
    .execute();
  if (pupils.length === 0) return;
  await settleSupervisors(db, school, now);
  await settleAtHome(
    db,
    school,
    pupils.map(({ pupil_id }) => pupil_id),
    now,
  );
}

/** For whoever is with a pupil: these follow-ups, or all. */
async function settleSupervisors(
  db: Db,
  { id: owner, zone }: School,
  now: Date,
  followUpIds?: readonly string[],
): Promise<void> {
  const planned = await db
    .selectFrom('behaviour_follow_up')
    .select(['id', 'supervisor_id', 'on_date', 'starts_at'])
    .where('owner_id', '=', owner)
    .where('state', '=', 'planned')
    .where('supervisor_id', 'is not', null)
    .where('on_date', '>=', todayIn(now, zone))
    .$if(followUpIds !== undefined, (query) => query.where('id', 'in', followUpIds!))
    .execute();
  await settleMatters(
    db,
    {
      fromOwner: owner,
      personIds: await selectStaff(db, owner),
      kinds: [superviseNotice],
      ...(followUpIds && { itemIds: followUpIds }),
    },
    planned.map(({ id, supervisor_id, on_date, starts_at }) => ({
      personId: supervisor_id!,
      kind: superviseNotice,
      subjectKey: id,
      itemId: id,
      href: followUpHref(id),
      dueAt: instantAt(on_date, starts_at.slice(0, 5), zone),
    })),
    now,
  );
}

/** For pupils and grown-ups: all that is planned for one pupil is one matter, read on one page. */
async function settleAtHome(
  db: Db,
  { id: owner, zone }: School,
  pupilIds: readonly string[],
  now: Date,
): Promise<void> {
  const today = todayIn(now, zone);
  const planned = await db
    .selectFrom('behaviour_follow_up')
    .select(['id', 'pupil_id as pupilId', 'on_date', 'starts_at'])
    .where('owner_id', '=', owner)
    .where('pupil_id', 'in', pupilIds)
    .where('state', '=', 'planned')
    .where('on_date', '>=', today)
    .execute();
  const { rows: adults } = await sql<{ personId: string; pupilId: string; told: boolean }>`
    select f.adult_id as "personId", f.pupil_id as "pupilId",
      exists (select 1 from ${toldAbout(owner, 'behaviour', today)} t
        where t.adult_id = f.adult_id and t.pupil_id = f.pupil_id) as told
    from family_relation f where f.owner_id = ${owner} and f.pupil_id = any(${[...pupilIds]}::uuid[])`.execute(
    db,
  );
  const personIds = [...new Set([...pupilIds, ...adults.map(({ personId }) => personId)])];
  const toldOf = (pupilId: string): string[] => [
    pupilId,
    ...adults.filter((adult) => adult.told && adult.pupilId === pupilId).map(({ personId }) => personId),
  ];
  const read = await selectRead(db, { owner, pupilIds, personIds });
  await settleMatters(
    db,
    { fromOwner: owner, itemIds: pupilIds, personIds, kinds: [plannedNotice] },
    planned
      // Moved, it is to be read again.
      .flatMap(({ id, pupilId, on_date, starts_at }) =>
        toldOf(pupilId).map((personId) => ({
          personId,
          kind: plannedNotice,
          subjectKey: `${id} ${on_date} ${starts_at}`,
          itemId: pupilId,
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
  {
    owner,
    pupilIds,
    personIds,
  }: { owner: string; pupilIds: readonly string[]; personIds: readonly string[] },
): Promise<Set<string>> {
  const rows = await db
    .selectFrom('notice')
    .select(['owner_id', 'subject_key'])
    .where('owner_id', 'in', personIds)
    .where('from_owner', '=', owner)
    .where('item_id', 'in', pupilIds)
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
