import { z } from 'zod';
import type { Change } from '#platform/http/context.ts';
import { action, see, type See } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { templateHref } from './addresses.ts';
import { openTemplate } from './open-template.ts';
import { protocolTemplatePolicy } from './protocol-template.policy.ts';
import { updateTemplate } from './template.queries.ts';

const common = { purpose: 'learning', access: protocolTemplatePolicy, input: z.object({}) } as const;

/** Nothing new starts from it; what runs goes on. */
export const withdrawProtocol = action('/protocols/mine/:template/withdraw', {
  ...common,
  run: (change) => end(change, change.now),
});

export const restoreProtocol = action('/protocols/mine/:template/restore', {
  ...common,
  run: (change) => end(change, null),
});

async function end(change: Change, endedAt: Date | null): Promise<See> {
  const { template } = await openTemplate(change, { lock: true });
  await updateTemplate(change.tx, template, { ended_at: endedAt });
  await change.record({
    kind: endedAt ? 'protocol.withdrawn' : 'protocol.restored',
    itemId: template.id,
    body: { protocol: template.protocol },
  });
  return see(
    templateHref(template),
    endedAt ? t('It is put away. Groups that run go on.') : t('It is back.'),
    templateHref(template, endedAt ? 'restore' : 'withdraw'),
  );
}
