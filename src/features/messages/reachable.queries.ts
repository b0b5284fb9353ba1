import { type RawBuilder, sql } from 'kysely';
import { composed, type Given, list } from '#platform/access/composed.ts';
import { current } from '#platform/access/current.ts';
import type { Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import { comparable } from '#platform/i18n/comparable.ts';
import { toldAbout } from '#features/people/index.ts';
import { hasToDoWith, wayBetween } from './who-may-write.ts';

/** Somebody whom one may write to. */
export interface Reachable {
  personId: string;
  name: string;
  /** A pupil, a carer of the child in `about`, one of the staff. */
  sort: 'pupil' | 'carer' | 'staff';
  aboutId: string | null;
  about: string | null;
  /** What they are at the school, where it is written down. */
  jobTitle: string | null;
}

const most = 60;

/** Whom one may write to, found by the beginning of a name; a carer by their own or the child’s. */
const ask = composed((who, given: Given<{ today: string; parts: string[] | undefined }>) => ({
  people: list<Reachable>(
    sql`select * from (${sql.join(
      sources(who, given).map((source) => sql`(${source} limit ${most})`),
      sql` union all `,
    )}) r order by case r.sort when 'pupil' then 1 when 'carer' then 2 else 3 end, r."sortName", r."personId", r."aboutId"
    limit ${most}`,
  ),
}));

function sources(
  who: Who,
  { today, parts }: Given<{ today: string; parts: string[] | undefined }>,
): RawBuilder<unknown>[] {
  const owner = who.organisationId;
  const me = sql`${who.personId}::uuid`;
  const named = (...columns: RawBuilder<unknown>[]) =>
    parts
      ? sql`(${sql.join(
          columns.map((column) => sql`${column} like all(${parts}::text[])`),
          sql` or `,
        )})`
      : sql`true`;
  const carerOf = sql`${toldAbout(owner, 'messages', today)} told
    join member k on k.owner_id = ${owner} and k.person_id = told.pupil_id
    join person kp on kp.id = k.person_id`;
  /** Staff whom a family writes to, for each of its children. */
  const asFamily = sql`select p.id as "personId", p.name, 'staff' as sort, k.person_id as "aboutId", kp.name as about,
      m.job_title as "jobTitle", m.sort_name as "sortName"
    from ${carerOf} join member m on m.owner_id = ${owner} and m.kind = 'staff' and ${current('m', today)}
    join person p on p.id = m.person_id
    where told.adult_id = ${me} and m.person_id <> ${me} and ${named(sql`m.sort_name`)}
      and ${hasToDoWith(owner, wayBetween('family', 'staff')!, { staff: sql.ref('m.person_id'), pupil: sql.ref('k.person_id') }, today)}
    order by m.sort_name`;
  const { kind } = who.standing;
  if (kind === 'pupil')
    return [
      sql`select p.id as "personId", p.name, 'staff' as sort, null::uuid as "aboutId", null::text as about,
          m.job_title as "jobTitle", m.sort_name as "sortName"
        from member m join person p on p.id = m.person_id
        where m.owner_id = ${owner} and m.kind = 'staff' and ${current('m', today)} and ${named(sql`m.sort_name`)}
          and ${hasToDoWith(owner, wayBetween('pupil', 'staff')!, { staff: sql.ref('m.person_id'), pupil: me }, today)}
        order by m.sort_name`,
    ];
  if (kind !== 'staff') return [asFamily];
  return [
    sql`select p.id as "personId", p.name, 'pupil' as sort, null::uuid as "aboutId", null::text as about,
        m.year_label as "jobTitle", m.sort_name as "sortName"
      from member m join person p on p.id = m.person_id
      where m.owner_id = ${owner} and m.kind = 'pupil' and ${current('m', today)} and ${named(sql`m.sort_name`)}
        and ${hasToDoWith(owner, wayBetween('staff', 'pupil')!, { staff: me, pupil: sql.ref('m.person_id') }, today)}
      order by m.sort_name`,
    sql`select a.id as "personId", a.name, 'carer' as sort, k.person_id as "aboutId", kp.name as about,
        null::text as "jobTitle", am.sort_name as "sortName"
      from ${carerOf}
      join member am on am.owner_id = ${owner} and am.person_id = told.adult_id and ${current('am', today)}
      join person a on a.id = am.person_id
      where a.id <> ${me} and ${named(sql`am.sort_name`, sql`k.sort_name`)}
        and ${hasToDoWith(owner, wayBetween('staff', 'family')!, { staff: me, pupil: sql.ref('k.person_id') }, today)}
      order by am.sort_name`,
    sql`select p.id as "personId", p.name, 'staff' as sort, null::uuid as "aboutId", null::text as about,
        m.job_title as "jobTitle", m.sort_name as "sortName"
      from member m join person p on p.id = m.person_id
      where m.owner_id = ${owner} and m.kind = 'staff' and ${current('m', today)} and m.person_id <> ${me}
        and ${named(sql`m.sort_name`)}
      order by m.sort_name`,
    asFamily,
  ];
}

export async function selectReachable(
  db: Db,
  who: Who,
  { today, search }: { today: string; search: string },
): Promise<{ people: Reachable[]; cut: boolean }> {
  const parts = comparable(search).split(' ').filter(Boolean);
  const { people } = await ask(db, who, {
    today,
    parts: parts.length > 0 ? parts.map((part) => `%${part}%`) : undefined,
  });
  return { people, cut: people.length === most };
}
