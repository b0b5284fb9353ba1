import { z } from 'zod';
import { isId } from '#platform/db/ids.ts';
import { NotFound } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { auditPolicy } from '../planner.policy.ts';
import { auditHref, lineHref } from './audit.ts';
import { openAudit } from './open-audit.ts';

/** Takes a line off the year's audit. */
export const endLine = action('/school/cycle-audit/:year/lines/:line/end', {
  purpose: 'learning',
  access: auditPolicy,
  input: z.object({}),
  async run(change) {
    const { year, id } = await setEnded(change, change.now);
    return see(auditHref(year), t('The line is taken away.'), lineHref(year, { id }, 'restore'));
  },
});

export const restoreLine = action('/school/cycle-audit/:year/lines/:line/restore', {
  purpose: 'learning',
  access: auditPolicy,
  input: z.object({}),
  async run(change) {
    const { year, id } = await setEnded(change, null);
    return see(lineHref(year, { id }), t('The line is back.'));
  },
});

async function setEnded(change: Change, endedAt: Date | null): Promise<{ year: number; id: string }> {
  const { year, item } = await openAudit(change, 'write');
  const id = change.params.line ?? '';
  if (!isId(id) || !item.id) throw new NotFound();
  const { numUpdatedRows } = await change.tx
    .updateTable('cycle_line')
    .set({ ended_at: endedAt })
    .where('owner_id', '=', change.organisationId)
    .where('audit_id', '=', item.id)
    .where('id', '=', id)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw new NotFound();
  await change.record({
    kind: endedAt ? 'cycle-line.ended' : 'cycle-line.restored',
    itemId: item.id,
    body: { lineId: id },
  });
  return { year: year.year, id };
}
