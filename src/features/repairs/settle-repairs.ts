import { sql } from 'kysely';
import { z } from 'zod';
import { current } from '#platform/access/current.ts';
import { today as todayIn } from '#platform/calendar/dates.ts';
import type { Db } from '#platform/db/database.ts';
import { eachOrganisation, type OrganisationInTurn } from '#platform/jobs/each-organisation.ts';
import { told } from '#platform/jobs/handler.ts';
import { every } from '#platform/jobs/recurring.ts';
import { endOtherNotices } from '#platform/notices/end-other-notices.ts';
import { remindOf } from '#platform/notices/remind-of.ts';
import { administrators } from '#features/people/index.ts';
import { repairHref } from './repair.ts';
import { movedNotice, newNotice, yoursNotice } from './repairs.notices.ts';

/** What moved is told for so long, in days; it can be put aside before. */
const toldFor = 7;

interface Waiting {
  id: string;
  personId: string;
  kind: string;
  subjectKey: string;
}

/**
 * Makes everybody's lists say what is true of repairs now: what nobody looks after yet, for the office; what somebody
 * looks after; and the last step, for those who reported it or have it too and did not take it. Worked out from how
 * things stand, so that told twice it comes to the same.
 */
async function settleRepairs(db: Db, { id: owner, zone }: OrganisationInTurn, now: Date): Promise<void> {
  const today = todayIn(now, zone);
  const { rows } = await sql<Waiting>`
    with standing as (
      select r.id, r.state, r.looked_after_by, i.author_id from repair r
      join item i on i.owner_id = ${owner} and i.id = r.id and i.ended_at is null
      where r.owner_id = ${owner}
        and (r.state not in ('mended', 'will-not-be') or r.moved_at >= ${new Date(now.getTime() - toldFor * 86_400_000)})
    ), staff as (
      select m.person_id from member m where m.owner_id = ${owner} and m.kind = 'staff' and ${current('m', today)}
    ), moved as (
      select distinct on (s.repair_id) s.repair_id, s.id, s.taken_by, s.taken_at from repair_step s
      where s.owner_id = ${owner} and s.ended_at is null order by s.repair_id, s.taken_at desc, s.id desc
    )
    select r.id, k.person_id as "personId", ${newNotice}::text as kind, r.id::text as "subjectKey" from standing r
    join (select distinct a.person_id from appointment a where a.owner_id = ${owner}
      and a.role = any(${[...administrators]}::text[]) and ${current('a', today)}) k on k.person_id <> r.author_id
    where r.state = 'reported' and r.looked_after_by is null
    union all
    select r.id, r.looked_after_by, ${yoursNotice}::text, r.id::text from standing r
    join staff f on f.person_id = r.looked_after_by
    where r.state not in ('mended', 'will-not-be')
    union all
    select r.id, h.person_id, ${movedNotice}::text, m.id::text from standing r
    join moved m on m.repair_id = r.id and m.taken_at >= ${new Date(now.getTime() - toldFor * 86_400_000)}
    join (select s.id as repair_id, s.author_id as person_id from standing s
      union select t.repair_id, t.person_id from repair_me_too t where t.owner_id = ${owner} and t.ended_at is null) h
      on h.repair_id = r.id
    join staff f on f.person_id = h.person_id
    where h.person_id <> m.taken_by and h.person_id is distinct from r.looked_after_by`.execute(db);
  for (const kind of [newNotice, yoursNotice, movedNotice]) {
    const those = rows
      .filter((each) => each.kind === kind)
      .map(({ id, personId, subjectKey }) => ({
        personId,
        fromOwner: owner,
        itemId: id,
        kind,
        subjectKey,
        href: repairHref(id),
        dueAt: null,
      }));
    await endOtherNotices(db, owner, kind, those, now);
    if (those.length > 0) await remindOf(db, those, now);
  }
}

const changes = [
  'repair.reported',
  'repair.moved',
  'repair.step-taken-back',
  'repair.withdrawn',
  'repair.restored',
  'repair.me-too',
  'repair.not-too',
];

export const repairHandlers = [
  told(changes, z.object({}), async ({ ownerId }, { db, now }) => {
    const school = await db
      .selectFrom('organisation')
      .select(['id', 'time_zone as zone'])
      .where('id', '=', ownerId)
      .executeTakeFirstOrThrow();
    await settleRepairs(db, school, now());
  }),
];

/** Each morning: what was told for long enough goes, and so do those who left. */
export const repairsJob = every('repairs.settle', { dailyAt: '05:25' }, (job) =>
  eachOrganisation(job.db, job.signal, (organisation) => settleRepairs(job.db, organisation, job.now())),
);
