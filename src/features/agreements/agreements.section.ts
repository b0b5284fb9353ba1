import { t } from '#platform/i18n/i18n.ts';
import { quietActions } from '#ui/actions.ts';
import { html } from '#ui/html.ts';
import { section } from '#ui/section.ts';
import { agreementLine } from './programme-agreements.view.ts';
import { myAgreements } from './programme-agreements.queries.ts';

const most = 5;

/** The partnerships one is in that are not closed, and how each stands. Guests are in none. */
export const agreementsSection = section({
  asks: (who) => (who.standing.kind === 'staff' ? myAgreements(who) : undefined),
  draw(mine, { who }) {
    if (who.standing.kind !== 'staff') return null;
    const open = mine.filter(({ closedAt, left }) => closedAt === null && !left);
    return html`<h2>${t('Working in partnership')}</h2>
      ${
        open.length > 0 &&
        html`<ul class="items dense">
          ${open.slice(0, most).map((each) => html`<li>${agreementLine(each)} (${each.programmeTitle})</li>`)}
        </ul>`
      }
      ${quietActions([{ label: t('My agreements'), href: '/my-learning/agreements', icon: 'sign' }])}`;
  },
});
