import { selectItem } from '#platform/access/select-item.ts';
import type { Item } from '#platform/access/who.ts';
import { isId } from '#platform/db/ids.ts';
import { NotFound } from '#platform/errors.ts';
import type { Visit } from '#platform/http/context.ts';
import type { examplePolicy, techniquePolicy } from './technique.policy.ts';

/** Something of the library that its author or the CPD leader takes out or brings back; one that ended too. */
export async function openToEnd(
  visit: Visit,
  policy: typeof techniquePolicy | typeof examplePolicy,
  id: string,
): Promise<Item> {
  if (!isId(id)) throw new NotFound();
  const item = await selectItem(visit.db, visit.who, visit.organisationId, id, visit.now);
  if (!item || item.kind !== policy.kind) throw new NotFound();
  visit.who.must('end', policy, item);
  return item;
}
