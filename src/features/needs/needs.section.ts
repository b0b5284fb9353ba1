import { t } from '#platform/i18n/i18n.ts';
import { quietActions } from '#ui/actions.ts';
import { html } from '#ui/html.ts';
import { plainSection } from '#ui/section.ts';

/** The way to what one was asked, what one answered and what came of it. Guests are not asked. */
export const needsSection = plainSection(
  (visit) =>
    visit.who.standing.kind === 'staff' &&
    html`<h2>${t('What would help')}</h2>
      ${quietActions([{ label: t('What I need'), href: '/needs', icon: 'question' }])}`,
);
