import { z } from 'zod';
import { endItem } from '#platform/access/items.ts';
import { Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { action, see, type See } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { resourceHref, resourcesPath } from './addresses.ts';
import { openOwnResource, openResource } from './open-resource.ts';
import { resourcePage } from './resource.page.ts';
import { resourcePolicy } from './resource.policy.ts';
import { setShared } from './resource.queries.ts';
import { shareResource as share } from './share-resource.ts';

const common = {
  purpose: 'administration',
  access: resourcePolicy,
  page: resourcePage,
  input: z.object({}),
} as const;

/** Into the bank: from now on all staff find it. */
export const shareResource = action(resourceHref(':resource', 'share'), {
  ...common,
  async run(change) {
    const { resource } = await openOwnResource(change);
    if (resource.sharedAt !== null) throw new Refused(t('It is in the bank already.'));
    await share(change, resource.id, true);
    await setShared(change.tx, change.organisationId, resource.id, change.now);
    await change.record({ kind: 'resource.shared', itemId: resource.id, body: {} });
    return see(
      resourceHref(resource.id),
      t('It is in the bank. All staff find it there.'),
      resourceHref(resource.id, 'take-out'),
    );
  },
});

/** Out of the bank: its author has it alone again. Copies that others made of it stay theirs. */
export const takeOutResource = action(resourceHref(':resource', 'take-out'), {
  ...common,
  async run(change) {
    const { resource, item, writes } = await openResource(change);
    change.who.must('takeOut', resourcePolicy, item);
    if (resource.sharedAt === null) throw new Refused(t('It is not in the bank.'));
    await share(change, resource.id, false);
    await setShared(change.tx, change.organisationId, resource.id, null);
    await change.record({ kind: 'resource.taken-out', itemId: resource.id, body: {} });
    return writes
      ? see(
          resourceHref(resource.id),
          t('It is out of the bank. You alone have it.'),
          resourceHref(resource.id, 'share'),
        )
      : see(resourcesPath, t('It is out of the bank. Its author has it still.'));
  },
});

export const endResource = action(resourceHref(':resource', 'end'), {
  ...common,
  run: (change) => setEnded(change, change.now),
});

export const restoreResource = action(resourceHref(':resource', 'restore'), {
  ...common,
  run: (change) => setEnded(change, null),
});

async function setEnded(change: Change, endedAt: Date | null): Promise<See> {
  const { resource, item, ended } = await openOwnResource(change);
  if (ended === (endedAt !== null))
    throw new Refused(ended ? t('It is taken away already.') : t('It is there already.'));
  await endItem(change.tx, item, endedAt);
  await change.record({
    kind: endedAt ? 'resource.ended' : 'resource.restored',
    itemId: resource.id,
    body: {},
    tell: true,
  });
  return endedAt
    ? see(resourcesPath, t('The page is taken away.'), resourceHref(resource.id, 'restore'))
    : see(resourceHref(resource.id), t('The page is back.'), resourceHref(resource.id, 'end'));
}
