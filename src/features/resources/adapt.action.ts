import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { resourceHref } from './addresses.ts';
import { openResource } from './open-resource.ts';
import { resourcePage } from './resource.page.ts';
import { resourcePolicy } from './resource.policy.ts';
import { insertResource } from './resource.queries.ts';

/** Makes a copy of one's own to adapt. Both pages say so. */
export const adaptResource = action(resourceHref(':resource', 'adapt'), {
  purpose: 'administration',
  access: resourcePolicy,
  page: resourcePage,
  input: z.object({}),
  async run(change) {
    const { resource, ended } = await openResource(change);
    if (ended) throw new Refused(t('This page was taken away.'));
    const { title, summary, subject, yearLabel, text } = resource;
    const { tx, organisationId: ownerId, who, now } = change;
    const id = await insertResource(
      tx,
      { ownerId, authorId: who.personId },
      { title, summary, subject, year: yearLabel ?? '', text, review_on: null },
      now,
      { id: resource.id, version: resource.version },
    );
    await change.record({ kind: 'resource.adapted', itemId: id, body: { from: resource.id } });
    return see(
      resourceHref(id, 'change'),
      t('This copy is yours. Change what your class needs.'),
      resourceHref(id, 'end'),
    );
  },
});
