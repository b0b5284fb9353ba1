import type { Who } from '#platform/access/who.ts';
import type { Place } from '#platform/http/content.ts';
import { t } from '#platform/i18n/i18n.ts';
import { leads } from '#features/people/index.ts';
import { features } from '#src/features.ts';

const addresses = {
  today: '/today',
  learning: '/my-learning',
  teaching: '/teaching',
  people: '/people',
  school: '/school',
  children: '/children',
  courses: '/courses',
  me: '/me',
} as const;

type Key = keyof typeof addresses;

/** The first parts of the addresses at which the rooms of each place are found. */
const rooms = Object.fromEntries(
  Object.entries(addresses).map(([key, address]) => [key, [address, ...roomsOf(key)]]),
) as Record<Key, string[]>;

/** Rooms of a place whose addresses do not begin with a place's own. */
function roomsOf(key: string): string[] {
  const paths = features
    .filter(({ place }) => place === key)
    .flatMap(({ routes }) => routes.map(({ path }) => `/${path.split('/')[1]}`));
  // What is a place of its own for pupils is a room of Teaching for staff.
  const others = Object.entries(addresses).filter(([other]) => !(key === 'teaching' && other === 'courses'));
  return [...new Set(paths)].filter((path) => !others.some(([, address]) => address === path));
}

/** The places of the header: only those that a person's roles give them. */
export function places(who: Who | null, path: string): Place[] {
  if (!who) return [];
  const place = (key: Key, label: string): Place => ({
    key,
    label,
    href: addresses[key],
    current: rooms[key].some((room) => path === room || path.startsWith(`${room}/`)),
  });
  const { kind } = who.standing;
  return [
    ...(kind === null ? [] : [place('today', t('Today'))]),
    ...(kind === 'staff' || kind === 'guest' ? [place('learning', t('My learning'))] : []),
    ...(kind === 'staff' ? [place('teaching', t('Teaching'))] : []),
    ...(kind === 'pupil' ? [place('courses', t('Courses'))] : []),
    ...(kind === 'family' ? [place('children', t('My children'))] : []),
    ...(kind === 'staff' ? [place('people', t('People'))] : []),
    ...(kind === 'staff' && leads(who) ? [place('school', t('School'))] : []),
    place('me', t('Me')),
  ];
}
