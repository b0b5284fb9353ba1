import { t } from '#platform/i18n/i18n.ts';
import { quietActions } from '#ui/actions.ts';
import { html } from '#ui/html.ts';
import type { Section } from '#ui/section.ts';
import { agreementLine } from './programme-agreements.view.ts';
import { selectMyAgreements } from './programme-agreements.queries.ts';

const most = 5;

/** The partnerships one is in that are not closed, and how each stands. Guests are in none. */
export const agreementsSection: Section = async (visit) => {
  if (visit.who.standing.kind !== 'staff') return () => null;
  const open = (await selectMyAgreements(visit.db, visit.who)).filter(({ closedAt }) => closedAt === null);
  return () =>
    html`<h2>${t('Working in partnership')}</h2>
      ${
        open.length > 0 &&
        html`<ul class="items dense">
          ${open.slice(0, most).map((each) => html`<li>${agreementLine(each)} (${each.programmeTitle})</li>`)}
        </ul>`
      }
      ${quietActions([{ label: t('My agreements'), href: '/my-learning/agreements', icon: 'sign' }])}`;
};
