import { sql } from 'kysely';
import { composed, type Given, list, type List } from '#platform/access/composed.ts';
import { keepsCover } from './cover.access.ts';
import type { How, Slot } from './cover.ts';
import { awayList, busyList, colleaguesList, gapsList } from './day.lists.ts';
import type { Busy, Colleague } from './suggest.ts';

/** What stands on a day, for a class whose teacher is away or, as it may be by now, is not. */
export interface Standing extends Slot {
  id: string;
  endsAt: string;
  unit: string;
  name: string;
  how: How;
  covering: string | null;
  words: string;
}

/** A class that somebody said they cannot take. */
export interface Declined {
  id: string;
  startsAt: string;
  unit: string;
  name: string;
  why: string;
}

/**
 * Who is away on a day and who takes their classes; for those who keep cover also everybody who could be asked, and all
 * that stands, in one statement.
 */
export const selectDay = composed((who, { day }: Given<{ day: string }>) => {
  const owner = who.organisationId;
  const kept = keepsCover(who);
  return {
    away: awayList(who, day),
    gaps: gapsList(owner, { from: day, until: day }),
    colleagues: kept ? colleaguesList(owner, day) : none<Colleague>(),
    busy: kept ? busyList(owner, day) : none<Busy>(),
    standing: kept
      ? list<Standing>(sql`
        select c.id, c.person_id as "personId", c.on_date as "on", c.unit_id as "unitId",
          to_char(c.starts_at, 'HH24:MI') as "startsAt", to_char(c.ends_at, 'HH24:MI') as "endsAt", u.name as unit,
          n.name, c.how, b.name as covering, c.words
        from cover c join unit u on u.owner_id = ${owner} and u.id = c.unit_id
        join person n on n.id = c.person_id left join person b on b.id = c.covered_by
        where c.owner_id = ${owner} and c.on_date = ${day} and c.ended_at is null
        order by c.starts_at, u.sort_name limit 400`)
      : none<Standing>(),
    declined: kept
      ? list<Declined>(sql`
        select c.id, to_char(c.starts_at, 'HH24:MI') as "startsAt", u.name as unit, b.name, c.declined_why as why
        from cover c join unit u on u.owner_id = ${owner} and u.id = c.unit_id join person b on b.id = c.covered_by
        where c.owner_id = ${owner} and c.on_date = ${day} and c.declined_at is not null
        order by c.declined_at limit 50`)
      : none<Declined>(),
  };
});

/** A list that is not for this reader. */
const none = <Row>(): List<Row> => ({ select: sql`select 1 as n where false`, moments: [] });
