import type { Change } from '#platform/http/context.ts';
import { lookBy, selectSchoolDays } from './look-by.ts';
import { selectSettings } from './settings.ts';

/**
 * Something was added that nobody has looked at: the concern is open again and waits as it did at first. Answers until
 * when somebody must have looked.
 */
export async function startClockAnew(
  { tx, organisationId: owner, now, today, who }: Change,
  { id, danger }: { id: string; danger: boolean },
): Promise<Date> {
  const settings = await selectSettings(tx, owner);
  const { zone } = who.standing.organisation;
  const by = danger ? now : lookBy(now, settings, await selectSchoolDays(tx, owner, today), zone);
  await tx
    .updateTable('concern')
    .set({ seen_at: null, seen_by: null, passed_on_at: null, closed_at: null, look_by: by })
    .where('owner_id', '=', owner)
    .where('id', '=', id)
    .execute();
  return by;
}
