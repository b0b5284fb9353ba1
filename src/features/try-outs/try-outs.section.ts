import { t } from '#platform/i18n/i18n.ts';
import { quietActions } from '#ui/actions.ts';
import { html } from '#ui/html.ts';
import { plainSection } from '#ui/section.ts';

/** The ways to one's try-outs and to those shared with one. */
export const tryOutsSection = plainSection((visit) => {
  const staff = visit.who.standing.kind === 'staff';
  return html`<h2>${t('Trying things in class')}</h2>
    ${quietActions([
      ...(staff
        ? [
            { label: t('Log what I tried'), href: '/my-learning/try-outs/new', icon: 'add' as const },
            { label: t('My try-outs'), href: '/my-learning/try-outs', icon: 'practice' as const },
          ]
        : []),
      { label: t('Try-outs shared with me'), href: '/my-learning/try-outs/shared', icon: 'people' },
    ])}`;
});
