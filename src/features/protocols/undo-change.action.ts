import { z } from 'zod';
import { selectText } from '#platform/audit/text-versions.ts';
import { NotFound, Refused } from '#platform/errors.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { templateHref } from './addresses.ts';
import { keptOf, writeDraft } from './change-draft.ts';
import type { Draft } from './draft.ts';
import { openTemplate } from './open-template.ts';
import { protocolTemplatePolicy } from './protocol-template.policy.ts';

/** Takes back the last change of a draft: brings back the version before it, as a new one. */
export const undoChange = action('/protocols/mine/:template/back/:version', {
  purpose: 'learning',
  access: protocolTemplatePolicy,
  input: z.object({}),
  async run(change) {
    const { template } = await openTemplate(change, { lock: true });
    const before = Number(change.params.version);
    if (!Number.isSafeInteger(before) || before < 1 || before >= template.version) throw new NotFound();
    if (template.version !== before + 1)
      throw new Refused('The protocol was changed again since. Look at how it stands, and change that.');
    const kept = await selectText(change.tx, keptOf(template), before);
    if (!kept) throw new NotFound();
    await writeDraft(change, template, kept as unknown as Draft, 'change-undone');
    return see(
      templateHref(template),
      t('The protocol is as it was before.'),
      templateHref(template, `back/${template.version}`),
    );
  },
});
