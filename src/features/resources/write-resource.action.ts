import { z } from 'zod';
import { action, members, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { resourceHref, resourcesPath } from './addresses.ts';
import { newResourcePage } from './new-resource.page.ts';
import { resourceInput } from './resource-input.ts';
import { insertResource } from './resource.queries.ts';

/** Saves a new page, for its author alone. */
export const writeResource = action(resourcesPath, {
  purpose: 'administration',
  access: members('staff'),
  page: newResourcePage,
  input: z.object(resourceInput),
  async run(change, sent) {
    const { tx, organisationId: ownerId, who, now } = change;
    const id = await insertResource(tx, { ownerId, authorId: who.personId }, sent, now);
    await change.record({ kind: 'resource.written', itemId: id, body: {} });
    return see(
      resourceHref(id),
      t('It is saved, and you alone have it. Put it into the bank when colleagues may.'),
      resourceHref(id, 'end'),
    );
  },
});
