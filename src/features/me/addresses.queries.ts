import { addressCounts } from '#platform/auth/addresses.ts';
import type { Db } from '#platform/db/database.ts';

export interface Removed {
  address: string;
  /** When it was confirmed, as text; null when it never was. */
  confirmedAt: string | null;
}

/**
 * Takes a personal address from its holder. Answers why not: 'absent' when it is not theirs or is the
 * school's, 'last' when nothing confirmed would be left by which they could sign in.
 */
export async function removeAddress(
  tx: Db,
  personId: string,
  address: string,
): Promise<Removed | 'absent' | 'last'> {
  // Held until the change is over, so that two removals at once cannot take the last two.
  const all = await tx
    .selectFrom('person_email as e')
    .select(['e.address', 'e.kind', 'e.confirmed_at as confirmedAt', addressCounts([personId]).as('counts')])
    .where('e.person_id', '=', personId)
    .forUpdate()
    .execute();
  const wanted = all.find((each) => each.address === address && each.kind === 'personal');
  if (!wanted) return 'absent';
  // The address of a school they have left signs in nobody.
  const left = all.some((each) => each !== wanted && each.confirmedAt !== null && each.counts);
  if (wanted.confirmedAt !== null && !left) return 'last';
  await tx
    .deleteFrom('person_email')
    .where('person_id', '=', personId)
    .where('address', '=', address)
    .execute();
  return { address, confirmedAt: wanted.confirmedAt?.toISOString() ?? null };
}

/** Puts a removed address back. False when it is somebody's by now. */
export async function putAddressBack(
  tx: Db,
  personId: string,
  removed: Removed,
  now: Date,
): Promise<boolean> {
  const kept = await tx
    .insertInto('person_email')
    .values({
      address: removed.address,
      person_id: personId,
      kind: 'personal',
      confirmed_at: removed.confirmedAt ? new Date(removed.confirmedAt) : null,
      created_at: now,
    })
    .onConflict((conflict) => conflict.column('address').doNothing())
    .returning('address')
    .executeTakeFirst();
  return kept !== undefined;
}

/** Whether an address is this person's own and confirmed: then there is nothing to ask of it. */
export async function isConfirmed(tx: Db, personId: string, address: string): Promise<boolean> {
  const row = await tx
    .selectFrom('person_email')
    .select('confirmed_at')
    .where('address', '=', address)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row?.confirmed_at != null;
}
