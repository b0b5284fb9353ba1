import { z } from 'zod';
import { choice, line, version } from '#platform/http/input.ts';
import { action, see, type See } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { claimAnchor, evaluationHref } from './addresses.ts';
import { overstatements } from './causal-words.ts';
import { claimsPage } from './claims.page.ts';
import { certainties, claimKinds } from './claims.view.ts';
import { evaluationPolicy } from './evaluation.policy.ts';
import { addLine, type LineSort, saveLine, setLineEnded } from './line.ts';
import { openEvaluation, type OpenedEvaluation } from './open-evaluation.ts';
import type { Claim } from './report.queries.ts';
import type { ClaimReport } from './report.ts';

const claims: LineSort<Pick<Claim, 'id' | 'version' | 'says'>> = {
  table: 'evaluation_claim',
  page: 'claims',
  name: 'claim',
  texts: ({ says }) => [{ name: 'says', label: t('In one sentence'), text: says }],
  taken: () => t('The sentence is taken out.'),
  back: () => t('The sentence is back.'),
};

const claimInput = {
  says: line('Write a sentence.', 400),
  kind: choice(claimKinds, 'Say what it rests on.'),
  certainty: choice(certainties, 'Say how far it holds.'),
};

/** The team says something. What goes beyond the evidence is saved all the same, and pointed out beside the field. */
export const addClaim = action('/programmes/:programme/evaluation/claims', {
  purpose: 'evaluation',
  access: evaluationPolicy,
  page: claimsPage,
  input: z.object(claimInput),
  async run(change, written) {
    const opened = await openEvaluation(change, 'plan');
    const id = await addLine(change, claims, opened, written, (row) =>
      change.tx
        .insertInto('evaluation_claim')
        .values({ ...row, ...written })
        .execute(),
    );
    return saved(opened, { ...written, id }, t('The sentence is added.'), `claims/${id}/end`);
  },
});

/** Changes a sentence; the older one is kept. Throws `Stale` when somebody saved meanwhile. */
export const saveClaim = action('/programmes/:programme/evaluation/claims/:claim', {
  purpose: 'evaluation',
  access: evaluationPolicy,
  page: claimsPage,
  input: z.object({ ...claimInput, version: version() }),
  async run(change, { version: seen, ...written }) {
    const { opened, line: claim } = await saveLine(change, claims, seen, written);
    return saved(opened, { ...written, id: claim.id }, t('The sentence is saved.'));
  },
});

export const endClaim = action('/programmes/:programme/evaluation/claims/:claim/end', {
  purpose: 'evaluation',
  access: evaluationPolicy,
  input: z.object({}),
  run: (change) => setLineEnded(change, claims, change.now),
});

export const restoreClaim = action('/programmes/:programme/evaluation/claims/:claim/restore', {
  purpose: 'evaluation',
  access: evaluationPolicy,
  input: z.object({}),
  run: (change) => setLineEnded(change, claims, null),
});

/** Where to go on: to the sentence with its field and a note beside it, when it says more than its evidence. */
function saved(
  { programme, evaluation }: OpenedEvaluation,
  claim: ClaimReport & { id: string },
  done: string,
  undo?: string,
): See {
  const noted = overstatements(claim.says, claim.kind, evaluation.comparison).length > 0;
  const back = undo && evaluationHref(programme, undo);
  if (!noted) return see(evaluationHref(programme, 'claims'), done, back);
  const to = evaluationHref(programme, `claims?look=${claim.id}#${claimAnchor(claim.id)}`);
  return see(to, t('{done} Beside it stands how it could be put more exactly.', { done }), back);
}
