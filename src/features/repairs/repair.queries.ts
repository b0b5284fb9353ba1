import { sql } from 'kysely';
import { current } from '#platform/access/current.ts';
import { composed, type Given, list } from '#platform/access/composed.ts';
import { itemList, type ItemRow } from '#platform/access/select-item.ts';
import type { Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import { isId } from '#platform/db/ids.ts';
import { NotFound } from '#platform/errors.ts';
import { repairPolicy } from './repair.policy.ts';
import type { ListedRepair, Repair, Step } from './repair.ts';
import { whereItIs } from './where-it-is.ts';

const repairsAPage = 50;

/** What lists of repairs can be narrowed to. */
export interface RepairFilter {
  /** What is over: mended, or not to be. */
  closed: true | undefined;
  /** What one reported, has too or looks after. */
  mine: true | undefined;
  room: string | undefined;
  words: string | undefined;
}

const columns = (owner: string) => sql`r.id, r.title, ${whereItIs} as "where", r.state, a.name as after,
  r.created_at as "createdAt", r.moved_at as "movedAt",
  (select count(*)::int from repair_me_too m where m.owner_id = ${owner} and m.repair_id = r.id and m.ended_at is null)
    as others`;

const tables = (owner: string) => sql`repair r
  join item i on i.owner_id = ${owner} and i.id = r.id
  left join room o on o.owner_id = ${owner} and o.id = r.room_id
  left join person a on a.id = r.looked_after_by`;

const isMineToo = (
  who: Who,
) => sql`exists (select 1 from repair_me_too m where m.owner_id = ${who.organisationId}
  and m.repair_id = r.id and m.person_id = ${who.personId} and m.ended_at is null)`;

interface Asked extends RepairFilter {
  offset: number;
}

const askList = composed((who, given: Given<Asked>) => ({
  repairs: list<ListedRepair>(
    sql`select ${columns(who.organisationId)} from ${tables(who.organisationId)}
      where r.owner_id = ${who.organisationId} and i.ended_at is null and ${who.sees('i', repairPolicy)}
        and ${given.closed ? sql`r.state in ('mended', 'will-not-be')` : sql`r.state not in ('mended', 'will-not-be')`}
        ${given.mine ? sql`and (i.author_id = ${who.personId} or r.looked_after_by = ${who.personId} or ${isMineToo(who)})` : sql``}
        ${given.room ? sql`and r.room_id = ${given.room}::uuid` : sql``}
        ${given.words ? sql`and (r.title ilike ${given.words} or r.text ilike ${given.words} or r.place ilike ${given.words} or o.name ilike ${given.words})` : sql``}
      order by ${given.closed ? sql`r.moved_at desc, r.id desc` : sql`r.created_at, r.id`}
      limit ${repairsAPage + 1} offset ${given.offset}::int`,
    { createdAt: 'moment', movedAt: 'moment' },
  ),
  places: list<Place>(placesSelect(who.organisationId)),
}));

export interface Place {
  id: string;
  name: string;
  kind: 'room' | 'equipment';
}

const placesSelect = (owner: string) => sql`select r.id, r.name, r.kind from room r
  where r.owner_id = ${owner} and r.ended_at is null order by r.kind desc, r.sort_name, r.id limit 600`;

/** A page of what is broken, the oldest first; of what is over the latest first. And the places there are. */
export async function selectRepairs(
  db: Db,
  who: Who,
  filter: RepairFilter,
  page: number,
): Promise<{ repairs: ListedRepair[]; more: boolean; places: Place[] }> {
  const { repairs, places } = await askList(db, who, {
    ...filter,
    words: filter.words && `%${filter.words.replace(/[\\%_]/g, '\\$&')}%`,
    offset: (page - 1) * repairsAPage,
  });
  return { repairs: repairs.slice(0, repairsAPage), more: repairs.length > repairsAPage, places };
}

const askNew = composed((who) => ({
  places: list<Place>(placesSelect(who.organisationId)),
  open: list<ListedRepair>(
    sql`select ${columns(who.organisationId)} from ${tables(who.organisationId)}
      where r.owner_id = ${who.organisationId} and i.ended_at is null and ${who.sees('i', repairPolicy)}
        and r.state not in ('mended', 'will-not-be')
      order by r.created_at desc, r.id desc limit 8`,
    { createdAt: 'moment', movedAt: 'moment' },
  ),
}));

/** The places there are, and what was reported last and is not mended: so that nobody reports it again. */
export const selectForReport = (db: Db, who: Who): Promise<{ places: Place[]; open: ListedRepair[] }> =>
  askNew(db, who, {});

const askOne = composed((who, { id, now, today }: Given<{ id: string; now: Date; today: string }>) => ({
  items: itemList(who, { ownerId: sql`${who.organisationId}::uuid`, id, now }),
  repairs: list<Repair>(
    sql`select ${columns(who.organisationId)}, r.text, r.looked_after_by as "afterId", i.author_id as "authorId",
        p.name as author, ${isMineToo(who)} as "isMine", r.version
      from ${tables(who.organisationId)} join person p on p.id = i.author_id
      where r.owner_id = ${who.organisationId} and r.id = ${id}`,
    { createdAt: 'moment', movedAt: 'moment' },
  ),
  steps: list<Step>(
    sql`select s.id, s.state, s.action, p.name, s.taken_by as "takenBy", a.name as after, s.taken_at as "takenAt"
      from repair_step s join person p on p.id = s.taken_by left join person a on a.id = s.looked_after_by
      where s.owner_id = ${who.organisationId} and s.repair_id = ${id} and s.ended_at is null
      order by s.taken_at, s.id limit 200`,
    { takenAt: 'moment' },
  ),
  colleagues: list<{ id: string; name: string }>(
    sql`select p.id, p.name from member m join person p on p.id = m.person_id
      where m.owner_id = ${who.organisationId} and m.kind = 'staff' and ${current('m', today)}
      order by p.name, p.id limit 600`,
  ),
}));

/** One of them with its item as this person reaches it, its steps and who could look after it. Decides nothing. */
export async function selectRepair(
  db: Db,
  who: Who,
  given: { id: string; now: Date; today: string },
): Promise<{
  row: ItemRow | undefined;
  repair: Repair | undefined;
  steps: Step[];
  colleagues: { id: string; name: string }[];
}> {
  if (!isId(given.id)) throw new NotFound();
  const { items, repairs, steps, colleagues } = await askOne(db, who, given);
  return { row: items[0], repair: repairs[0], steps, colleagues };
}
