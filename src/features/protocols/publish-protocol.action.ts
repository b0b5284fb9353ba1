import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import { version } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { templateHref } from './addresses.ts';
import { checkOwn } from './check-draft.ts';
import { openTemplate } from './open-template.ts';
import { protocolTemplatePolicy } from './protocol-template.policy.ts';
import { keepVersion } from './protocol-of.ts';
import { updateTemplate } from './template.queries.ts';

/**
 * Publishes the draft as the next version. What was started from an earlier one stays on it. Throws `Refused` where
 * something still stands against it, or where it was changed since the person looked.
 */
export const publishProtocol = action('/protocols/mine/:template/publish', {
  purpose: 'learning',
  access: protocolTemplatePolicy,
  input: z.object({ version: version() }),
  async run(change, { version: shown }) {
    const { template } = await openTemplate(change, { lock: true });
    if (template.ended_at) throw new Refused('It is put away. Bring it back first.');
    if (template.version !== shown)
      throw new Refused('It was changed since you looked. See how it stands, then publish it.');
    const checked = checkOwn(template.draft);
    if ('problems' in checked) throw new Refused('Some things are still to do before it can be published.');
    const next = (template.published_version ?? 0) + 1;
    const published = { ...checked.protocol, id: template.protocol, version: next };
    await keepVersion(change.tx, template.owner_id, published, change.now);
    await updateTemplate(change.tx, template, { published_version: next });
    await change.record({
      kind: 'protocol.published',
      itemId: template.id,
      body: { protocol: template.protocol, version: next },
    });
    return see(
      templateHref(template),
      next === 1
        ? t('It is published: staff and guests can read it, and groups can start from it.')
        : t('Version {n} is published. Groups that run stay on theirs.', { n: next }),
    );
  },
});
