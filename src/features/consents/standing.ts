import { type Expression, type RawBuilder, sql } from 'kysely';
import { type List, list } from '#platform/access/composed.ts';
import { current, notOver } from '#platform/access/current.ts';
import type { Db } from '#platform/db/database.ts';
import type { Standing } from './consent.ts';

/** A day, an id or ids: the value itself, or its place in a composed statement. */
type Given<T> = T | Expression<unknown>;

interface WhoIsAsked {
  organisationId: string;
  purpose: Given<string>;
  today: Given<string>;
  /** The pupils of this class today … */
  unitId?: Given<string> | undefined;
  /** … or these people, of whom only pupils who are here count. */
  personIds?: Given<readonly string[]> | undefined;
}

/** How it stands for one pupil and the purpose asked about. */
export interface FilmedPupil {
  personId: string;
  name: string;
  answer: Standing;
  /** The last day of what was given, '2027-07-23', also once it ran out; null otherwise. */
  until: string | null;
}

/** How the row of consent under `alias` stands on a day; 'none' where a left join found no row. */
export const standingIn = (alias: string, today: Given<string>): RawBuilder<Standing> => {
  const column = (name: string) => sql.ref(`${alias}.${name}`);
  return sql<Standing>`case when ${column('id')} is null then 'none'
    when ${column('answer')} = 'refused' or ${column('withdrawn_at')} is not null then 'refused'
    when ${column('until')} < ${today} then 'lapsed' else 'given' end`;
};

function filmedPupils({ organisationId, purpose, today, unitId, personIds }: WhoIsAsked) {
  const among = [
    ...(unitId !== undefined
      ? [
          sql`exists (select 1 from membership s where s.owner_id = ${organisationId} and s.unit_id = ${unitId}
            and s.person_id = m.person_id and s.part = 'pupil' and ${current('s', today)})`,
        ]
      : []),
    ...(personIds !== undefined ? [sql`m.person_id = any(${personIds}::uuid[])`] : []),
  ];
  if (among.length === 0) throw new Error('Say of which class or of which people.');
  return sql<FilmedPupil>`
    select m.person_id as "personId", p.name, ${standingIn('c', today)} as answer,
      case when c.answer = 'given' and c.withdrawn_at is null then c.until end as until
    from member m join person p on p.id = m.person_id
    left join consent c on c.owner_id = ${organisationId} and c.person_id = m.person_id
      and c.purpose = ${purpose} and c.ended_at is null
    where m.owner_id = ${organisationId} and m.kind = 'pupil' and ${notOver('m', today)}
      and ${sql.join(among, sql` and `)}
    order by m.sort_name, m.person_id`;
}

/**
 * The pupils of a class, or those named, with how it stands for one purpose today: a list for a composed statement,
 * by name. Whether the reader may know is the caller's to decide: whoever films a class may know it of that class.
 */
export const filmedPupilsList = (asked: WhoIsAsked): List<FilmedPupil> =>
  list<FilmedPupil>(filmedPupils(asked));

/** The same as a question of its own, for an action that decides by it in its transaction. */
export const standingOf = async (tx: Db, asked: WhoIsAsked): Promise<FilmedPupil[]> =>
  (await filmedPupils(asked).execute(tx)).rows;
