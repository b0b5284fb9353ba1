import { theseRoles } from '#platform/access/audience-words.ts';
import type { AudienceNote } from '#platform/http/content.ts';
import { roles } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import type { Html } from '#ui/html.ts';
import { tabs } from '#ui/tabs.ts';
import { learningLeaders, role } from '#features/people/index.ts';

export const carePath = '/school/coaching';

/** Who looks after mentoring and coaching; every page of theirs is activity, never what people say or write. */
export const careRoles = roles(role.coordinator);

export const careAudience = (why?: string): AudienceNote =>
  theseRoles(
    [role.coordinator],
    why ??
      t(
        'Who works with whom, when they meet, and what they ask you for. Goals, notes, agreements and answers are not on any of these pages.',
      ),
  );

export const countsAudience = (): AudienceNote =>
  theseRoles(
    [...learningLeaders, role.coordinator],
    t('Numbers of many only: nothing here is about fewer than five relationships.'),
  );

export const careTrail = (): { label: string; href: string }[] => [{ label: t('School'), href: '/school' }];
export const belowCaseload = (): { label: string; href: string }[] => [
  ...careTrail(),
  { label: t('Mentoring and coaching'), href: carePath },
];

type Tab = 'pairings' | 'coaches' | 'hours' | 'attributes' | 'trend' | 'settings';

/** The pages of whoever looks after mentoring and coaching. */
export function careTabs(current: Tab): Html {
  const all: [Tab, string, string][] = [
    ['pairings', t('Who waits, and all pairings'), ''],
    ['coaches', t('Mentors and coaches'), '/coaches'],
    ['hours', t('Hours and cost'), '/hours'],
    ['attributes', t('Five facts'), '/attributes'],
    ['trend', t('Three questions'), '/trend'],
    ['settings', t('Settings'), '/settings'],
  ];
  return tabs(
    t('Mentoring and coaching'),
    all.map(([key, label, below]) => ({ label, href: carePath + below, current: key === current })),
  );
}
