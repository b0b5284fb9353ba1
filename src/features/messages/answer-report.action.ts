import { z } from 'zod';
import { shareItem } from '#platform/access/items.ts';
import { NotAllowed } from '#platform/errors.ts';
import { keepText, throwStale } from '#platform/audit/text-versions.ts';
import type { Change } from '#platform/http/context.ts';
import { choice, optionalProse, version } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { reportHref } from './addresses.ts';
import { reportPolicy } from './messages.policy.ts';
import { grantsOfLevel } from './report-levels.ts';
import { type Report, reportOutcomes } from './report.ts';
import { oneReportPage, openReport } from './reports.page.ts';

/** Says what becomes of a report: that somebody looks into it, or what came of it. */
export const answerReport = action('/messages/reports/:report', {
  purpose: 'administration',
  access: reportPolicy,
  page: oneReportPage,
  input: z.object({
    outcome: choice(['looking', ...reportOutcomes]),
    answer: optionalProse(2000),
    version: version(),
  }),
  async run(change, sent) {
    const report = await openReport(change);
    if (!report.theirs) throw new NotAllowed(t('Those who look at reports decide about this one.'));
    const { tx, organisationId: ownerId, who, now } = change;
    const looking = sent.outcome === 'looking';
    const saved = await tx
      .updateTable('message_report')
      .set({
        state: looking ? 'looking' : 'closed',
        outcome: sent.outcome === 'looking' ? null : sent.outcome,
        answer: sent.answer,
        answered_by: who.personId,
        answered_at: now,
        version: sent.version + 1,
        ...(sent.outcome === 'passed-on'
          ? { level: Math.max(report.level, 1), state: 'looking' as const }
          : {}),
      })
      .where('owner_id', '=', ownerId)
      .where('id', '=', report.id)
      .where('version', '=', sent.version)
      .returning('version')
      .executeTakeFirst();
    if (!saved) {
      const fields = [{ name: 'answer', label: t('Words for whoever reported it'), text: report.answer }];
      await throwStale(tx, { ownerId, id: report.id }, { version: report.version, fields }, now);
    }
    await keepText(
      tx,
      { ownerId, id: report.id },
      sent.version + 1,
      { answer: sent.answer, outcome: sent.outcome },
      who.personId,
      now,
    );
    await follow(change, report, sent.outcome);
    await change.record({
      kind: 'message-report.answered',
      itemId: report.id,
      body: { outcome: sent.outcome },
      tell: true,
    });
    return see(
      reportHref(report.id),
      looking
        ? t('It is yours now. It waits until you say what came of it.')
        : t('It is saved. Whoever reported it sees the outcome.'),
    );
  },
});

/** What an outcome does: the message is held back, or the safeguarding lead is brought in. */
async function follow(change: Change, report: Report, outcome: string): Promise<void> {
  const { tx, organisationId: ownerId, who, now } = change;
  if (outcome === 'taken-away')
    await tx
      .updateTable('message')
      .set({ held: true, looked_by: who.personId, looked_at: now, outcome: 'kept-back' })
      .where('owner_id', '=', ownerId)
      .where('id', '=', report.messageId)
      .execute();
  if (outcome === 'passed-on') {
    const grants = await grantsOfLevel(tx, ownerId, report.talkId, Math.max(report.level, 1));
    await shareItem(tx, { ownerId, id: report.id }, grants, now);
  }
}
