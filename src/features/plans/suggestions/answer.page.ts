import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { planHref, suggestionHref } from '../addresses.ts';
import { suggestionPolicy } from '../plan.policy.ts';
import { planTrail } from '../plan-trail.ts';
import { openSuggestion } from './open-suggestion.ts';
import { suggestionAudience } from './suggest.page.ts';

/** Those who teach by a plan answer a suggestion beside it. */
export const answerPage = page(suggestionHref(':plan', ':suggestion', 'answer'), {
  purpose: 'learning',
  access: suggestionPolicy,
  async load(visit) {
    const found = await openSuggestion(visit);
    visit.who.must('answer', suggestionPolicy, found.item);
    return found;
  },
  view: ({ opened: { plan, teachers }, suggestion }, visit) => {
    const action = suggestionHref(plan.id, suggestion.id, 'answer');
    const { values, errors } = visit.formAt(action);
    return {
      title: t('Answer a suggestion'),
      audience: suggestionAudience(teachers),
      trail: planTrail(plan),
      body: html`<blockquote class="as-written" dir="auto">${suggestion.words}</blockquote>
        <p class="meta"><bdi>${suggestion.author}</bdi></p>
        ${form(
          { action, button: t('Answer'), values: { ...values }, errors, cancel: planHref(plan.id) },
          (f) => [
            f.radios({
              name: 'state',
              label: t('What becomes of it?'),
              required: true,
              options: [
                { value: 'taken-up', label: t('We take it up') },
                { value: 'not-now', label: t('Not now') },
                {
                  value: 'help-wanted',
                  label: t('We would like help with it'),
                  hint: t('Next you can ask the CPD leader for it.'),
                },
              ],
            }),
            f.textarea({
              name: 'words',
              label: t('A word to whoever suggested it'),
              rows: 3,
              maxlength: 2000,
            }),
          ],
        )}`,
    };
  },
});
