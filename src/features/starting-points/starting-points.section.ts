import { t } from '#platform/i18n/i18n.ts';
import { quietActions } from '#ui/actions.ts';
import { html } from '#ui/html.ts';
import { plainSection } from '#ui/section.ts';

/** The ways to one's own starting points and to those that others share with one. */
export const startingPointsSection = plainSection(
  (visit) =>
    html`<h2>${t('Where we start from')}</h2>
      ${quietActions([
        ...(visit.who.standing.kind === 'staff'
          ? [{ label: t('Where I start from'), href: '/my-learning/starting-points', icon: 'edit' as const }]
          : []),
        {
          label: t('Starting points shared with me'),
          href: '/my-learning/starting-points/shared',
          icon: 'people',
        },
      ])}`,
);
