import { type Expression, type RawBuilder, sql } from 'kysely';
import { current } from '#platform/access/current.ts';
import { role } from '#features/people/index.ts';

type Id = string | Expression<unknown>;

/**
 * Whether somebody is and was none of a pairing's people. Nobody hears a quiet word about a pairing of their own, whatever
 * their role: it may be about them.
 */
export const isOutside = (ownerId: string, pairingId: Id, personId: Id): RawBuilder<boolean> =>
  sql<boolean>`not exists (select 1 from pairing_person their where their.owner_id = ${ownerId}
    and their.pairing_id = ${pairingId} and their.person_id = ${personId})`;

/**
 * Who hears a quiet word of `authorId` about a pairing, as a select of `person_id`: those who look after mentoring and
 * coaching today, stand outside the pairing, and are not the author's line manager.
 */
export const hearersOf = (
  ownerId: string,
  pairingId: Id,
  authorId: Id,
  today: Id,
): RawBuilder<unknown> => sql`
  select distinct a.person_id from appointment a
  join member m on m.owner_id = a.owner_id and m.person_id = a.person_id
  where a.owner_id = ${ownerId} and m.owner_id = ${ownerId} and a.role = ${role.coordinator}
    and ${current('a', today)} and ${current('m', today)} and ${isOutside(ownerId, pairingId, sql.ref('a.person_id'))}
    and not exists (select 1 from line_management l where l.owner_id = ${ownerId} and l.manager_id = a.person_id
      and l.person_id = ${authorId} and ${current('l', today)})`;
