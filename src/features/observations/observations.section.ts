import { t } from '#platform/i18n/i18n.ts';
import { quietActions } from '#ui/actions.ts';
import { html } from '#ui/html.ts';
import { plainSection } from '#ui/section.ts';

/** The ways to one's observations, and to what partners write to one another in a later cycle. */
export const observationsSection = plainSection(
  (visit) =>
    html`<h2>${t('Watching for what pupils do')}</h2>
      ${quietActions([
        { label: t('My observations'), href: '/my-learning/observations', icon: 'peer' },
        ...(visit.who.standing.kind === 'staff'
          ? [
              {
                label: t('How far we have come'),
                href: '/my-learning/peer-assessments',
                icon: 'pupils' as const,
              },
            ]
          : []),
      ])}`,
);
