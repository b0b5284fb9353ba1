import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { needFields, raisedAudience } from '#features/needs/index.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { planHref, suggestionHref } from '../addresses.ts';
import { suggestionPolicy } from '../plan.policy.ts';
import { planTrail } from '../plan-trail.ts';
import { openSuggestion } from './open-suggestion.ts';

/** Makes a need of a suggestion: by those who teach by the plan, or by whoever suggested. */
export const suggestionNeedPage = page(suggestionHref(':plan', ':suggestion', 'need'), {
  purpose: 'learning',
  access: suggestionPolicy,
  load: openSuggestion,
  view: ({ opened: { plan }, suggestion }, visit) => {
    const action = suggestionHref(plan.id, suggestion.id, 'need');
    const { values, errors } = visit.formAt(action);
    const mine = suggestion.authorId === visit.who.personId;
    return {
      title: t('Ask for help with this'),
      audience: {
        ...raisedAudience(),
        words: mine
          ? t('You, those who teach by this plan, and the CPD leader')
          : t('You, whoever suggested it, and the CPD leader'),
      },
      trail: planTrail(plan),
      body: html`<blockquote class="as-written" dir="auto">${suggestion.words}</blockquote>
        <p class="meta"><bdi>${suggestion.author}</bdi></p>
        ${form(
          {
            action,
            button: t('Say this to the CPD leader'),
            values: { sort: mine ? 'subject' : 'own', subject: plan.subject, ...values },
            errors,
            cancel: planHref(plan.id),
          },
          needFields,
        )}`,
    };
  },
});
