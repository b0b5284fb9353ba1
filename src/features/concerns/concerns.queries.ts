import { type Expression, type RawBuilder, sql } from 'kysely';
import { composed, type Given, list } from '#platform/access/composed.ts';
import { current, notOver } from '#platform/access/current.ts';
import { itemList } from '#platform/access/select-item.ts';
import type { Who } from '#platform/access/who.ts';
import { concernPolicy } from './concern.policy.ts';
import type { Concern, Entry } from './concern.ts';
import { type Appointer, type Named, namedPeople, peopleWhoAppoint } from './settings.ts';

const moments = {
  lookBy: 'moment',
  passedOnAt: 'moment',
  seenAt: 'moment',
  closedAt: 'moment',
  createdAt: 'moment',
} as const;

/** Concerns under c with their items under i, as those who may read them see them. */
const concernRows = (who: Who, condition: RawBuilder<unknown>): RawBuilder<Concern> => sql<Concern>`
  select c.id, c.pupil_id as "pupilId",
    case when ${who.sees('i', concernPolicy, 'handle')} or lower(k.name) = lower(c.about) then k.name end as pupil, c.about, c.saw, c.said, c.place,
    c.happened_on as "happenedOn", c.happened_at as "happenedAt", c.danger, c.told_whom as "toldWhom",
    c.look_by as "lookBy", c.passed_on_at as "passedOnAt", i.author_id as "authorId", w.name as author, s.name as "seenBy", c.seen_at as "seenAt",
    case when ${who.sees('i', concernPolicy, 'handle')} then c.review_on end as "reviewOn",
    c.closed_at as "closedAt", c.created_at as "createdAt"
  from concern c join item i on i.owner_id = ${who.organisationId} and i.id = c.id
  join person w on w.id = i.author_id
  left join person k on k.id = c.pupil_id
  left join person s on s.id = c.seen_by
  where c.owner_id = ${who.organisationId} and ${condition}`;

/** What was added: all of it for those who are named, for the writer what they added themselves. */
const entryRows = (who: Who, condition: RawBuilder<unknown>): RawBuilder<Entry> => sql<Entry>`
  select e.id, e.concern_id as "concernId", e.kind, e.text, e.whom, e.on_date as "onDate", e.other_id as "otherId",
    p.name as "writtenBy", e.created_at as "createdAt"
  from concern_entry e join concern c on c.owner_id = ${who.organisationId} and c.id = e.concern_id
  join item i on i.owner_id = ${who.organisationId} and i.id = c.id
  join person p on p.id = e.written_by
  where e.owner_id = ${who.organisationId} and (${who.sees('i', concernPolicy, 'handle')}
      or e.kind = 'more' and e.written_by = ${who.personId} and ${who.sees('i', concernPolicy)})
    and ${condition}`;

type At = Given<{ id: string; now: Date; today: string }>;

/** One concern with all its page shows; the item is decided about by the caller. */
export const selectConcern = composed((who, { id, now, today }: At) => ({
  items: itemList(who, { ownerId: sql`${who.organisationId}::uuid`, id, now }),
  concerns: list<Concern>(concernRows(who, sql`c.id = ${id} and ${who.sees('i', concernPolicy)}`), moments),
  entries: list<Entry>(sql`${entryRows(who, sql`e.concern_id = ${id}`)} order by e.created_at, e.id`, {
    createdAt: 'moment',
  }),
  named: list<Named>(namedPeople(who.organisationId, today)),
  appointers: list<Appointer>(peopleWhoAppoint(who.organisationId, today)),
  /** Others that may belong together with it, newest first. */
  others: list<{ id: string; child: string; createdAt: Date }>(
    sql`select c.id, coalesce(k.name, c.about) as child, c.created_at as "createdAt"
      from concern c join item i on i.owner_id = ${who.organisationId} and i.id = c.id
      left join person k on k.id = c.pupil_id
      where c.owner_id = ${who.organisationId} and c.id <> ${id} and ${who.sees('i', concernPolicy, 'handle')}
      order by c.created_at desc, c.id desc limit 100`,
    { createdAt: 'moment' },
  ),
}));

/** The lists of the first page: those to be looked at and open ones of those who are named; one's own. */
export const selectConcerns = composed((who, { today, search }: Given<{ today: string; search: string }>) => {
  const handled = who.sees('i', concernPolicy, 'handle');
  return {
    handled: list<Concern>(
      sql`${concernRows(who, sql`${handled} and (${search} <> 'open' or c.closed_at is null)`)}
        order by c.seen_at is not null, c.danger desc, c.created_at desc, c.id desc limit 200`,
      moments,
    ),
    own: list<Concern>(
      sql`${concernRows(who, sql`i.author_id = ${who.personId} and ${who.sees('i', concernPolicy)}`)}
        order by c.created_at desc, c.id desc limit 50`,
      moments,
    ),
    named: list<Named>(namedPeople(who.organisationId, today)),
  };
});

/** A child's concerns and all that was added, for those who are named; no rows for anybody else. */
export const selectChronology = composed((who, { pupilId }: Given<{ pupilId: string }>) => ({
  concerns: list<Concern>(
    sql`${concernRows(who, sql`c.pupil_id = ${pupilId} and ${who.sees('i', concernPolicy, 'handle')}`)}
      order by c.created_at, c.id`,
    moments,
  ),
  entries: list<Entry>(sql`${entryRows(who, sql`c.pupil_id = ${pupilId}`)} order by e.created_at, e.id`, {
    createdAt: 'moment',
  }),
  prints: list<{ by: string; reason: string; printedAt: Date }>(
    sql`select p.name as by, r.reason, r.printed_at as "printedAt"
      from concern_print r join person p on p.id = r.printed_by
      where r.owner_id = ${who.organisationId} and r.pupil_id = ${pupilId} and exists (
        select 1 from concern c join item i on i.owner_id = ${who.organisationId} and i.id = c.id
        where c.owner_id = ${who.organisationId} and c.pupil_id = ${pupilId}
          and ${who.sees('i', concernPolicy, 'handle')})
      order by r.printed_at desc limit 50`,
    { printedAt: 'moment' },
  ),
}));

/** Whom one may write about by choosing: the pupils of one's classes; and the names of those who will read it. */
export const selectForNew = composed((who, { today, about }: Given<{ today: string; about?: string }>) => ({
  pupils: list<{ personId: string; name: string; unit: string }>(sql`
    select distinct on (m.sort_name, m.person_id) m.person_id as "personId", p.name, u.name as unit
    from membership mine
    join unit u on u.owner_id = ${who.organisationId} and u.id = mine.unit_id and u.ended_at is null
    join membership s on s.owner_id = ${who.organisationId} and s.unit_id = u.id and s.part = 'pupil' and ${current('s', today)}
    join member m on m.owner_id = ${who.organisationId} and m.person_id = s.person_id and m.kind = 'pupil'
      and ${notOver('m', today)}
    join person p on p.id = m.person_id
    where mine.owner_id = ${who.organisationId} and mine.person_id = ${who.personId}
      and mine.part in ('teacher', 'assistant') and ${current('mine', today)}
    order by m.sort_name, m.person_id limit 400`),
  chosen: list<{ personId: string; name: string }>(
    about === undefined ? sql`select null where false` : pupilRow(who, about, today),
  ),
  named: list<Named>(namedPeople(who.organisationId, today)),
  appointers: list<Appointer>(peopleWhoAppoint(who.organisationId, today)),
}));

const pupilRow = (who: Who, id: Expression<string>, today: Expression<string>) => sql`
  select m.person_id as "personId", p.name from member m join person p on p.id = m.person_id
  where m.owner_id = ${who.organisationId} and m.person_id = ${id} and m.kind = 'pupil' and ${notOver('m', today)}`;
