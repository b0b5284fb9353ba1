import type { Who } from '#platform/access/who.ts';
import type { Place } from '#platform/http/content.ts';
import { t } from '#platform/i18n/i18n.ts';
import { leads } from '#features/people/index.ts';

/** Rooms whose addresses do not begin with their place's. */
const rooms: Readonly<Record<string, readonly string[]>> = {
  learning: [
    '/programmes',
    '/agreements',
    '/starting-points',
    '/interview-notes',
    '/try-outs',
    '/observations',
    '/peer-assessments',
    '/needs',
    '/evidence',
  ],
};

/** The places of the header: only those that a person's roles give them. */
export function places(who: Who | null, path: string): Place[] {
  if (!who) return [];
  const place = (key: string, label: string, href: string): Place => ({
    key,
    label,
    href,
    current: [href, ...(rooms[key] ?? [])].some((room) => path === room || path.startsWith(`${room}/`)),
  });
  const { kind } = who.standing;
  return [
    ...(kind === null ? [] : [place('today', t('Today'), '/today')]),
    ...(kind === 'staff' || kind === 'guest' ? [place('learning', t('My learning'), '/my-learning')] : []),
    ...(kind === 'staff' ? [place('people', t('People'), '/people')] : []),
    ...(kind === 'staff' && leads(who) ? [place('school', t('School'), '/school')] : []),
    place('me', t('Me'), '/me'),
  ];
}
