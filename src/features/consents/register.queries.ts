import { type RawBuilder, sql } from 'kysely';
import { composed, type Given, list } from '#platform/access/composed.ts';
import { notOver } from '#platform/access/current.ts';
import type { Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import { comparable } from '#platform/i18n/comparable.ts';
import type { Standing } from './consent.ts';
import { mayReadPupil, readsWhole, teachesUnit } from './consents.access.ts';
import { standingIn } from './standing.ts';

/** How it stands, or 'soon': given, and running out within the days of renewal. */
export const sought = ['none', 'given', 'refused', 'lapsed', 'soon'] as const;
export type Sought = (typeof sought)[number];

export interface RegisterFilter {
  unitId: string | null;
  /** The purposes that are shown: all, or the one asked for. */
  purposes: readonly string[];
  standing: Sought | null;
  search: string;
}

/** How it stands for one purpose; a purpose without any answer is absent. */
interface Cell {
  answer: Standing;
  until: string | null;
  /** It was given and taken back. */
  takenBack: boolean;
}

export interface RegisterPupil {
  personId: string;
  name: string;
  number: string | null;
  yearLabel: string | null;
  answers: Readonly<Record<string, Cell>> | null;
}

/** How many pupils stand how, for one purpose. */
export interface RegisterCount {
  purpose: string;
  pupils: number;
  given: number;
  refused: number;
  lapsed: number;
  none: number;
  soon: number;
}

export interface RegisterUnit {
  id: string;
  name: string;
  pupils: number;
}

interface Register {
  pupils: RegisterPupil[];
  total: number;
  counts: RegisterCount[];
  units: RegisterUnit[];
}

/** One page of the register, what the whole of what was asked for comes to, and the classes the person reads of. */
export async function selectRegister(
  db: Db,
  who: Who,
  filter: RegisterFilter,
  { today, soon, limit, offset }: { today: string; soon: string; limit: number; offset: number },
): Promise<Register> {
  const parts = comparable(filter.search).split(' ').filter(Boolean);
  const { pupils, counts, units } = await ask(db, who, {
    today,
    soon,
    limit,
    offset,
    purposes: filter.purposes,
    unitId: filter.unitId ?? undefined,
    standing: filter.standing ?? undefined,
    parts: parts.length > 0 ? parts.map((part) => `%${part}%`) : undefined,
  });
  return { pupils, total: pupils[0]?.total ?? 0, counts, units };
}

interface Asked {
  today: string;
  soon: string;
  limit: number;
  offset: number;
  purposes: readonly string[];
  unitId: string | undefined;
  standing: Sought | undefined;
  parts: string[] | undefined;
}

const ask = composed((who, given: Given<Asked>) => {
  const owner = who.organisationId;
  const { today, soon, purposes } = given;
  const those = sql.join(conditions(who, given), sql` and `);
  const standing = standingIn('c', today);
  return {
    pupils: list<RegisterPupil & { total: number }>(sql`
      select m.person_id as "personId", p.name, m.pupil_number as number, m.year_label as "yearLabel",
        (select json_object_agg(c.purpose, json_build_object('answer', ${standing}, 'until', c.until,
            'takenBack', c.withdrawn_at is not null))
          from consent c where c.owner_id = ${owner} and c.person_id = m.person_id and c.ended_at is null) as answers,
        count(*) over ()::int as total
      from member m join person p on p.id = m.person_id
      where ${those} ${given.standing ? sql`and ${stands(owner, given, given.standing)}` : sql``}
      order by m.sort_name, m.person_id
      limit ${given.limit} offset ${given.offset}`),
    counts: list<RegisterCount>(sql`
      select a.purpose, count(*)::int as pupils, count(*) filter (where a.standing = 'given')::int as given,
        count(*) filter (where a.standing = 'refused')::int as refused,
        count(*) filter (where a.standing = 'lapsed')::int as lapsed,
        count(*) filter (where a.standing = 'none')::int as none,
        count(*) filter (where a.standing = 'given' and a.until <= ${soon})::int as soon
      from (select each.purpose, c.until, ${standing} as standing
        from member m cross join unnest(${purposes}::text[]) as each(purpose)
        left join consent c on c.owner_id = ${owner} and c.person_id = m.person_id
          and c.purpose = each.purpose and c.ended_at is null
        where ${those}) a
      group by a.purpose`),
    units: list<RegisterUnit>(sql`
      select u.id, u.name, (select count(*)::int from membership s where s.owner_id = ${owner} and s.unit_id = u.id
        and s.part = 'pupil' and ${notOver('s', today)}) as pupils
      from unit u where u.owner_id = ${owner} and u.ended_at is null and ${
        readsWhole(who)
          ? sql`exists (select 1 from membership s where s.owner_id = ${owner} and s.unit_id = u.id
            and s.part = 'pupil' and ${notOver('s', today)})`
          : teachesUnit(who, 'u', today)
      }
      order by u.sort_name limit 500`),
  };
});

/** The pupils of the school that this person may read of, and of them those asked for. */
function conditions(who: Who, given: Given<Asked>): RawBuilder<unknown>[] {
  const owner = who.organisationId;
  const { today } = given;
  return [
    sql`m.owner_id = ${owner} and m.kind = 'pupil' and ${notOver('m', today)}`,
    mayReadPupil(who, 'm', today),
    ...(given.unitId
      ? [
          sql`exists (select 1 from membership s where s.owner_id = ${owner} and s.unit_id = ${given.unitId}
            and s.person_id = m.person_id and s.part = 'pupil' and ${notOver('s', today)})`,
        ]
      : []),
    ...(given.parts ? [sql`m.sort_name like all(${given.parts}::text[])`] : []),
  ];
}

/** Whether it stands so for one of the purposes shown. */
function stands(
  owner: string,
  { today, soon, purposes }: Given<Asked>,
  wanted: unknown,
): RawBuilder<unknown> {
  return sql`exists (select 1 from unnest(${purposes}::text[]) as each(purpose)
    left join consent c on c.owner_id = ${owner} and c.person_id = m.person_id
      and c.purpose = each.purpose and c.ended_at is null
    where (${wanted}::text = 'soon' and ${standingIn('c', today)} = 'given' and c.until <= ${soon})
      or ${standingIn('c', today)} = ${wanted})`;
}
