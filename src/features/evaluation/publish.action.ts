import { z } from 'zod';
import { insertItem } from '#platform/access/items.ts';
import { smallest } from '#platform/access/small-numbers.ts';
import { Refused } from '#platform/errors.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { evaluationHref } from './addresses.ts';
import { buildReport } from './build-report.ts';
import { participants } from './evaluation.ts';
import { evaluationPolicy, publishedPolicy } from './evaluation.policy.ts';
import { openEvaluation } from './open-evaluation.ts';
import { endPublications } from './publication.queries.ts';
import { reportPage } from './report.page.ts';
import { nothingRemains } from './report.ts';
import { selectReportFacts } from './report.queries.ts';

/**
 * Publishes the page as it stands for a reader from outside: a copy whose figures do not change afterwards, so that
 * nothing can be worked out from two states of it. Only words go from it, when somebody takes theirs back; whoever
 * kept a print can tell which words went, but they carried no name. Where fewer than five take part, or figures are
 * too small to be shown, it needs the summary that all participants released.
 */
export const publishEvaluation = action('/programmes/:programme/evaluation/publish', {
  purpose: 'evaluation',
  access: evaluationPolicy,
  page: reportPage,
  input: z.object({}),
  async run(change) {
    const opened = await openEvaluation(change, 'publish');
    const { programme, evaluation } = opened;
    const { tx, now, who } = change;
    const facts = await selectReportFacts(tx, who, opened, change.today);
    const report = buildReport(opened, facts, 'outside');
    const few = participants(programme).length < smallest;
    if ((few || nothingRemains(report)) && report.summary === null)
      throw new Refused(
        t(
          'The numbers are small here, so the page can be published once everybody who takes part has released the summary.',
        ),
      );
    await endPublications(change, evaluation.id);
    const id = await insertItem(
      tx,
      { ownerId: programme.ownerId, policy: publishedPolicy, authorId: who.personId, circleId: programme.id },
      now,
    );
    await tx
      .insertInto('evaluation_publication')
      .values({
        owner_id: programme.ownerId,
        id,
        evaluation_id: evaluation.id,
        report: JSON.stringify(report),
        published_by: who.personId,
        published_at: now,
        ended_at: null,
      })
      .execute();
    await change.record({ kind: 'evaluation.published', itemId: id, body: { evaluationId: evaluation.id } });
    return see(
      evaluationHref(programme, 'published'),
      t('The page is published to governors and leaders.'),
      evaluationHref(programme, 'unpublish'),
    );
  },
});

/** Takes the published page down. */
export const unpublishEvaluation = action('/programmes/:programme/evaluation/unpublish', {
  purpose: 'evaluation',
  access: evaluationPolicy,
  input: z.object({}),
  async run(change) {
    const { programme, evaluation } = await openEvaluation(change, 'publish');
    const down = await endPublications(change, evaluation.id);
    await change.record({ kind: 'evaluation.unpublished', itemId: evaluation.id, body: { takenDown: down } });
    return see(
      evaluationHref(programme),
      t('The published page is taken down.'),
      evaluationHref(programme, 'publish'),
    );
  },
});
