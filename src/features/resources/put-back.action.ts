import { z } from 'zod';
import { selectText } from '#platform/audit/text-versions.ts';
import { NotFound, Refused } from '#platform/errors.ts';
import { version } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { resourceHref } from './addresses.ts';
import { saveOver } from './change-resource.action.ts';
import { openOwnResource } from './open-resource.ts';
import { resourcePolicy } from './resource.policy.ts';
import { versionsPage } from './versions.page.ts';

/** Makes an earlier text the newest again; the one that stood is kept like any other. */
export const putBackText = action(resourceHref(':resource', 'put-back'), {
  purpose: 'administration',
  access: resourcePolicy,
  page: versionsPage,
  input: z.object({ kept: version(), version: version() }),
  async run(change, { kept, version: shown }) {
    const { resource, ended } = await openOwnResource(change);
    if (ended) throw new Refused(t('You took this page away. Bring it back first.'));
    const of = { ownerId: change.organisationId, id: resource.id };
    const before = Kept.safeParse(await selectText(change.tx, of, kept));
    if (!before.success) throw new NotFound();
    await saveOver(
      change,
      { id: resource.id, version: shown },
      { ...before.data, review_on: resource.reviewOn },
    );
    await change.record({
      kind: 'resource.changed',
      itemId: resource.id,
      body: { version: shown + 1, kept },
      tell: true,
    });
    return see(resourceHref(resource.id), t('The earlier text stands again. The one before it is kept.'));
  },
});

const Kept = z.object({
  title: z.string(),
  summary: z.string(),
  subject: z.string(),
  year: z.string(),
  text: z.string(),
});
