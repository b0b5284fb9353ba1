import type { MemberKind } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import { Refused } from '#platform/errors.ts';

/** Whose an address is. */
interface AddressHolder {
  personId: string;
  name: string;
  /** What they are here; null when they never were. */
  kind: MemberKind | null;
  hasLeft: boolean;
}

/**
 * The person an address belongs to, who may be of this school already, or may join it under the same
 * account. Somebody of another school who has not opened their account yet is left alone: an invitation
 * from here would open the one that the other school made for them. Throws `Refused` then.
 */
export async function findByEmail(
  tx: Db,
  ownerId: string,
  address: string,
): Promise<AddressHolder | undefined> {
  const found = await tx
    .selectFrom('person_email as e')
    .innerJoin('person as p', 'p.id', 'e.person_id')
    .leftJoin('credential as c', 'c.person_id', 'e.person_id')
    .leftJoin('member as m', (join) =>
      join.onRef('m.person_id', '=', 'e.person_id').on('m.owner_id', '=', ownerId),
    )
    .select([
      'e.person_id as personId',
      'p.name',
      'm.kind',
      'm.ended_at as leftAt',
      'c.person_id as withAccount',
      'e.confirmed_at as confirmedAt',
    ])
    .$narrowType<{ kind: MemberKind | null }>()
    .where('e.address', '=', address)
    .executeTakeFirst();
  if (!found) return undefined;
  if (found.kind === null && (!found.withAccount || !found.confirmedAt))
    throw new Refused({
      email:
        'Another school has added this address, and the account is not open yet. Ask the person to open it first, or to give another address.',
    });
  const { personId, name, kind, leftAt } = found;
  return { personId, name, kind, hasLeft: leftAt !== null };
}
