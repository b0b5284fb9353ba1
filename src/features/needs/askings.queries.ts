import { sql } from 'kysely';
import { composed, type Given, list } from '#platform/access/composed.ts';
import { current } from '#platform/access/current.ts';
import type { Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import { type Named, staffUnit } from './asking.queries.ts';
import { askingPolicy } from './need.policy.ts';

interface AskingRow {
  slug: string;
  title: string;
  closesOn: string;
  closedAt: Date | null;
  answered: number;
}

/** The askings of a school, the latest first, with how many answered. For those who run them. */
export const selectAskings = async (db: Db, who: Who): Promise<AskingRow[]> =>
  (await askForAskings(db, who, {})).askings;

const askForAskings = composed((who) => ({
  askings: list<AskingRow>(
    sql`select a.slug, a.title, a.closes_on as "closesOn", a.closed_at as "closedAt",
      (select count(*) from needs_answer w where w.owner_id = ${who.organisationId} and w.asking_id = a.id) as answered
    from needs_asking a join item i on i.owner_id = a.owner_id and i.id = a.id
    where a.owner_id = ${who.organisationId} and i.ended_at is null and ${who.sees('i', askingPolicy, 'manage')}
    order by a.created_at desc limit 100`,
    { closedAt: 'moment' },
  ),
}));

export interface MyAskingRow {
  slug: string;
  title: string;
  closesOn: string;
  closedAt: Date | null;
  releasedAt: Date | null;
  answeredAt: Date | null;
  /** Needs of one's own that were joined to a priority, a programme or marked as individual. */
  joined: number;
}

/** The askings that reach a person, and those they answered; the latest first. */
export async function selectMyAskings(db: Db, who: Who): Promise<MyAskingRow[]> {
  const { rows } = await sql<MyAskingRow>`
    select a.slug, a.title, a.closes_on as "closesOn", a.closed_at as "closedAt", a.released_at as "releasedAt",
      w.updated_at as "answeredAt",
      (select count(*)::integer from need n join need_link l on l.owner_id = n.owner_id and l.need_id = n.id
        where n.owner_id = a.owner_id and n.answer_id = w.id and n.ended_at is null) as joined
    from needs_asking a
    join item i on i.owner_id = a.owner_id and i.id = a.id
    left join needs_answer w on w.owner_id = a.owner_id and w.asking_id = a.id and w.person_id = ${who.personId}
    where a.owner_id = ${who.organisationId} and i.ended_at is null
      and (w.id is not null or ${who.sees('i', askingPolicy, 'answer')})
    order by a.created_at desc limit 100`.execute(db);
  return rows;
}

const staffUnits = (organisationId: string) => sql<Named>`
  select u.id, u.name as title from unit u where ${staffUnit(organisationId)}
  order by u.kind, u.sort_name limit 200`;

/** The units that have staff in them, for choosing who is asked. */
export const selectStaffUnits = async (db: Db, organisationId: string): Promise<Named[]> =>
  (await staffUnits(organisationId).execute(db)).rows;

export interface WhomToAsk {
  units: Named[];
  staff: number;
  /** Those of the staff who have no account, so that they cannot answer yet. */
  withoutAccount: number;
  /** Whether pupils or classes of such years are written down; year labels are the school's own words. */
  hasPrimary: boolean;
  hasSecondary: boolean;
}

/** The same, with how many of the staff could answer. */
export async function selectWhomToAsk(db: Db, who: Who, today: string): Promise<WhomToAsk> {
  const { units, counts, years } = await askWhom(db, who, { today });
  return { units, ...counts[0]!, ...years[0]! };
}

const askWhom = composed((who, { today }: Given<{ today: string }>) => ({
  units: list<Named>(staffUnits(who.organisationId)),
  counts: list<{ staff: number; withoutAccount: number }>(
    sql`select count(*) as staff, count(*) filter (where not exists (
        select 1 from credential c where c.person_id = m.person_id)) as "withoutAccount"
      from member m where m.owner_id = ${who.organisationId} and m.kind = 'staff' and ${current('m', today)}`,
  ),
  years: list<{ hasPrimary: boolean; hasSecondary: boolean }>(
    sql`select coalesce(bool_or(y.label ~* '(^|[^0-9])0*[0-6]($|[^0-9])|^(year )?(r|rec|reception|n|nur|nursery)$'), false) as "hasPrimary",
        coalesce(bool_or(y.label ~* '(^|[^0-9])0*([7-9]|1[0-4])($|[^0-9])|sixth'), false) as "hasSecondary"
      from (select m.year_label as label from member m where m.owner_id = ${who.organisationId}
          and m.kind = 'pupil' and ${current('m', today)}
        union select u.year_label from unit u where u.owner_id = ${who.organisationId} and u.ended_at is null) y`,
  ),
}));
