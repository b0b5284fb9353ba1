import { Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { t } from '#platform/i18n/i18n.ts';
import { selectManagement } from './programme-agreements.queries.ts';

/** Throws `Refused`, at `field`, when one of these people is the line manager of another. */
export async function refuseManagers(
  change: Change,
  people: readonly { personId: string }[],
  field: string,
): Promise<void> {
  const [found] = await selectManagement(
    change.tx,
    change.organisationId,
    people.map(({ personId }) => personId),
    change.today,
  );
  if (found)
    throw new Refused({
      [field]: t(
        '{manager} is {person}’s line manager. A partnership is a place without line managers, so that things can be tried freely; these two cannot be in the same one.',
        found,
      ),
    });
}
