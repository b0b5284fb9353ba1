import { t } from '#platform/i18n/i18n.ts';
import type { Html } from '#ui/html.ts';
import { groupedTabs, type Tab } from '#ui/tabs.ts';
import { programmeHref } from './addresses.ts';
import type { OpenedProgramme } from './open-programme.ts';

/** What stands below the programme's own address. */
type Below =
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

/** The pages of one programme that this person may open: the plan, taking part, people, evaluation. */
export function programmeTabs({ programme, may }: OpenedProgramme, current: Below): Html {
  const tab = (below: Below, label: string, open: boolean): Tab[] =>
    open ? [{ label, href: programmeHref(programme, below), current: below === current }] : [];
  return groupedTabs(t('Pages of this programme'), [
    {
      label: t('Plan'),
      tabs: [
        ...tab('', t('Overview'), true),
        ...tab('design', t('Design'), may('design')),
        ...tab('check', t('Design check'), may('design')),
      ],
    },
    {
      label: t('Taking part'),
      tabs: [
        ...tab('specialist', t('For the specialist'), may('guide')),
        ...tab('exercises', t('Exercises'), may('join') || may('facilitate')),
        ...tab('agreements', t('Agreements'), may('agreements')),
        ...tab('questions', t('Questions'), may('takePart')),
      ],
    },
    {
      label: t('People'),
      tabs: [
        ...tab('people', t('People'), may('people')),
        ...tab('attendance', t('Attendance'), may('register')),
      ],
    },
    { label: t('Evaluation'), tabs: tab('evaluation', t('Evaluation'), may('evaluation')) },
  ]);
}

/** The pages above every page of a programme. */
export const trailOf = (programme: { slug: string; title: string }): { label: string; href: string }[] => [
  { label: t('Programmes'), href: '/programmes' },
  { label: programme.title, href: programmeHref(programme) },
];
