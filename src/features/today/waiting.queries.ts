import { type RawBuilder, sql } from 'kysely';
import { type Given, list, type List } from '#platform/access/composed.ts';
import type { Who } from '#platform/access/who.ts';
import type { Feature } from '#platform/http/feature.ts';
import { fromHere } from './from-here.ts';

export interface Waiting {
  id: string;
  kind: string;
  href: string;
  dueAt: Date | null;
  createdAt: Date;
  doneAt: Date | null;
  /** Whether its person took it off the list themself, so that they can put it back. */
  aside: boolean;
  /** What it is about, when that is a group this person is in. */
  group: string | null;
  /** What its room says of it in full, where it does. */
  facts: unknown;
  /** How many wait altogether. */
  total: number;
}

/** How many things that wait are shown; the page says when there are more. */
const most = 50;

export interface WaitingSince {
  doneSince: Date;
}

/** What waits for a person in the organisation they are in, what is due first; and what was done lately. */
export function waitingOf(
  features: readonly Feature[],
  who: Who,
  { doneSince }: Given<WaitingSince>,
): List<Waiting> {
  // Whoever has left the organisation opens nothing of it or of its people, and is sent to what is their own alone.
  // It is not done for that: where they come back, it waits as before.
  const from =
    who.standing.kind === null ? sql`n.from_owner = ${who.personId}` : fromHere(who.organisationId);
  const circles = [...who.standing.circles.keys()];
  return list<Waiting>(
    sql`select w.id, w.kind, w.href, w.due_at as "dueAt", w.created_at as "createdAt", w.done_at as "doneAt",
      w.aside_at is not null as aside, c.name as "group",
      ${factsOf(features, who)} as facts, w.total
    from (
      (select n.*, count(*) over ()::int as total from notice n
        where n.owner_id = ${who.personId} and ${from}
          and n.done_at is null and ${mayKnow(features, who)}
        order by n.due_at nulls last, n.created_at, n.id limit ${most})
      union all
      (select n.*, 0 as total from notice n
        where n.owner_id = ${who.personId} and ${from}
          and n.done_at > ${doneSince} and n.left_circle_id is null and ${mayKnow(features, who)}
        order by n.done_at desc limit 10)) w
    left join item i on i.owner_id = ${who.organisationId} and i.id = w.item_id and i.ended_at is null
    left join circle c on c.owner_id = ${who.organisationId} and c.id = i.circle_id
      and c.id = any(${circles}::uuid[])
    order by w.done_at desc nulls first, w.due_at nulls last, w.created_at, w.id`,
    { dueAt: 'moment', createdAt: 'moment', doneAt: 'moment' },
  );
}

/** What a room lets stand only while this person may know of it, as of a child whose carers are told less since. */
function mayKnow(features: readonly Feature[], who: Who): RawBuilder<boolean> {
  const kinds = features
    .flatMap(({ noticesInFull = {} }) => Object.entries(noticesInFull))
    .filter(([, { onlyWithFacts }]) => onlyWithFacts);
  const asked = Array.from(
    Map.groupBy(kinds, ([, { facts }]) => facts),
    ([facts, same]) =>
      sql`and (n.kind <> all(${same.map(([kind]) => kind)}::text[]) or ${facts('n', who)} is not null)`,
  );
  return sql<boolean>`(true ${sql.join(asked, sql` `)})`;
}

/** Nothing of a circle is said to somebody who is in it no more; what has none is asked of the kernel by its room. */
function factsOf(features: readonly Feature[], who: Who): RawBuilder<unknown> {
  const kinds = features.flatMap(({ noticesInFull = {} }) => Object.entries(noticesInFull));
  if (kinds.length === 0) return sql`null::json`;
  // Planning each costs more than running it: kinds that ask the same are asked once.
  const when = Array.from(
    Map.groupBy(kinds, ([, { facts }]) => facts),
    ([facts, same]) => {
      const unlessCircle = same[0]![1].readsByItself ? sql`` : sql`and c.id is not null`;
      return sql`when w.kind = any(${same.map(([kind]) => kind)}::text[]) ${unlessCircle} then ${facts('w', who)}`;
    },
  );
  return sql`case ${sql.join(when, sql` `)} end`;
}
