import { sql } from 'kysely';
import { z } from 'zod';
import { current } from '#platform/access/current.ts';
import { today as todayIn } from '#platform/calendar/dates.ts';
import { told } from '#platform/jobs/handler.ts';
import { endOtherNotices } from '#platform/notices/end-other-notices.ts';
import { remindOf } from '#platform/notices/remind-of.ts';
import { role } from '#features/people/index.ts';
import { raisedPath } from './addresses.ts';

/** Somebody raised a need, and it waits for a word of the CPD leader. */
export const raisedNotice = 'needs.raised';

/** Puts into the CPD leader's list that needs wait, and ends that when none does. Told twice it comes to the same. */
export const settleRaisedNow = told(
  ['need.raised', 'need.answered', 'need.taken-back', 'need.restored', 'role.given'],
  z.object({}),
  async ({ ownerId: owner }, { db, now }) => {
    const school = await db
      .selectFrom('organisation')
      .select('time_zone as zone')
      .where('id', '=', owner)
      .executeTakeFirstOrThrow();
    const today = todayIn(now(), school.zone);
    const { rows } = await sql<{
      personId: string;
    }>`select distinct a.person_id as "personId" from appointment a
      where a.owner_id = ${owner} and a.role = ${role.cpdLeader} and ${current('a', today)}
        and exists (select 1 from raised_need n join item i on i.owner_id = ${owner} and i.id = n.id
          and i.ended_at is null and i.author_id <> a.person_id
          where n.owner_id = ${owner} and n.joined_at is null and n.answered_at is null)`.execute(db);
    const notices = rows.map(({ personId }) => ({
      personId,
      fromOwner: owner,
      kind: raisedNotice,
      subjectKey: 'raised',
      itemId: null,
      href: raisedPath,
      dueAt: null,
    }));
    await endOtherNotices(db, owner, raisedNotice, notices, now());
    if (notices.length > 0) await remindOf(db, notices, now());
  },
);
