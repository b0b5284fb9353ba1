import { z } from 'zod';
import type { Change } from '#platform/http/context.ts';
import { Refused } from '#platform/errors.ts';
import { version } from '#platform/http/input.ts';
import { action, see, type See } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { coachingPolicy } from '../../coaching.policy.ts';
import { editSupportPage } from './edit-support.page.ts';
import { openOwnSupportToChange, staleSupport } from './open-support.ts';
import { supportHref } from './support.ts';
import { saidIn, supportInput } from './support-form.ts';
import { updateSupport } from './support.queries.ts';

/** Saves what one's own suggestion says. Throws `Stale` where it was answered or saved meanwhile. */
export const saveSupport = action('/coaching/:coaching/support/:support/edit', {
  purpose: 'learning',
  access: coachingPolicy,
  page: editSupportPage,
  input: z.object({ ...supportInput, version: version() }),
  async run(change, { version: shown, ...texts }) {
    const { together, support } = await openOwnSupportToChange(change);
    if (support.endedAt) throw new Refused(t('You took this suggestion back, so nothing was changed.'));
    if (!(await updateSupport(change.tx, support, shown, texts, change.now)))
      throw staleSupport(support, together, change.who.personId, saidIn(support));
    await change.record({
      kind: 'brokered-support.changed',
      itemId: together.id,
      body: { supportId: support.id, version: shown + 1 },
    });
    return see(supportHref(together), t('The changes are saved.'));
  },
});

/** Takes one's own suggestion back. */
export const endSupport = action('/coaching/:coaching/support/:support/end', {
  purpose: 'learning',
  access: coachingPolicy,
  input: z.object({}),
  run: (change) => setEnd(change, change.now),
});

export const restoreSupport = action('/coaching/:coaching/support/:support/bring-back', {
  purpose: 'learning',
  access: coachingPolicy,
  input: z.object({}),
  run: (change) => setEnd(change, null),
});

async function setEnd(change: Change, endedAt: Date | null): Promise<See> {
  const { together, support } = await openOwnSupportToChange(change);
  await updateSupport(change.tx, support, support.version, { ended_at: endedAt }, change.now);
  await change.record({
    kind: endedAt ? 'brokered-support.ended' : 'brokered-support.restored',
    itemId: together.id,
    body: { supportId: support.id },
    tell: true,
  });
  return endedAt
    ? see(
        supportHref(together),
        t('The suggestion was taken back.'),
        supportHref(together, `${support.id}/bring-back`),
      )
    : see(supportHref(together), t('The suggestion is back.'));
}
