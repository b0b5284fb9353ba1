import { type Expression, sql } from 'kysely';
import { composed, type Given, list, type List } from '#platform/access/composed.ts';
import { current } from '#platform/access/current.ts';
import type { Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';

/** Somebody to choose from. */
export interface NamedPerson {
  personId: string;
  name: string;
}

/** The staff of a school on a day, by name: for rooms in which one chooses a colleague. */
export const staffList = (owner: string, today: Expression<string>): List<NamedPerson> =>
  list<NamedPerson>(sql`select m.person_id as "personId", p.name from member m join person p on p.id = m.person_id
    where m.owner_id = ${owner} and m.kind = 'staff' and ${current('m', today)}
    order by m.sort_name, m.person_id limit 1000`);

const ask = composed((who, { today }: Given<{ today: string }>) => ({
  staff: staffList(who.organisationId, today),
}));

/** The same by itself. */
export const selectStaff = async (db: Db, who: Who, today: string): Promise<NamedPerson[]> =>
  (await ask(db, who, { today })).staff;
