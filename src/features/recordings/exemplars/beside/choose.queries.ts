import { sql } from 'kysely';
import { composed, type Given, list } from '#platform/access/composed.ts';
import type { Visit } from '#platform/http/context.ts';
import type { Recording } from '../../recording.ts';
import { shownExemplars } from '../exemplar.queries.ts';

/** What a recording can be laid beside. */
export interface Choice {
  id: string;
  title: string;
  author: string;
  isExemplar: boolean;
  filmedOn: string;
  lookFor: string;
  total: number;
}

interface Asked {
  id: string;
  find: string | undefined;
  limit: number;
  offset: number;
}

const ask = composed((who, { id, find, limit, offset }: Given<Asked>) => {
  const [owner, me] = [who.organisationId, who.personId];
  const found = find
    ? sql`and (x.title ilike ${find} or x.author ilike ${find} or x."lookFor" ilike ${find})`
    : sql``;
  return {
    rows: list<Choice>(sql`select x.*, count(*) over ()::int as total from (
        select r.id, r.title, a.name as author, true as "isExemplar", r.filmed_on as "filmedOn", e.look_for as "lookFor"
        from ${shownExemplars(who)} and r.state in ('arrived', 'making', 'ready', 'as-sent')
        union all
        select r.id, r.title, a.name, false, r.filmed_on, '' from recording r
        join item i on i.owner_id = r.owner_id and i.id = r.id join person a on a.id = i.author_id
        where r.owner_id = ${owner} and i.owner_id = ${owner} and i.author_id = ${me} and i.ended_at is null
          and r.state in ('arrived', 'making', 'ready', 'as-sent')
          and not exists (select 1 from exemplar e where e.owner_id = r.owner_id and e.id = r.id)) x
      where x.id <> ${id} ${found}
      order by x."isExemplar" desc, x."filmedOn" desc, x.id desc limit ${limit}::int offset ${offset}::int`),
  };
});

/** The examples this person may watch and the recordings of their own, without this one. One statement. */
export const selectChoices = async (
  visit: Visit,
  { id }: Pick<Recording, 'id'>,
  { find, ...paging }: Omit<Asked, 'id'>,
): Promise<Choice[]> =>
  (
    await ask(visit.db, visit.who, {
      id,
      ...paging,
      find: find && `%${find.replace(/[\\%_]/g, '\\$&')}%`,
    })
  ).rows;
