import type { Item } from '#platform/access/who.ts';
import { NotFound } from '#platform/errors.ts';
import type { Visit } from '#platform/http/context.ts';
import { repairPolicy } from './repair.policy.ts';
import { selectRepair } from './repair.queries.ts';
import type { Repair, Step } from './repair.ts';

interface OpenedRepair {
  item: Item;
  repair: Repair;
  steps: Step[];
  colleagues: { id: string; name: string }[];
}

/** The repair of the address, for all who may read it. Throws `NotFound`, or `NotAllowed` with whom to ask. */
export async function openRepair(visit: Visit): Promise<OpenedRepair> {
  const { who, now, today } = visit;
  const { row, repair, ...rest } = await selectRepair(visit.db, who, {
    id: visit.params.repair ?? '',
    now,
    today,
  });
  const item = visit.admit(repairPolicy, row);
  if (!repair) throw new NotFound();
  return { item, repair, ...rest };
}
