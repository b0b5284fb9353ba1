import type { Who } from '#platform/access/who.ts';
import { t } from '#platform/i18n/i18n.ts';
import { type LinkAction, quietActions } from '#ui/actions.ts';
import { html, type Value } from '#ui/html.ts';

/** The ways from Today to what has no part of its own there. */
export function staffRoomView(who: Who): Value {
  const { kind } = who.standing;
  const own: LinkAction[] = [
    // Lessons are of those who teach and those who learn.
    ...(kind === 'staff' || kind === 'pupil'
      ? [{ label: t('My week'), href: '/week', icon: 'calendar' as const }]
      : []),
    { label: t('My calendar'), href: '/me/calendar', icon: 'calendar' },
    ...(kind === 'pupil'
      ? [{ label: t('My year at school'), href: '/attendance/mine', icon: 'school' as const }]
      : []),
  ];
  if (kind !== 'staff') return quietActions(own);
  return html`<h2>${t('The staff room')}</h2>
    ${quietActions([
      ...own,
      { label: t('Rooms and equipment'), href: '/bookings', icon: 'key' },
      { label: t('Rotas'), href: '/rotas', icon: 'clock' },
      { label: t('Visitors'), href: '/visitors', icon: 'school' },
      { label: t('Something is broken'), href: '/repairs', icon: 'settings' },
      { label: t('Contacts of families'), href: '/contacts', icon: 'people' },
      { label: t('I am worried about a child'), href: '/concerns/new', icon: 'warning' },
    ])}`;
}
