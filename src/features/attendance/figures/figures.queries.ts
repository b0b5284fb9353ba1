import { sql } from 'kysely';
import { markedSessions } from '#features/registers/index.ts';
import { composed, type Given, list } from '#platform/access/composed.ts';
import { current } from '#platform/access/current.ts';
import type { Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import { type Category, isAway, isPossible } from '../marked-sessions.ts';
import type { Days } from '../span.ts';
import { settingsList, usualSettings } from '../settings/settings.queries.ts';
import { type Counts, countColumns } from './counts.ts';

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
  const joined = byYear
    ? sql`left join member g on g.owner_id = ${owner} and g.person_id = s.pupil_id`
    : byClass
      ? sql`left join (select i.person_id, u.name as label, u.sort_name from membership i
          join unit u on u.owner_id = ${owner} and u.id = i.unit_id and u.kind in ('class', 'form') and u.ended_at is null
          where i.owner_id = ${owner} and i.part = 'pupil' and ${current('i', until)}) g on g.person_id = s.pupil_id`
      : byTerm
        ? sql`left join term g on g.owner_id = ${owner} and g.kind = 'term' and g.ended_at is null
            and s.on_date between g.starts_on and g.ends_on`
        : sql``;
  const label = byYear
    ? sql`coalesce(g.year_label, '')`
    : byClass
      ? sql`coalesce(g.label, '')`
      : byTerm
        ? sql`coalesce(g.name, '')`
        : sql`''`;
  const order = byClass ? sql`min(g.sort_name)` : byTerm ? sql`min(g.starts_on)` : sql`${label}`;
  return {
    groups:
      list<GroupCounts>(sql`select ${label} as "group", count(distinct s.pupil_id)::int as pupils, ${countColumns('s')}
      from ${marked} s ${joined}
      ${byYear || byClass || byTerm ? sql`group by ${label} order by ${order} nulls last, 1` : sql``}`),
    codes: list<CodeCounts>(sql`select c.symbol, c.name, c.category, x.sessions
      from (select s.code_id, count(*)::int as sessions from ${marked} s group by s.code_id) x
      join attendance_code c on c.owner_id = ${owner} and c.id = x.code_id order by c.position, c.symbol, c.id`),
    persistent: list<{ possible: number; away: number; pupils: number }>(sql`
      select x.possible, x.away, count(*)::int as pupils from (
        select s.pupil_id, count(*) filter (where ${isPossible('s')})::int as possible,
          count(*) filter (where ${isAway('s')})::int as away
        from ${marked} s group by s.pupil_id) x
      where x.possible > 0 group by x.possible, x.away`),
    settings: settingsList(owner),
  };
});

/** The figures of the school over some days, grouped. Counts are of sessions, which are half days. */
export async function selectFigures(db: Db, who: Who, { from, until }: Days, by: Grouping): Promise<Figures> {
  const { groups, codes, persistent, settings } = await ask(db, who, {
    from,
    until,
    byYear: by === 'year' || undefined,
    byClass: by === 'class' || undefined,
    byTerm: by === 'term' || undefined,
  });
  const { threshold } = settings[0] ?? usualSettings;
  const missing = (share: number): number =>
    persistent.reduce((sum, each) => (each.away * 100 > each.possible * share ? sum + each.pupils : sum), 0);
  return {
    groups,
    codes,
    threshold,
    persistent: {
      pupils: persistent.reduce((sum, { pupils }) => sum + pupils, 0),
      // Ten in a hundred missed or more is persistent absence: at 90 attended of 100 it has begun.
      below: persistent.reduce(
        (sum, each) => (each.away * 100 >= each.possible * (100 - threshold) ? sum + each.pupils : sum),
        0,
      ),
      half: missing(50),
    },
  };
}
