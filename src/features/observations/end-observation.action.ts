import { z } from 'zod';
import { endItem } from '#platform/access/items.ts';
import type { Change } from '#platform/http/context.ts';
import { action, see, type See } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { observationPolicy } from './observation.policy.ts';
import { observationHref } from './observation.ts';
import { openObservation } from './open-observation.ts';

/** The observed teacher withdraws: nobody else can open the observation, the observer neither. */
export const endObservation = action('/observations/:observation/end', {
  purpose: 'learning',
  access: observationPolicy,
  input: z.object({}),
  run: (change) => setEnd(change, change.now),
});

/** Brings it back, shared as it was. */
export const restoreObservation = action('/observations/:observation/bring-back', {
  purpose: 'learning',
  access: observationPolicy,
  input: z.object({}),
  run: (change) => setEnd(change, null),
});

async function setEnd(change: Change, endedAt: Date | null): Promise<See> {
  const { item, observation } = await openObservation(change, 'decide');
  await endItem(change.tx, item, endedAt);
  await change.record({
    kind: endedAt ? 'observation.ended' : 'observation.restored',
    itemId: item.id,
    body: { circleId: observation.circleId },
    tell: true,
  });
  return endedAt
    ? see(
        '/my-learning/observations',
        t('The observation was taken away. Nobody else can open it.'),
        observationHref(observation, 'bring-back'),
      )
    : see(observationHref(observation), t('The observation is back.'));
}
