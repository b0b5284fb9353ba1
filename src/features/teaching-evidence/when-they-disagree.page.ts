import { allStaff } from '#platform/access/audience-words.ts';
import { members, page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { html } from '#ui/html.ts';
import { sourceLine, teachingEvidence } from '#features/evidence/index.ts';

/** How to read two sources that say different things, and two that say the same. */
export const whenTheyDisagreePage = page('/teaching-evidence/when-they-disagree', {
  purpose: 'learning',
  access: members('staff', 'guest'),
  load: async () => teachingEvidence().sideBySide,
  view: ({ title, plain, disagreements, agreement, looks, formative }, { who }) => ({
    title,
    audience: allStaff(who, t('It holds nothing about anybody at the school.')),
    trail: [
      { label: t('My learning'), href: '/my-learning' },
      { label: teachingEvidence().title, href: '/teaching-evidence' },
    ],
    body: html`<p>${plain}</p>
      ${disagreements.map(
        ({ id, when, mayMean, ask, source }) =>
          html`<section id="${id}">
            <h2>${when}</h2>
            <p>${t('It may mean:')}</p>
            <ul>
              ${mayMean.map((each) => html`<li>${each}</li> `)}
            </ul>
            <p><strong>${t('Ask:')}</strong> ${ask}</p>
            ${sourceLine(source)}
          </section> `,
      )}
      <h2>${t('When two agree')}</h2>
      <p>${agreement}</p>
      <h2>${t('How often one has to look')}</h2>
      <p>${looks.words}</p>
      ${sourceLine(looks.source)}
      <h2>${t('What it is all for')}</h2>
      <p>${formative.words}</p>
      ${sourceLine(formative.source)}`,
  }),
});
