import { z } from 'zod';
import { principals, shareItem } from '#platform/access/items.ts';
import { NotFound } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { ticks } from '#platform/http/input.ts';
import { action, see, type See } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { programmePolicy } from '#features/programmes/index.ts';
import { belowStep } from './addresses.ts';
import { openStep } from './open-step.ts';
import { ownReflectionPage } from './reflection.page.ts';
import { selectOwnReflection, type SharingPart, sharingParts } from './reflection.queries.ts';
import { reflectionPolicy } from './sessions.policy.ts';

/** Shares one's own reflection with these parts of the programme, and with nobody else. */
export const shareReflection = action('/programmes/:programme/steps/:number/reflection/share', {
  purpose: 'learning',
  access: programmePolicy,
  page: ownReflectionPage,
  input: z.object({ parts: ticks().pipe(z.array(z.enum(sharingParts))) }),
  run: (change, { parts }) => share(change, parts),
});

/** Takes it back to oneself. */
export const unshareReflection = action('/programmes/:programme/steps/:number/reflection/unshare', {
  purpose: 'learning',
  access: programmePolicy,
  input: z.object({}),
  run: (change) => share(change, []),
});

async function share(change: Change, parts: readonly SharingPart[]): Promise<See> {
  const { programme, step } = await openStep(change, 'join');
  const { reflection } = await selectOwnReflection(change, programme);
  if (!reflection) throw new NotFound('Nothing of yours is written about this step yet.');
  const me = change.who.personId;
  const item = await change.open(reflectionPolicy, reflection.id, me);
  const grants = parts.map((part) => ({
    principal: principals.circle(programme.id, part),
    ability: 'read' as const,
  }));
  await shareItem(change.tx, item, grants, change.now);
  await change.tx
    .updateTable('reflection')
    .set({ shared_with: [...parts] })
    .where('owner_id', '=', me)
    .where('id', '=', reflection.id)
    .execute();
  await change.record({
    ownerId: me,
    kind: 'reflection.shared',
    itemId: reflection.id,
    body: { organisationId: change.organisationId },
    tell: true,
  });
  return parts.length > 0
    ? see(
        belowStep(programme, step, 'reflection'),
        t('It is shared as you chose.'),
        belowStep(programme, step, 'reflection/unshare'),
      )
    : see(belowStep(programme, step, 'reflection'), t('Only you can read it.'));
}
