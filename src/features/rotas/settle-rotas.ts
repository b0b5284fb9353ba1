import { sql } from 'kysely';
import { z } from 'zod';
import { current } from '#platform/access/current.ts';
import { today as todayIn } from '#platform/calendar/dates.ts';
import { instantAt } from '#platform/calendar/local-time.ts';
import type { Db } from '#platform/db/database.ts';
import { eachOrganisation, type OrganisationInTurn } from '#platform/jobs/each-organisation.ts';
import { told } from '#platform/jobs/handler.ts';
import { every } from '#platform/jobs/recurring.ts';
import { endOtherNotices } from '#platform/notices/end-other-notices.ts';
import type { Notice } from '#platform/notices/notices.ts';
import { remindOf } from '#platform/notices/remind-of.ts';
import { rotaMakers } from './rotas.access.ts';
import {
  askedNotice,
  cannotNotice,
  leaveNotice,
  letGoNotice,
  putNotice,
  rotaNotices,
  takenNotice,
} from './rotas.notices.ts';
import { swapHref } from './rotas.ts';

interface Told {
  id: string;
  on: string;
  from: string;
  personId: string;
  kind: string;
}

/** Makes everybody's lists say what is true of swaps now. Worked out from how they stand, so that told twice it is the same. */
async function settleRotas(db: Db, { id: owner, zone }: OrganisationInTurn, now: Date): Promise<void> {
  const today = todayIn(now, zone);
  const { rows } = await sql<Told>`
    with open as materialized (
      select w.*, t.person_id as usual_id, to_char(s.starts_at, 'HH24:MI') as starts,
        exists (select 1 from rota_swap_no n where n.owner_id = ${owner} and n.swap_id = w.id
          and n.person_id = w.asked_id) as declined
      from rota_swap w
      join rota_stand t on t.owner_id = ${owner} and t.id = w.stand_id and t.ended_at is null
        and t.from_on <= w.on_date and (t.until_on is null or t.until_on >= w.on_date)
      join rota_slot s on s.owner_id = ${owner} and s.id = t.slot_id and s.ended_at is null
      join rota r on r.owner_id = ${owner} and r.id = s.rota_id and r.ended_at is null
      where w.owner_id = ${owner} and w.on_date >= ${today}
    ), told as (
      select o.id, o.on_date, o.starts, o.asked_id as person_id, ${askedNotice}::text as kind from open o
      where o.ended_at is null and o.asked_id is not null and o.taken_by is null and not o.declined
      union all
      select o.id, o.on_date, o.starts, o.usual_id, ${takenNotice}::text from open o
      where o.ended_at is null and o.agreed_at is not null
      union all
      select o.id, o.on_date, o.starts, o.usual_id, ${cannotNotice}::text from open o
      where o.ended_at is null and o.taken_by is null and (o.declined or o.taken_at is not null)
      union all
      select o.id, o.on_date, o.starts, o.taken_by, ${putNotice}::text from open o
      where o.ended_at is null and o.taken_by is not null and o.asked_by <> o.usual_id and o.asked_by <> o.taken_by
      union all
      select o.id, o.on_date, o.starts, o.taken_by, ${letGoNotice}::text from open o
      where o.ended_at is not null and o.taken_by is not null and o.ended_by <> o.taken_by
        and not exists (select 1 from rota_swap d where d.owner_id = ${owner} and d.stand_id = o.stand_id
          and d.on_date = o.on_date and d.taken_by = o.taken_by and d.ended_at is null)
      union all
      select o.id, o.on_date, o.starts, k.person_id, ${leaveNotice}::text from open o
      join (select distinct a.person_id from appointment a where a.owner_id = ${owner}
        and a.role = any(${[...rotaMakers]}::text[]) and ${current('a', today)}) k on k.person_id <> o.taken_by
      where o.ended_at is null and o.taken_by is not null and o.agreed_at is null
    )
    select d.id, d.on_date as "on", d.starts as "from", d.person_id as "personId", d.kind from told d
    join member m on m.owner_id = ${owner} and m.person_id = d.person_id and m.kind = 'staff' and ${current('m', today)}`.execute(
    db,
  );
  const wanted = rows.map(({ id, on, from, personId, kind }): Notice => ({
    personId,
    fromOwner: owner,
    itemId: id,
    kind,
    subjectKey: id,
    href: swapHref(id),
    dueAt: instantAt(on, from, zone),
  }));
  for (const kind of Object.keys(rotaNotices)) {
    const those = wanted.filter((each) => each.kind === kind);
    await endOtherNotices(db, owner, kind, those, now);
    if (those.length > 0) await remindOf(db, those, now);
  }
}

/** What changes what waits for whom. */
const changes = [
  'rota-swap.asked',
  'rota-swap.put',
  'rota-swap.taken',
  'rota-swap.cannot',
  'rota-swap.given-back',
  'rota-swap.agreed',
  'rota-swap.ended',
  'rota-swap.restored',
  'rota.ended',
  'rota.restored',
  'rota.time-ended',
  'rota.time-restored',
  'rota.taken-off',
  'rota.put-back',
  'rota.fill-undone',
];

export const rotaHandlers = [
  told(changes, z.object({}), async ({ ownerId }, { db, now }) => {
    const school = await db
      .selectFrom('organisation')
      .select(['id', 'time_zone as zone'])
      .where('id', '=', ownerId)
      .executeTakeFirstOrThrow();
    await settleRotas(db, school, now());
  }),
];

/** Each morning, before people come in: what is over waits for nobody. */
export const rotasJob = every('rotas.settle', { dailyAt: '05:25' }, (job) =>
  eachOrganisation(job.db, job.signal, (organisation) => settleRotas(job.db, organisation, job.now())),
);
