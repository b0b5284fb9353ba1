import { z } from 'zod';
import { principals, shareItem } from '#platform/access/items.ts';
import { Refused } from '#platform/errors.ts';
import { ticks } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { selectCompanions } from './group.queries.ts';
import { observationPolicy } from './observation.policy.ts';
import { observationHref } from './observation.ts';
import { openObservation } from './open-observation.ts';
import { readersToChoose, shareObservationPage } from './share-observation.page.ts';

/** Says who else reads it from now on. The observer stays. */
export const shareObservation = action('/observations/:observation/share', {
  purpose: 'learning',
  access: observationPolicy,
  page: shareObservationPage,
  input: z.object({ readers: ticks(50) }),
  async run(change, { readers }) {
    const { item, observation } = await openObservation(change, 'decide');
    const companions = await selectCompanions(change.tx, change.who, change.today);
    const known = new Set(readersToChoose(companions, observation).map(({ principal }) => principal));
    if (readers.some((reader) => !known.has(reader)))
      throw new Refused({ readers: t('Choose readers from the list.') });
    await shareItem(
      change.tx,
      item,
      [
        { principal: principals.person(observation.observerId), ability: 'edit' },
        ...readers.map((principal) => ({ principal, ability: 'read' as const })),
      ],
      change.now,
    );
    await change.record({ kind: 'observation.shared', itemId: item.id, body: { readers: readers.length } });
    return see(observationHref(observation), t('Saved. The line under the title says who can read it.'));
  },
});
