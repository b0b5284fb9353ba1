import { sql } from 'kysely';
import { markedSessions } from '#features/registers/index.ts';
import { composed, type Given, list } from '#platform/access/composed.ts';
import type { Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import { type Category, type Day, isAway, isLate, isPossible } from '../marked-sessions.ts';
import type { Days } from '../span.ts';
import { settingsList, usualSettings } from '../settings/settings.queries.ts';
import { type Counts, countColumns, countOf } from './counts.ts';

/** By what the school looks at its figures. */
export const groupings = ['school', 'year', 'class', 'term'] as const;
export type Grouping = (typeof groupings)[number];

export interface GroupCounts extends Counts {
  /** The name of the class or term, the label of the year; '' for the whole school, and for pupils without any. */
  group: string;
  pupils: number;
}

export interface CodeCounts {
  symbol: string;
  name: string;
  category: Category;
  sessions: number;
}

export interface Figures {
  groups: GroupCounts[];
  codes: CodeCounts[];
  /** Pupils with any possible session, and those of them under the school's threshold. */
  persistent: { pupils: number; below: number; half: number };
  threshold: number;
}

/** What the figures are put together from, in one reading of the marks. */
interface Found {
  groups: GroupCounts[];
  codes: CodeCounts[];
  /** How many pupils have so many possible sessions and missed so many of them. */
  missed: { possible: number; away: number; pupils: number }[];
}

interface Asked {
  from: string;
  until: string;
  byYear: true | undefined;
  byClass: true | undefined;
  byTerm: true | undefined;
}

const ask = composed((who, { from, until, byYear, byClass, byTerm }: Given<Asked>) => {
  const owner = who.organisationId;
  const marked = sql`(${markedSessions(owner, { from, until })})`;
  const [label, place] = byYear
    ? [sql`coalesce(m.year_label, '')`, sql`''`]
    : byTerm
      ? [sql`coalesce(t.name, '')`, sql`coalesce(t.starts_on::text, '~')`]
      : [sql`''`, sql`''`];
  const apart = byTerm ? sql`t.id` : byClass ? sql`d.starts_on` : sql`null::text`;
  return {
    // The marks are read once: a row for each pupil, code and part of the time says how many sessions are alike.
    found: list<Found>(sql`
      with ${byClass ? spansOf(owner, from, until) : byTerm ? termsOf(owner) : sql``} few as materialized (
        select s.pupil_id, s.code_id, ${isLate('s')} as late, ${apart} as part, count(*)::int as sessions
        from ${marked} s ${
          byTerm
            ? sql`left join terms t on s.on_date between t.starts_on and t.ends_on`
            : byClass
              ? sql`join spans d on s.on_date >= d.starts_on and s.on_date < d.next`
              : sql``
        } group by 1, 2, 3, 4),
      alike as materialized (
        select f.pupil_id, f.code_id, c.category, c.national, f.late, ${label} as label, ${place} as place, f.part, f.sessions
        from few f join attendance_code c on c.owner_id = ${owner} and c.id = f.code_id
        ${byYear ? sql`left join member m on m.owner_id = ${owner} and m.person_id = f.pupil_id` : sql``}
        ${byTerm ? sql`left join terms t on t.id = f.part` : sql``})
      select
        (select coalesce(json_agg(g), '[]') from (${
          byClass
            ? sql`select coalesce(k.name, '') as "group", count(distinct x.pupil_id)::int as pupils, ${countColumns('x', 'sessions')}
                from alike x left join classes k on k.person_id = x.pupil_id
                  and (k.starts_on is null or k.starts_on <= x.part) and (k.ends_on is null or k.ends_on >= x.part)
                group by k.id, k.name, k.sort_name order by k.sort_name nulls last, k.id`
            : sql`select x.label as "group", count(distinct x.pupil_id)::int as pupils, ${countColumns('x', 'sessions')}
                from alike x group by x.place, x.label order by x.place, x.label`
        }) g) as groups,
        (select coalesce(json_agg(g), '[]') from (
          select c.symbol, c.name, c.category, x.sessions from (
            select y.code_id, sum(y.sessions)::int as sessions from alike y group by y.code_id) x
          join attendance_code c on c.owner_id = ${owner} and c.id = x.code_id order by c.position, c.symbol, c.id) g) as codes,
        (select coalesce(json_agg(g), '[]') from (
          select y.possible, y.away, count(*)::int as pupils from (
            select x.pupil_id, ${countOf(isPossible('x'), 'x.sessions')} as possible, ${countOf(isAway('x'), 'x.sessions')} as away
            from alike x group by x.pupil_id) y
          where y.possible > 0 group by y.possible, y.away) g) as missed`),
    settings: settingsList(owner),
  };
});

/** The terms of the school, looked up once and not for each mark. */
const termsOf = (owner: string) => sql`
  terms as materialized (select t.id, t.name, t.starts_on, t.ends_on from term t
    where t.owner_id = ${owner} and t.kind = 'term' and t.ended_at is null),`;

/**
 * Each half day counts in the class of that day. Classes are looked up for what is alike and not for each mark: from one
 * day on which anybody comes into a class or leaves one until the next, nobody's changes. `spans` are those times, with
 * the first day of the next.
 */
const spansOf = (owner: string, from: Day, until: Day) => sql`
  classes as materialized (${classesOfPupils(owner, from, until)}),
  turns as (select k.starts_on as day from classes k where k.starts_on > ${from}
    union select k.ends_on + 1 from classes k where k.ends_on < ${until}),
  spans as materialized (select a.day as starts_on, coalesce(lead(a.day) over (order by a.day), 'infinity'::date) as next
    from (select ${from}::date as day union select t.day from turns t) a),`;

/**
 * Who was in which class over some days, with the days, as a select of person_id, id, name and sort_name of the class,
 * starts_on and ends_on. In a school with forms these are its classes: a pupil in ten sets would count ten times.
 */
const classesOfPupils = (owner: string, from: Day, until: Day) => sql`
  select i.person_id, u.id, u.name, u.sort_name, i.starts_on, i.ends_on
  from membership i join unit u on u.owner_id = ${owner} and u.id = i.unit_id and u.ended_at is null
  where i.owner_id = ${owner} and i.part = 'pupil' and i.ended_at is null
    and (i.starts_on is null or i.starts_on <= ${until}) and (i.ends_on is null or i.ends_on >= ${from})
    and u.kind = case when exists (select 1 from unit f join membership b on b.owner_id = ${owner} and b.unit_id = f.id
        and b.part = 'pupil' and b.ended_at is null
      where f.owner_id = ${owner} and f.kind = 'form' and f.ended_at is null) then 'form' else 'class' end`;

/** The figures of the school over some days, grouped. Counts are of sessions, which are half days. */
export async function selectFigures(db: Db, who: Who, { from, until }: Days, by: Grouping): Promise<Figures> {
  const { found, settings } = await ask(db, who, {
    from,
    until,
    byYear: by === 'year' || undefined,
    byClass: by === 'class' || undefined,
    byTerm: by === 'term' || undefined,
  });
  const { threshold } = settings[0] ?? usualSettings;
  const { groups, codes, missed } = found[0]!;
  const missing = (share: number): number =>
    missed.reduce((sum, each) => (each.away * 100 > each.possible * share ? sum + each.pupils : sum), 0);
  return {
    groups,
    codes,
    threshold,
    persistent: {
      pupils: missed.reduce((sum, { pupils }) => sum + pupils, 0),
      // Ten in a hundred missed or more is persistent absence: at 90 attended of 100 it has begun.
      below: missed.reduce(
        (sum, each) => (each.away * 100 >= each.possible * (100 - threshold) ? sum + each.pupils : sum),
        0,
      ),
      half: missing(50),
    },
  };
}
