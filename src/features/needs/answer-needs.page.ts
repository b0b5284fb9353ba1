import { page, see } from '#platform/http/route.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { answerValues, sideFields, sides } from './answer-form.ts';
import { isOpen } from './closing.ts';
import { askingPolicy } from './need.policy.ts';
import { needsForm, otherParts, partFields } from './needs-form.ts';
import { answerAudience, openAsking } from './open-asking.ts';

/** The form that everyone who is asked fills in, until it closes. */
export const answerNeedsPage = page('/needs/:asking', {
  purpose: 'learning',
  access: askingPolicy,
  async load(visit) {
    const asking = await openAsking(visit, 'answer');
    const address = `/needs/${asking.slug}`;
    if (!isOpen(asking, visit.today) && !visit.arrival.form) return see(`${address}/mine`);
    return {
      asking,
      draft: await visit.draft(`needs:${asking.id}`),
      form: visit.formAt(`${address}/answer`),
    };
  },
  view: ({ asking, draft, form: state }) => {
    const values = state.values ?? draft ?? (asking.mine ? answerValues(asking.mine) : {});
    return {
      title: asking.title,
      audience: answerAudience(),
      status: {
        where: asking.mine
          ? t('You answered on {day}. You can change it until {last}.', {
              day: formatDate(new Date(asking.mine.updatedAt), 'long'),
              last: formatDate(asking.closesOn, 'weekday'),
            })
          : t('You can answer until {last}. It takes about {n} minutes.', {
              last: formatDate(asking.closesOn, 'weekday'),
              n: needsForm().minutes,
            }),
      },
      trail: [{ label: t('What I need'), href: '/needs' }],
      body: html`${asking.note && html`<p class="as-written">${asking.note}</p>`}
        ${notice('info', t('The CPD leader sees who wrote what, because help must reach the person. Heads and line managers do not see it. Others see counts at most, in groups of five or more. Nothing of it goes to appraisal. Each day on which somebody reads your answer stands under Me, Who saw what.'), t('Before you write.'))}
        <p>${needsForm().plain}</p>
        ${
          asking.priorities.length > 0 &&
          html`<p>${t('What the school is working on:')}</p>
            <ul>
              ${asking.priorities.map((priority) => html`<li>${priority.title}</li> `)}
            </ul>`
        }
        ${form(
          {
            ...state,
            values,
            button: asking.mine ? t('Save my answer') : t('Send my answer'),
            hidden: { version: asking.mine?.version ?? 0 },
            draft: `needs:${asking.id}`,
            cancel: '/needs',
          },
          (f) => [
            sides.map((side) => sideFields(side, asking, f, values)),
            html`<h2>${t('More about it')}</h2>`,
            otherParts().map((part) => partFields(part, f)),
          ],
        )}`,
    };
  },
});
