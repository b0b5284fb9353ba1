import { t } from '#platform/i18n/i18n.ts';
import type { Html } from '#ui/html.ts';
import { tabs } from '#ui/tabs.ts';
import { programmeHref } from './addresses.ts';
import type { OpenedProgramme } from './open-programme.ts';

type Tab =
  | ''
  | 'specialist'
  | 'exercises'
  | 'questions'
  | 'attendance'
  | 'people'
  | 'agreements'
  | 'evaluation'
  | 'design'
  | 'check';

/** The pages of one programme that this person may open. */
export function programmeTabs({ programme, may }: OpenedProgramme, current: Tab): Html {
  const all: [Tab, string, boolean][] = [
    ['', t('Overview'), true],
    ['specialist', t('For the specialist'), may('guide')],
    ['exercises', t('Exercises'), may('join') || may('facilitate')],
    ['questions', t('Questions'), may('takePart')],
    ['attendance', t('Attendance'), may('register')],
    ['people', t('People'), may('people')],
    ['agreements', t('Agreements'), may('agreements')],
    ['evaluation', t('Evaluation'), may('evaluation')],
    ['design', t('Design'), may('design')],
    ['check', t('Design check'), may('design')],
  ];
  return tabs(
    t('Pages of this programme'),
    all
      .filter(([, , open]) => open)
      .map(([below, label]) => ({
        label,
        href: programmeHref(programme, below),
        current: below === current,
      })),
  );
}

/** The pages above every page of a programme. */
export const trailOf = (programme: { slug: string; title: string }): { label: string; href: string }[] => [
  { label: t('Programmes'), href: '/programmes' },
  { label: programme.title, href: programmeHref(programme) },
];
