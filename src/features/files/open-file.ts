import type { Policy } from '#platform/access/policy.ts';
import type { Item } from '#platform/access/who.ts';
import { isId } from '#platform/db/ids.ts';
import { NotFound } from '#platform/errors.ts';
import type { Visit } from '#platform/http/context.ts';
import { selectFile } from './file.queries.ts';

/** The policies of all kinds of item, by kind; features are known only when all of them are listed. */
export type PolicyOf = (kind: string) => Policy | undefined;

type OpenedFile = { file: NonNullable<Awaited<ReturnType<typeof selectFile>>>; item: Item };

/**
 * The file that the address names, its item opened by the policy of the item's kind and noted for the log. Files
 * that were taken away are found too. Throws as `visit.open` does, and `NotFound` when there is no such file.
 */
export async function openFile(visit: Visit, policyOf: PolicyOf): Promise<OpenedFile> {
  const { owner = '', file: id = '' } = visit.params;
  const file = isId(owner) && isId(id) ? await selectFile(visit.db, owner, id) : undefined;
  const policy = file && policyOf(file.kind);
  if (!file || !policy) throw new NotFound('There is no file at this address.');
  return { file, item: await visit.open(policy, file.item_id, owner, 'file') };
}
