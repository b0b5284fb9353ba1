import { itemOfCircle } from '#platform/access/items.ts';
import { Who } from '#platform/access/who.ts';
import { t } from '#platform/i18n/i18n.ts';
import type { Html } from '#ui/html.ts';
import { groupedTabs, type Tab } from '#ui/tabs.ts';
import { programmeHref } from './addresses.ts';
import { programmePolicy, type ProgrammeAbility } from './programme.policy.ts';

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

/** A programme as far as its tabs must know it: where it is, and what its reader may do there. */
interface Tabbed {
  programme: { slug: string };
  may(ability: ProgrammeAbility): boolean;
}

/**
 * A programme for the tabs of a page that serves another purpose than learning: its evaluation, its register.
 * Each tab is asked as the page behind it will ask; nothing of the programme is opened.
 */
export function tabbed(
  who: Who,
  { ownerId, id, slug }: { ownerId: string; id: string; slug: string },
): Tabbed {
  const there = new Who(who.standing, programmePolicy.purpose);
  const item = itemOfCircle(programmePolicy, ownerId, id);
  return { programme: { slug }, may: (ability) => there.may(ability, programmePolicy, item) };
}

/**
 * The pages of one programme that this person may open: the plan, taking part, people, evaluation. The pages of
 * the evaluation are its own to name, where one is in them.
 */
export function programmeTabs(
  { programme, may }: Tabbed,
  current: Below,
  evaluation: readonly Tab[] = [],
): Html {
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
    {
      label: t('Evaluation'),
      tabs: evaluation.length > 0 ? evaluation : tab('evaluation', t('Evaluation'), may('evaluation')),
    },
  ]);
}

/** The pages above every page of a programme. */
export const trailOf = (programme: { slug: string; title: string }): { label: string; href: string }[] => [
  { label: t('Programmes'), href: '/programmes' },
  { label: programme.title, href: programmeHref(programme) },
];
