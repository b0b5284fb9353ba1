import { z } from 'zod';
import { keepText, throwStale } from '#platform/audit/text-versions.ts';
import { newId } from '#platform/db/ids.ts';
import { NotFound, Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { choice, line, optionalLine, version } from '#platform/http/input.ts';
import { action, see, type See } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { evaluationHref } from './addresses.ts';
import { overstatements } from './causal-words.ts';
import { claimsPage } from './claims.page.ts';
import { certainties, claimKinds } from './claims.view.ts';
import type { Evaluation } from './evaluation.ts';
import { evaluationPolicy } from './evaluation.policy.ts';
import { openEvaluation, type OpenedEvaluation } from './open-evaluation.ts';
import { type Claim, selectReportFacts } from './report.queries.ts';
import type { ClaimReport } from './report.ts';

const claimInput = {
  says: line('Write a sentence.', 400),
  kind: choice(claimKinds, 'Say what it rests on.'),
  certainty: choice(certainties, 'Say how far it holds.'),
  /** The sentence in which something was pointed out already. */
  shown: optionalLine(400),
};

/** The team says something. What goes beyond the evidence is pointed out once; sent again, it is saved as it stands. */
export const addClaim = action('/programmes/:programme/evaluation/claims', {
  purpose: 'evaluation',
  access: evaluationPolicy,
  page: claimsPage,
  input: z.object(claimInput),
  async run(change, { shown, ...claim }) {
    const { programme, evaluation } = await openEvaluation(change, 'plan');
    pointOut(claim, evaluation, shown);
    const { tx, now, who } = change;
    const of = { ownerId: programme.ownerId, id: newId(now) };
    await tx
      .insertInto('evaluation_claim')
      .values({
        owner_id: of.ownerId,
        id: of.id,
        evaluation_id: evaluation.id,
        ...claim,
        version: 1,
        created_at: now,
        updated_by: who.personId,
        updated_at: now,
        ended_at: null,
      })
      .execute();
    await keepText(tx, of, 1, claim, who.personId, now);
    await change.record({ kind: 'evaluation.claim-added', itemId: evaluation.id, body: { claimId: of.id } });
    return see(
      evaluationHref(programme, 'claims'),
      t('The sentence is added.'),
      evaluationHref(programme, `claims/${of.id}/end`),
    );
  },
});

/** Changes a sentence; the older one is kept. Throws `Stale` when somebody saved meanwhile. */
export const saveClaim = action('/programmes/:programme/evaluation/claims/:claim', {
  purpose: 'evaluation',
  access: evaluationPolicy,
  page: claimsPage,
  input: z.object({ ...claimInput, version: version() }),
  async run(change, { shown, version: seen, ...said }) {
    const { opened, claim } = await openClaim(change);
    pointOut(said, opened.evaluation, shown);
    const { tx, now, who } = change;
    const of = { ownerId: opened.programme.ownerId, id: claim.id };
    const saved = await tx
      .updateTable('evaluation_claim')
      .set({ ...said, version: seen + 1, updated_by: who.personId, updated_at: now })
      .where('owner_id', '=', of.ownerId)
      .where('id', '=', of.id)
      .where('version', '=', seen)
      .executeTakeFirst();
    if (saved.numUpdatedRows === 0n)
      await throwStale(
        tx,
        of,
        { version: claim.version, fields: [{ name: 'says', label: t('In one sentence'), text: claim.says }] },
        now,
      );
    await keepText(tx, of, seen + 1, said, who.personId, now);
    await change.record({
      kind: 'evaluation.claim-changed',
      itemId: opened.evaluation.id,
      body: { claimId: claim.id },
    });
    return see(evaluationHref(opened.programme, 'claims'), t('The sentence is saved.'));
  },
});

export const endClaim = action('/programmes/:programme/evaluation/claims/:claim/end', {
  purpose: 'evaluation',
  access: evaluationPolicy,
  input: z.object({}),
  run: (change) => setEnded(change, change.now),
});

export const restoreClaim = action('/programmes/:programme/evaluation/claims/:claim/restore', {
  purpose: 'evaluation',
  access: evaluationPolicy,
  input: z.object({}),
  run: (change) => setEnded(change, null),
});

/** Shows, before saving, what says more than its evidence; the same sentence sent again is let through. */
function pointOut(claim: ClaimReport, evaluation: Evaluation, shown: string): void {
  const found = overstatements(claim.says, claim.kind, evaluation.comparison);
  if (found.length === 0 || shown === claim.says) return;
  throw new Refused({
    says: [
      ...found.map((each) =>
        t('“{word}”: {why} You could say: {instead}', {
          word: each.found,
          why: each.why,
          instead: each.instead,
        }),
      ),
      t('Change it, or send it again to save it as it stands; this note will stand beside it.'),
    ].join(' '),
  });
}

async function setEnded(change: Change, endedAt: Date | null): Promise<See> {
  const { opened, claim } = await openClaim(change);
  const { programme, evaluation } = opened;
  await change.tx
    .updateTable('evaluation_claim')
    .set({ ended_at: endedAt })
    .where('owner_id', '=', programme.ownerId)
    .where('id', '=', claim.id)
    .execute();
  await change.record({
    kind: endedAt ? 'evaluation.claim-ended' : 'evaluation.claim-restored',
    itemId: evaluation.id,
    body: { claimId: claim.id },
  });
  const to = evaluationHref(programme, 'claims');
  return endedAt
    ? see(to, t('The sentence is taken out.'), `${to}/${claim.id}/restore`)
    : see(to, t('The sentence is back.'));
}

async function openClaim(change: Change): Promise<{ opened: OpenedEvaluation; claim: Claim }> {
  const opened = await openEvaluation(change, 'plan');
  const { claims } = await selectReportFacts(change.tx, change.who, opened, change.today);
  const claim = claims.find(({ id }) => id === change.params.claim);
  if (!claim) throw new NotFound();
  return { opened, claim };
}
