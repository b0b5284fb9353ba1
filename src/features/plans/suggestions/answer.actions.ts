import { z } from 'zod';
import { endItem } from '#platform/access/items.ts';
import { isId } from '#platform/db/ids.ts';
import { NotFound, Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { choice, optionalProse } from '#platform/http/input.ts';
import { action, see, type See } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { planHref, suggestionHref } from '../addresses.ts';
import { suggestionPolicy } from '../plan.policy.ts';
import { openPlan } from '../scheme/open-plan.ts';
import { planPage } from '../scheme/plan.page.ts';
import { answerPage } from './answer.page.ts';
import { openSuggestion } from './open-suggestion.ts';
import { updateSuggestion } from './suggestion.queries.ts';

const at = (planId: string): string => `${planHref(planId)}#suggestions`;

/** Says what becomes of a suggestion. Whoever wrote it reads that. */
export const answerSuggestion = action(suggestionHref(':plan', ':suggestion', 'answer'), {
  purpose: 'learning',
  access: suggestionPolicy,
  page: answerPage,
  input: z.object({
    state: choice(['taken-up', 'not-now', 'help-wanted'], 'Choose what becomes of it.'),
    words: optionalProse(2000),
  }),
  async run(change, { state, words }) {
    const { opened, suggestion, item } = await openSuggestion(change);
    const { tx, organisationId, who, now } = change;
    who.must('answer', suggestionPolicy, item);
    if (suggestion.state !== 'open') throw new Refused(t('It is answered already. Open it again first.'));
    await updateSuggestion(tx, organisationId, suggestion.id, { state, words, by: who.personId, at: now });
    await change.record({
      kind: 'plan.suggestion-answered',
      itemId: suggestion.id,
      body: { planId: opened.plan.id, state },
      tell: true,
    });
    const undo = suggestionHref(opened.plan.id, suggestion.id, 'open');
    return state === 'help-wanted'
      ? see(
          suggestionHref(opened.plan.id, suggestion.id, 'need'),
          t('It is answered. Here you can ask for help with it.'),
          undo,
        )
      : see(at(opened.plan.id), t('It is answered.'), undo);
  },
});

/** Opens an answered suggestion again. */
export const openAgain = action(suggestionHref(':plan', ':suggestion', 'open'), {
  purpose: 'learning',
  access: suggestionPolicy,
  page: planPage,
  input: z.object({}),
  async run(change) {
    const { opened, suggestion, item } = await openSuggestion(change);
    change.who.must('answer', suggestionPolicy, item);
    if (suggestion.state === 'open') throw new Refused(t('It is not answered yet.'));
    await updateSuggestion(change.tx, change.organisationId, suggestion.id, null);
    await change.record({
      kind: 'plan.suggestion-reopened',
      itemId: suggestion.id,
      body: { planId: opened.plan.id },
      tell: true,
    });
    return see(at(opened.plan.id), t('It is open again.'));
  },
});

export const takeBackSuggestion = action(suggestionHref(':plan', ':suggestion', 'take-back'), {
  purpose: 'learning',
  access: suggestionPolicy,
  page: planPage,
  input: z.object({}),
  run: (change) => setEnded(change, change.now),
});

export const restoreSuggestion = action(suggestionHref(':plan', ':suggestion', 'restore'), {
  purpose: 'learning',
  access: suggestionPolicy,
  page: planPage,
  input: z.object({}),
  run: (change) => setEnded(change, null),
});

async function setEnded(change: Change, ended: Date | null): Promise<See> {
  const id = change.params.suggestion!;
  if (!isId(id)) throw new NotFound();
  const { plan } = await openPlan(change);
  const item = await change.open(suggestionPolicy, id);
  change.who.must('takeBack', suggestionPolicy, item);
  if ((item.endedAt !== null) === (ended !== null))
    throw new Refused(ended ? t('It is taken back already.') : t('It is there already.'));
  await endItem(change.tx, item, ended);
  await change.record({
    kind: ended ? 'plan.suggestion-taken-back' : 'plan.suggestion-restored',
    itemId: id,
    body: { planId: plan.id },
    tell: true,
  });
  return ended
    ? see(at(plan.id), t('It is taken back.'), suggestionHref(plan.id, id, 'restore'))
    : see(at(plan.id), t('It stands there again.'), suggestionHref(plan.id, id, 'take-back'));
}
