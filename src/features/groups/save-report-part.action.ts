import { z } from 'zod';
import { keepText } from '#platform/audit/text-versions.ts';
import { newId } from '#platform/db/ids.ts';
import { NotAllowed, NotFound, Stale } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { optionalProse, version } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { groupHref, groupPolicy, lockProgramme, mustRun } from '#features/programmes/index.ts';
import { cycleReportPage } from './cycle-report.page.ts';
import type { ReportPart } from './cycle-report.queries.ts';
import { cycleReportPolicy } from './cycle-report.policy.ts';
import { openCycle, type OpenedCycle } from './open-cycle.ts';

/** Saves one part of a cycle's report, over the version that was shown; the earlier ones are kept. */
export const saveReportPart = action('/groups/:programme/cycles/:cycle/report/:part', {
  purpose: 'learning',
  access: groupPolicy,
  page: cycleReportPage,
  input: z.object({ text: optionalProse(10_000), version: version() }),
  async run(change, { text, version: shown }) {
    const seen = await openCycle(change);
    change.who.must('write', cycleReportPolicy, seen.item);
    mustRun(seen.programme);
    await lockProgramme(change.tx, seen.programme);
    // Whoever waited here sees what the other wrote.
    const { programme, cycle, item, protocol, parts } = await openCycle(change);
    const asked = protocol?.report.find(({ id }) => id === change.params.part);
    if (!asked) throw new NotFound('The report has no such part.');
    const before = parts.find(({ part }) => part === asked.id);
    await writePart(change, { item, cycle, before }, asked, text, shown);
    await change.record({ kind: 'cycle-report.written', itemId: cycle.id, body: { part: asked.id } });
    return see(
      `${groupHref(programme, `cycles/${cycle.number}/report`)}#part-${asked.id}`,
      t('“{title}” is saved.', { title: asked.title }),
    );
  },
});

async function writePart(
  change: Change,
  {
    item: { ownerId },
    cycle,
    before,
  }: Pick<OpenedCycle, 'item' | 'cycle'> & { before: ReportPart | undefined },
  asked: { id: string; title: string },
  text: string,
  shown: number,
): Promise<void> {
  if (cycle.releasedAt)
    throw new NotAllowed('The school has this report.', 'Take it back first; then it can be changed.');
  const { tx, now, who } = change;
  const written = { text, version: shown + 1, written_by: who.personId, written_at: now };
  if (!before) {
    await tx
      .insertInto('cycle_report_part')
      .values({
        owner_id: ownerId,
        id: newId(now),
        cycle_id: cycle.id,
        part: asked.id,
        ...written,
        version: 1,
      })
      .execute();
    return;
  }
  if (before.version !== shown)
    throw new Stale({
      version: before.version,
      writerId: before.writtenById,
      writtenBy: before.writtenBy,
      writtenAt: before.writtenAt,
      fields: [{ name: 'text', label: asked.title, text: before.text }],
    });
  await keepText(
    tx,
    { ownerId, id: before.id },
    before.version,
    { text: before.text },
    before.writtenById,
    before.writtenAt,
  );
  await tx
    .updateTable('cycle_report_part')
    .set(written)
    .where('owner_id', '=', ownerId)
    .where('id', '=', before.id)
    .execute();
}
