import { type Expression, sql } from 'kysely';
import { composed, type Given, list, type List } from '#platform/access/composed.ts';
import { current } from '#platform/access/current.ts';
import type { Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import { comparable } from '#platform/i18n/comparable.ts';
import { readsPupil } from '../behaviour.access.ts';
import { eventColumns, eventMoments, fromEvents, type StaffEvent } from '../noting/event.queries.ts';
import { foundPupils, type NotedPupil } from '../noting/note.queries.ts';

export interface OwnUnit {
  id: string;
  name: string;
}

const ask = composed((who, given: Given<{ today: string; parts: string[] | undefined }>) => ({
  units: ownUnits(who, given.today),
  found:
    given.parts === undefined
      ? list<NotedPupil>(sql`select null as "personId", null as name, null as "yearLabel" where false`)
      : foundPupils(who.organisationId, { parts: given.parts, today: given.today }),
  mine: list<StaffEvent>(
    sql`select ${eventColumns(who, given.today)} ${fromEvents(who.organisationId)}
      where e.owner_id = ${who.organisationId} and e.written_by = ${who.personId} and e.ended_at is null
      order by e.created_at desc, e.id desc limit 10`,
    eventMoments,
  ),
  toLook: list<StaffEvent>(
    sql`select ${eventColumns(who, given.today)} ${fromEvents(who.organisationId)}
      where e.owner_id = ${who.organisationId} and e.seen = 'waiting' and e.ended_at is null
        and e.happened_on > ${given.today}::date - 60 and ${readsPupil(who, sql.ref('e.pupil_id'), given.today)}
      order by e.happened_on, e.id limit 20`,
    eventMoments,
  ),
}));

/** The classes and forms one teaches or assists in today. */
const ownUnits = (who: Who, today: Expression<string>): List<OwnUnit> =>
  list<OwnUnit>(sql`select u.id, u.name from unit u
    where u.owner_id = ${who.organisationId} and u.ended_at is null and u.kind in ('class', 'form')
      and exists (select 1 from membership s where s.owner_id = ${who.organisationId} and s.unit_id = u.id
        and s.person_id = ${who.personId} and s.part in ('teacher', 'assistant') and ${current('s', today)})
    order by u.sort_name, u.id limit 60`);

/** One's classes, pupils found by name, what one noted lately, and what waits to be looked at. */
export const selectHome = (db: Db, who: Who, { today, search }: { today: string; search: string }) => {
  const parts = comparable(search).split(' ').filter(Boolean);
  return ask(db, who, { today, parts: parts.length > 0 ? parts.map((part) => `%${part}%`) : undefined });
};
