import type { Who } from '#platform/access/who.ts';
import type { Place } from '#platform/http/content.ts';
import { t } from '#platform/i18n/i18n.ts';
import { leads } from '#features/people/index.ts';

/** The places of the header: only those that a person's roles give them. */
export function places(who: Who | null, path: string): Place[] {
  if (!who) return [];
  const place = (key: string, label: string, href: string): Place => ({
    key,
    label,
    href,
    current: path === href || path.startsWith(`${href}/`),
  });
  const { kind } = who.standing;
  return [
    ...(kind === 'guest' || kind === null ? [] : [place('today', t('Today'), '/today')]),
    ...(kind === 'staff' || kind === 'guest' ? [place('learning', t('My learning'), '/my-learning')] : []),
    ...(kind === 'staff' ? [place('people', t('People'), '/people')] : []),
    ...(kind === 'staff' && leads(who) ? [place('school', t('School'), '/school')] : []),
    place('me', t('Me'), '/me'),
  ];
}
