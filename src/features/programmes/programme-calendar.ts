import type { Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import type { CalendarEntry } from '#platform/http/route.ts';
import { stepHref } from './addresses.ts';
import { programmePolicy } from './programme.policy.ts';

/** The steps of the published programmes that a person is in, within some days, both included. */
export async function programmeCalendar(db: Db, who: Who, from: string, until: string): Promise<CalendarEntry[]> {
  const circles = [...who.standing.circles.keys()];
  if (circles.length === 0) return [];
  const rows = await db
    .selectFrom('programme_step as s')
    .innerJoin('programme as p', (join) =>
      join.onRef('p.owner_id', '=', 's.owner_id').onRef('p.id', '=', 's.programme_id'),
    )
    .innerJoin('item as i', (join) => join.onRef('i.owner_id', '=', 'p.owner_id').onRef('i.id', '=', 'p.id'))
    .select(['s.id', 's.number', 's.title', 's.on_date', 's.starts_at', 's.minutes', 's.place', 'p.slug', 'p.title as programme'])
    .where('s.owner_id', '=', who.organisationId)
    .where('p.id', 'in', circles)
    .where('p.published_at', 'is not', null)
    .where('p.closed_at', 'is', null)
    .where('s.ended_at', 'is', null)
    .where('s.on_date', '>=', from)
    .where('s.on_date', '<=', until)
    .where('i.ended_at', 'is', null)
    .where(who.sees('i', programmePolicy))
    .orderBy('s.on_date')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    title: `${row.title} (${row.programme})`,
    on: row.on_date,
    startsAt: row.starts_at,
    minutes: row.minutes,
    place: row.place,
    href: stepHref(row, row),
  }));
}
