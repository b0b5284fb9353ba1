import type { Db } from '#platform/db/database.ts';
import type { Change } from '#platform/http/context.ts';
import { optionalProse } from '#platform/http/input.ts';

/** What somebody says that a group takes the place of, as it is sent. */
export const replacesInput = optionalProse(1000);

/**
 * Keeps what the person of this change says a group takes the place of; no words leave what they said before. Their
 * own and of nobody else: written after the transaction of the school, which does not reach what persons own.
 */
export function keepReplaces(change: Change, programmeId: string, words: string): void {
  if (words !== '')
    change.afterCommit(() => writeReplaces(change.services.db, change, programmeId, words, change.now));
}

/** Writes the words of a person over those before; none take theirs away. */
export async function writeReplaces(
  db: Db,
  { who, organisationId }: Pick<Change, 'who' | 'organisationId'>,
  programmeId: string,
  words: string,
  at: Date,
): Promise<void> {
  if (words === '') {
    await db
      .deleteFrom('group_replaces')
      .where('owner_id', '=', who.personId)
      .where('programme_id', '=', programmeId)
      .execute();
    return;
  }
  const columns = { words, written_at: at };
  await db
    .insertInto('group_replaces')
    .values({
      owner_id: who.personId,
      programme_id: programmeId,
      organisation_id: organisationId,
      ...columns,
    })
    .onConflict((conflict) => conflict.columns(['owner_id', 'programme_id']).doUpdateSet(columns))
    .execute();
}
