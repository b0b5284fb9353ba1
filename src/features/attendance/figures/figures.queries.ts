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
  return {
    // The marks are read once: a row for each pupil, code and term says how many sessions are alike.
    found: list<Found>(sql`
      with few as materialized (
        select s.pupil_id, s.code_id, ${isLate('s')} as late, ${byTerm ? sql`t.id` : sql`null::uuid`} as term_id,
          count(*)::int as sessions
        from ${marked} s ${
          byTerm
            ? sql`left join term t on t.owner_id = ${owner} and t.kind = 'term' and t.ended_at is null
                and s.on_date between t.starts_on and t.ends_on`
            : sql``
        } group by 1, 2, 3, 4),
      alike as materialized (
        select f.pupil_id, f.code_id, c.category, c.national, f.late, ${label} as label, ${place} as place, f.sessions
        from few f join attendance_code c on c.owner_id = ${owner} and c.id = f.code_id
        ${byYear ? sql`left join member m on m.owner_id = ${owner} and m.person_id = f.pupil_id` : sql``}
        ${byTerm ? sql`left join term t on t.owner_id = ${owner} and t.id = f.term_id` : sql``})
      select
        (select coalesce(json_agg(g), '[]') from (
          select x.label as "group", count(distinct x.pupil_id)::int as pupils, ${countColumns('x', 'sessions')}
          from alike x group by x.place, x.label order by x.place, x.label) g) as groups,
        (select coalesce(json_agg(g), '[]') from (
          select c.symbol, c.name, c.category, x.sessions from (
            select y.code_id, sum(y.sessions)::int as sessions from alike y group by y.code_id) x
          join attendance_code c on c.owner_id = ${owner} and c.id = x.code_id order by c.position, c.symbol, c.id) g) as codes,
        (select coalesce(json_agg(g), '[]') from (
          select y.possible, y.away, count(*)::int as pupils from (
            select x.pupil_id, ${countOf(isPossible('x'), 'x.sessions')} as possible, ${countOf(isAway('x'), 'x.sessions')} as away
            from alike x group by x.pupil_id) y
          where y.possible > 0 group by y.possible, y.away) g) as missed`),
    classes: byClass
      ? list<GroupCounts>(sql`select coalesce(g.name, '') as "group", count(distinct s.pupil_id)::int as pupils, ${countColumns('s')}
          from ${marked} s left join (${classesOfPupils(owner, from, until)}) g on g.person_id = s.pupil_id
            and (g.starts_on is null or g.starts_on <= s.on_date) and (g.ends_on is null or g.ends_on >= s.on_date)
          group by g.id, g.name, g.sort_name order by g.sort_name nulls last, g.id`)
      : list<GroupCounts>(sql`select 1 as n where false`),
    settings: settingsList(owner),
  };
});

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
  const { found, classes, settings } = await ask(db, who, {
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
    groups: by === 'class' ? classes : groups,
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
