import { keepText } from '#platform/audit/text-versions.ts';
import type { Db } from '#platform/db/database.ts';
import { NotFound } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import type { CycleLine } from './audit.ts';

/** What is written of a line. */
export type LineText = Pick<
  CycleLine,
  'kind' | 'title' | 'specialist' | 'peer' | 'keep' | 'change' | 'criteria'
>;

interface Owned {
  ownerId: string;
  id: string;
}

/** The text of a line for its history: one level, so that versions can be read beside each other. */
export const lineFields = ({ criteria, ...text }: LineText): Record<string, unknown> => ({
  ...text,
  ...Object.fromEntries(Object.entries(criteria).map(([id, words]) => [`criterion_${id}`, words])),
});

/** Puts a line into an audit. Answers whether it did: one that came from the same line is there at most once. */
export async function insertLine(
  { tx, now, who }: Change,
  audit: Owned,
  line: { id: string; lineageId: string; programmeId: string | null; text: LineText },
): Promise<boolean> {
  const made = await tx
    .insertInto('cycle_line')
    .values({
      owner_id: audit.ownerId,
      id: line.id,
      audit_id: audit.id,
      lineage_id: line.lineageId,
      programme_id: line.programmeId,
      ...line.text,
      criteria: JSON.stringify(line.text.criteria),
      version: 1,
      written_by: who.personId,
      written_at: now,
      created_at: now,
    })
    .onConflict((conflict) => conflict.columns(['owner_id', 'audit_id', 'lineage_id']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!made) return false;
  const of = { ownerId: audit.ownerId, id: line.id };
  await keepText(tx, of, 1, lineFields(line.text), who.personId, now);
  return true;
}

/** A line as it stands, held until the change is written. Throws `NotFound` when there is none. */
export async function lockLine(tx: Db, of: Owned): Promise<LineText & { version: number }> {
  const row = await tx
    .selectFrom('cycle_line')
    .select(['kind', 'title', 'specialist', 'peer', 'criteria', 'keep', 'change', 'version'])
    .where('owner_id', '=', of.ownerId)
    .where('id', '=', of.id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new NotFound();
  return row as LineText & { version: number };
}
