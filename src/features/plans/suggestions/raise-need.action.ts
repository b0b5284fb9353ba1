import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { insertRaisedNeed, mustNameSubject, needInput } from '#features/needs/index.ts';
import { planHref, suggestionHref } from '../addresses.ts';
import { suggestionPolicy } from '../plan.policy.ts';
import { openSuggestion } from './open-suggestion.ts';
import { suggestionNeedPage } from './need.page.ts';
import { updateSuggestion } from './suggestion.queries.ts';

/**
 * A suggestion becomes a need: the CPD leader finds it among those raised, and what it is joined to stands beside the
 * plan, for those who teach by it and whoever suggested.
 */
export const raiseSuggestedNeed = action(suggestionHref(':plan', ':suggestion', 'need'), {
  purpose: 'learning',
  access: suggestionPolicy,
  page: suggestionNeedPage,
  input: z.object(needInput),
  async run(change, sent) {
    mustNameSubject(sent);
    const { opened, suggestion } = await openSuggestion(change);
    if (suggestion.need) throw new Refused(t('It is a need already.'));
    const { tx, organisationId: ownerId, who, now } = change;
    const concerned = [suggestion.authorId, ...opened.teachers.map(({ personId }) => personId)];
    const id = await insertRaisedNeed(
      tx,
      { ownerId, authorId: who.personId },
      {
        ...sent,
        from: { schemeId: opened.plan.id, suggestionId: suggestion.id },
        readerIds: [...new Set(concerned)].filter((each) => each !== who.personId),
      },
      now,
    );
    if (suggestion.state === 'open' && opened.writes)
      await updateSuggestion(tx, ownerId, suggestion.id, {
        state: 'help-wanted',
        words: '',
        by: who.personId,
        at: now,
      });
    await change.record({
      kind: 'need.raised',
      itemId: id,
      body: { sort: sent.sort, suggestionId: suggestion.id },
      tell: true,
    });
    return see(
      `${planHref(opened.plan.id)}#suggestions`,
      t('The CPD leader finds it among the needs. What comes of it stands here.'),
    );
  },
});
