import { z } from 'zod';
import { keepText, throwStale } from '#platform/audit/text-versions.ts';
import { newId } from '#platform/db/ids.ts';
import { NotFound, Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { line, optionalLine, optionalProse, version } from '#platform/http/input.ts';
import { action, see, type See } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { catalogue } from '#features/evidence/index.ts';
import { evaluationHref } from './addresses.ts';
import { evaluationPolicy } from './evaluation.policy.ts';
import { openEvaluation, type OpenedEvaluation } from './open-evaluation.ts';
import { type Rival, selectReportFacts } from './report.queries.ts';
import { surePage } from './sure.page.ts';

const words = { known: optionalProse(4000), done: optionalProse(4000) };

/** Writes down another explanation: one of the common ones, or one's own. */
export const addRival = action('/programmes/:programme/evaluation/sure', {
  purpose: 'evaluation',
  access: evaluationPolicy,
  page: surePage,
  input: z.object({ common: z.string().default(''), title: optionalLine(160), ...words }),
  async run(change, { common, title, known, done }) {
    const { programme, evaluation } = await openEvaluation(change, 'plan');
    const found = catalogue().rivalExplanations.items.find(({ id }) => id === common);
    const name = found?.title ?? title;
    if (!name) throw new Refused({ title: t('Choose one of the common explanations, or name your own.') });
    const { tx, now, who } = change;
    const of = { ownerId: programme.ownerId, id: newId(now) };
    await tx
      .insertInto('evaluation_rival')
      .values({
        owner_id: of.ownerId,
        id: of.id,
        evaluation_id: evaluation.id,
        common_key: found?.id ?? null,
        title: name,
        known,
        done,
        version: 1,
        created_at: now,
        updated_by: who.personId,
        updated_at: now,
        ended_at: null,
      })
      .execute();
    await keepText(tx, of, 1, { title: name, known, done }, who.personId, now);
    await change.record({ kind: 'evaluation.rival-added', itemId: evaluation.id, body: { rivalId: of.id } });
    return see(
      evaluationHref(programme, 'sure'),
      t('Written down. It stands beside what you say.'),
      evaluationHref(programme, `sure/${of.id}/end`),
    );
  },
});

/** Changes what is known of another explanation. Throws `Stale` when somebody saved meanwhile. */
export const saveRival = action('/programmes/:programme/evaluation/sure/:rival', {
  purpose: 'evaluation',
  access: evaluationPolicy,
  page: surePage,
  input: z.object({ title: line('Name the explanation.', 160), ...words, version: version() }),
  async run(change, { version: shown, ...said }) {
    const { opened, rival } = await openRival(change);
    const { tx, now, who } = change;
    const of = { ownerId: opened.programme.ownerId, id: rival.id };
    const saved = await tx
      .updateTable('evaluation_rival')
      .set({ ...said, version: shown + 1, updated_by: who.personId, updated_at: now })
      .where('owner_id', '=', of.ownerId)
      .where('id', '=', of.id)
      .where('version', '=', shown)
      .executeTakeFirst();
    if (saved.numUpdatedRows === 0n)
      await throwStale(tx, of, { version: rival.version, fields: textsOf(rival) }, now);
    await keepText(tx, of, shown + 1, said, who.personId, now);
    await change.record({
      kind: 'evaluation.rival-changed',
      itemId: opened.evaluation.id,
      body: { rivalId: rival.id },
    });
    return see(evaluationHref(opened.programme, 'sure'), t('Saved.'));
  },
});

export const endRival = action('/programmes/:programme/evaluation/sure/:rival/end', {
  purpose: 'evaluation',
  access: evaluationPolicy,
  input: z.object({}),
  run: (change) => setEnded(change, change.now),
});

export const restoreRival = action('/programmes/:programme/evaluation/sure/:rival/restore', {
  purpose: 'evaluation',
  access: evaluationPolicy,
  input: z.object({}),
  run: (change) => setEnded(change, null),
});

async function setEnded(change: Change, endedAt: Date | null): Promise<See> {
  const { opened, rival } = await openRival(change);
  const { programme, evaluation } = opened;
  await change.tx
    .updateTable('evaluation_rival')
    .set({ ended_at: endedAt })
    .where('owner_id', '=', programme.ownerId)
    .where('id', '=', rival.id)
    .execute();
  await change.record({
    kind: endedAt ? 'evaluation.rival-ended' : 'evaluation.rival-restored',
    itemId: evaluation.id,
    body: { rivalId: rival.id },
  });
  const to = evaluationHref(programme, 'sure');
  return endedAt ? see(to, t('Taken out.'), `${to}/${rival.id}/restore`) : see(to, t('It is back.'));
}

async function openRival(change: Change): Promise<{ opened: OpenedEvaluation; rival: Rival }> {
  const opened = await openEvaluation(change, 'plan');
  const { rivals } = await selectReportFacts(change.tx, change.who, opened, change.today);
  const rival = rivals.find(({ id }) => id === change.params.rival);
  if (!rival) throw new NotFound();
  return { opened, rival };
}

const textsOf = ({ title, known, done }: Rival) => [
  { name: 'title', label: t('What else could explain it'), text: title },
  { name: 'known', label: t('What we know of it'), text: known },
  { name: 'done', label: t('What we did about it'), text: done },
];
