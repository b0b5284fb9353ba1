import { sql } from 'kysely';
import { z } from 'zod';
import { current } from '#platform/access/current.ts';
import { today as todayIn } from '#platform/calendar/dates.ts';
import { instantAt } from '#platform/calendar/local-time.ts';
import type { Db } from '#platform/db/database.ts';
import { told } from '#platform/jobs/handler.ts';
import { endOtherNotices } from '#platform/notices/end-other-notices.ts';
import { remindOf } from '#platform/notices/remind-of.ts';
import { planHref } from './addresses.ts';
import { lookNotice, suggestionsNotice } from './plans.notices.ts';

interface School {
  id: string;
  zone: string;
}

/** Makes people's lists say which plans wait for them; told twice it comes to the same. */
async function settleWaiting(db: Db, { id: owner, zone }: School, now: Date): Promise<void> {
  const today = todayIn(now, zone);
  const { rows: looks } = await sql<{ id: string; planId: string; personId: string; on: string | null }>`
    select k.id, k.scheme_id as "planId", k.asked_of as "personId", k.by_date as "on" from plan_look k
    join item i on i.owner_id = ${owner} and i.id = k.scheme_id and i.ended_at is null
    join member m on m.owner_id = ${owner} and m.person_id = k.asked_of and m.kind = 'staff' and ${current('m', today)}
    where k.owner_id = ${owner} and k.looked_at is null and k.ended_at is null limit 5000`.execute(db);
  await settleKind(
    db,
    owner,
    lookNotice,
    looks.map(({ id, planId, personId, on }) => ({
      personId,
      itemId: planId,
      subjectKey: id,
      href: planHref(planId),
      dueAt: on === null ? null : instantAt(on, '16:00', zone),
    })),
    now,
  );
  const { rows: suggestions } = await sql<{ planId: string; personId: string }>`
    select distinct g.scheme_id as "planId", m.person_id as "personId" from plan_suggestion g
    join item i on i.owner_id = ${owner} and i.id = g.id and i.ended_at is null
    join item p on p.owner_id = ${owner} and p.id = g.scheme_id and p.ended_at is null
    join audience_grant a on a.owner_id = ${owner} and a.audience_id = i.audience_id and a.ability = 'read'
    join member m on m.owner_id = ${owner} and a.principal = 'person:' || m.person_id and m.kind = 'staff'
      and ${current('m', today)}
    where g.owner_id = ${owner} and g.state = 'open' and m.person_id <> i.author_id limit 5000`.execute(db);
  await settleKind(
    db,
    owner,
    suggestionsNotice,
    suggestions.map(({ planId, personId }) => ({
      personId,
      itemId: planId,
      subjectKey: planId,
      href: `${planHref(planId)}#suggestions`,
      dueAt: null,
    })),
    now,
  );
}

type Wanted = Omit<Parameters<typeof remindOf>[1][number], 'fromOwner' | 'kind'>;

async function settleKind(
  db: Db,
  fromOwner: string,
  kind: string,
  wanted: readonly Wanted[],
  now: Date,
): Promise<void> {
  const notices = wanted.map((each) => ({ ...each, fromOwner, kind }));
  await endOtherNotices(db, fromOwner, kind, notices, now);
  if (notices.length > 0) await remindOf(db, notices, now);
}

export const settleWaitingNow = told(
  [
    'plan.look-asked',
    'plan.looked',
    'plan.not-looked',
    'plan.look-taken-back',
    'plan.look-restored',
    'plan.suggested',
    'plan.suggestion-answered',
    'plan.suggestion-reopened',
    'plan.suggestion-taken-back',
    'plan.suggestion-restored',
    'plan.teachers-changed',
    'plan.ended',
    'plan.restored',
    'need.raised',
  ],
  z.object({}),
  async ({ ownerId }, { db, now }) => {
    const school = await db
      .selectFrom('organisation')
      .select(['id', 'time_zone as zone'])
      .where('id', '=', ownerId)
      .executeTakeFirstOrThrow();
    await settleWaiting(db, school, now());
  },
);
