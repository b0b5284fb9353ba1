import type { Db } from '#platform/db/database.ts';

export interface NewEmail {
  personId: string;
  /** In lower case. */
  address: string;
  kind: 'work' | 'personal';
  /** The organisation that writes it down: a work address is worth something only while its holder is there. */
  givenBy: string;
  /** When the person showed that it reaches them; null until then. No new password is sent to an address without. */
  confirmedAt: Date | null;
}

/** Gives somebody an address. 'taken' when it is somebody else's; an address is one person's in the whole world. */
export async function addEmail(tx: Db, email: NewEmail, now: Date): Promise<'added' | 'there' | 'taken'> {
  const { taken, added } = await addEmails(tx, [email], now);
  return added === 1 ? 'added' : taken.length > 0 ? 'taken' : 'there';
}

/** Gives people addresses in two statements; `taken` are those that belong to somebody else already. */
export async function addEmails(
  tx: Db,
  emails: readonly NewEmail[],
  now: Date,
): Promise<{ added: number; taken: { address: string; personId: string }[] }> {
  if (emails.length === 0) return { added: 0, taken: [] };
  const added = await tx
    .insertInto('person_email')
    .values(
      emails.map(({ personId, address, kind, givenBy, confirmedAt }) => ({
        address,
        person_id: personId,
        kind,
        organisation_id: kind === 'work' ? givenBy : null,
        confirmed_at: confirmedAt,
        created_at: now,
      })),
    )
    .onConflict((conflict) => conflict.column('address').doNothing())
    .returning('address')
    .execute();
  if (added.length === emails.length) return { added: added.length, taken: [] };
  const rest = await tx
    .selectFrom('person_email')
    .select(['address', 'person_id as personId'])
    .where(
      'address',
      'in',
      emails.map(({ address }) => address),
    )
    .execute();
  const wanted = new Map(emails.map(({ address, personId }) => [address, personId]));
  return {
    added: added.length,
    taken: rest.filter(({ address, personId }) => wanted.get(address) !== personId),
  };
}
