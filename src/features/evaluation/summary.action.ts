import { z } from 'zod';
import { keepText, throwStale } from '#platform/audit/text-versions.ts';
import { newId } from '#platform/db/ids.ts';
import { Refused } from '#platform/errors.ts';
import { prose, version } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { evaluationHref } from './addresses.ts';
import { evaluationPolicy } from './evaluation.policy.ts';
import { openEvaluation } from './open-evaluation.ts';
import { endPublications } from './publication.queries.ts';
import { summaryPage } from './summary.page.ts';

/** Saves the summary; releases given to other words no longer count. Throws `Stale` when somebody saved meanwhile. */
export const saveSummary = action('/programmes/:programme/evaluation/summary', {
  purpose: 'evaluation',
  access: evaluationPolicy,
  page: summaryPage,
  input: z.object({ says: prose('Write what you want to say.', 8000), version: version() }),
  async run(change, { says, version: shown }) {
    const { programme, evaluation } = await openEvaluation(change, 'plan');
    const { summary } = evaluation;
    const { tx, now, who } = change;
    const of = { ownerId: programme.ownerId, id: summary?.id ?? newId(now) };
    if (summary && summary.version !== shown)
      await throwStale(
        tx,
        of,
        {
          version: summary.version,
          fields: [{ name: 'says', label: t('What we want to say'), text: summary.says }],
        },
        now,
      );
    const row = { says, version: shown + 1, updated_by: who.personId, updated_at: now };
    await tx
      .insertInto('evaluation_summary')
      .values({ owner_id: of.ownerId, evaluation_id: evaluation.id, id: of.id, ...row })
      .onConflict((conflict) => conflict.columns(['owner_id', 'evaluation_id']).doUpdateSet(row))
      .execute();
    await keepText(tx, of, shown + 1, { says }, who.personId, now);
    await change.record({
      kind: 'evaluation.summary-saved',
      itemId: evaluation.id,
      body: { version: shown + 1 },
    });
    return see(
      evaluationHref(programme, 'summary'),
      t('The summary is saved. Everybody who takes part is asked to release it as it stands.'),
    );
  },
});

/** A participant releases the summary they were shown, by their own act. */
export const releaseSummary = action('/programmes/:programme/evaluation/summary/release', {
  purpose: 'evaluation',
  access: evaluationPolicy,
  page: summaryPage,
  input: z.object({ version: version() }),
  async run(change, { version: shown }) {
    const { programme, evaluation } = await openEvaluation(change, 'release');
    if (shown !== evaluation.summary?.version)
      throw new Refused(t('The summary was changed since you opened this page. Read it once more.'));
    await change.tx
      .insertInto('evaluation_release')
      .values({
        owner_id: programme.ownerId,
        evaluation_id: evaluation.id,
        person_id: change.who.personId,
        version: shown,
        released_at: change.now,
      })
      .onConflict((conflict) =>
        conflict
          .columns(['owner_id', 'evaluation_id', 'person_id'])
          .doUpdateSet({ version: shown, released_at: change.now }),
      )
      .execute();
    await change.record({
      kind: 'evaluation.summary-released',
      itemId: evaluation.id,
      body: { version: shown },
    });
    return see(
      evaluationHref(programme, 'summary'),
      t('You have released the summary.'),
      evaluationHref(programme, 'summary/withhold'),
    );
  },
});

/** A participant takes the release back; a published page that holds the summary is taken down with it. */
export const withholdSummary = action('/programmes/:programme/evaluation/summary/withhold', {
  purpose: 'evaluation',
  access: evaluationPolicy,
  input: z.object({}),
  async run(change) {
    const { programme, evaluation } = await openEvaluation(change, 'release');
    await change.tx
      .deleteFrom('evaluation_release')
      .where('owner_id', '=', programme.ownerId)
      .where('evaluation_id', '=', evaluation.id)
      .where('person_id', '=', change.who.personId)
      .execute();
    const down = await endPublications(change, evaluation.id, { withSummary: true });
    await change.record({
      kind: 'evaluation.summary-withheld',
      itemId: evaluation.id,
      body: { takenDown: down },
    });
    return see(
      evaluationHref(programme, 'summary'),
      down > 0
        ? t('Your release is taken back, and the published page that held the summary is taken down.')
        : t('Your release is taken back.'),
    );
  },
});
