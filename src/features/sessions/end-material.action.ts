import { z } from 'zod';
import { endItem } from '#platform/access/items.ts';
import { isId } from '#platform/db/ids.ts';
import { NotFound } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { action, see, type See } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { programmePolicy, stepHref } from '#features/programmes/index.ts';
import { belowStep } from './addresses.ts';
import { openStep } from './open-step.ts';

/** Takes a material away from a step. */
export const removeMaterial = action('/programmes/:programme/steps/:number/materials/:material/remove', {
  purpose: 'learning',
  access: programmePolicy,
  input: z.object({}),
  run: (change) => setEnd(change, change.now),
});

/** Brings it back. */
export const restoreMaterial = action('/programmes/:programme/steps/:number/materials/:material/restore', {
  purpose: 'learning',
  access: programmePolicy,
  input: z.object({}),
  run: (change) => setEnd(change, null),
});

async function setEnd(change: Change, endedAt: Date | null): Promise<See> {
  const { programme, step } = await openStep(change, 'facilitate');
  const { material = '' } = change.params;
  const found = isId(material)
    ? await change.tx
        .selectFrom('step_material')
        .select('id')
        .where('owner_id', '=', step.owner_id)
        .where('id', '=', material)
        .where('step_id', '=', step.id)
        .executeTakeFirst()
    : undefined;
  if (!found) throw new NotFound('There is no material at this address.');
  await endItem(change.tx, { ownerId: step.owner_id, id: material }, endedAt);
  await change.record({ kind: endedAt ? 'material.removed' : 'material.restored', itemId: material });
  const back = `${stepHref(programme, step)}#materials`;
  return endedAt
    ? see(back, t('It is taken away.'), belowStep(programme, step, `materials/${material}/restore`))
    : see(back, t('It is there again.'));
}
