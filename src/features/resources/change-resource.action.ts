import { z } from 'zod';
import { throwStale } from '#platform/audit/text-versions.ts';
import { Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { version } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { resourceHref } from './addresses.ts';
import { changeResourcePage } from './change-resource.page.ts';
import { openOwnResource } from './open-resource.ts';
import { type ResourceFields, resourceInput } from './resource-input.ts';
import { resourcePolicy } from './resource.policy.ts';
import { updateResource } from './resource.queries.ts';

/** Saves a new version; the one before is kept. Throws `Stale`, carrying both texts. */
export const changeResource = action(resourceHref(':resource', 'change'), {
  purpose: 'administration',
  access: resourcePolicy,
  page: changeResourcePage,
  input: z.object({ ...resourceInput, version: version() }),
  async run(change, { version: shown, ...sent }) {
    const { resource, ended } = await openOwnResource(change);
    if (ended) throw new Refused(t('You took this page away. Bring it back first.'));
    await saveOver(change, { id: resource.id, version: shown }, sent);
    await change.record({
      kind: 'resource.changed',
      itemId: resource.id,
      body: { version: shown + 1 },
      tell: true,
    });
    return see(resourceHref(resource.id), t('It is saved. The text before it is kept.'));
  },
});

/** Saves over a version, or throws `Stale` with what stands by now. */
export async function saveOver(
  change: Change,
  of: { id: string; version: number },
  sent: ResourceFields,
): Promise<void> {
  if (await updateResource(change, of, sent)) return;
  const { resource } = await openOwnResource(change);
  await throwStale(
    change.tx,
    { ownerId: change.organisationId, id: of.id },
    {
      version: resource.version,
      fields: [
        { name: 'title', label: t('Title'), text: resource.title },
        { name: 'summary', label: t('What it is for'), text: resource.summary },
        { name: 'text', label: t('The page'), text: resource.text },
      ],
    },
    change.now,
  );
}
