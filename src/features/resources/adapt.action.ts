import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { resourceHref } from './addresses.ts';
import { copyResource } from './copy-resource.ts';
import { openResource } from './open-resource.ts';
import { resourcePage } from './resource.page.ts';
import { resourcePolicy } from './resource.policy.ts';

/** Makes a copy of one's own to adapt. Both pages say so. */
export const adaptResource = action(resourceHref(':resource', 'adapt'), {
  purpose: 'administration',
  access: resourcePolicy,
  page: resourcePage,
  input: z.object({}),
  async run(change) {
    const opened = await openResource(change);
    const { resource, ended } = opened;
    if (ended) throw new Refused(t('This page was taken away.'));
    const id = await copyResource(change, opened);
    await change.record({ kind: 'resource.adapted', itemId: id, body: { from: resource.id } });
    return see(
      resourceHref(id, 'change'),
      t('This copy is yours. Change what your class needs.'),
      resourceHref(id, 'end'),
    );
  },
});
