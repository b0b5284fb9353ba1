import { itemOfCircle } from '#platform/access/items.ts';
import { Who } from '#platform/access/who.ts';
import { t } from '#platform/i18n/i18n.ts';
import type { Html } from '#ui/html.ts';
import { groupedTabs, type Tab } from '#ui/tabs.ts';
import { groupHref, homeHref, programmeHref } from './addresses.ts';
import { policyOf, type ProgrammeAbility } from './programme.policy.ts';

/** What stands below the programme's own address. */
type Below =
  | ''
  | 'specialist'
  | 'exercises'
  | 'questions'
  | 'attendance'
  | 'people'
  | 'agreements'
  | 'calendar'
  | 'evaluation'
  | 'design'
  | 'check'
  | 'cycles';

/** What a group has on pages of its own. */
const ofGroups: ReadonlySet<Below> = new Set(['', 'people', 'cycles']);

/** A programme as far as its tabs must know it: where it is, and what its reader may do there. */
interface Tabbed {
  programme: { slug: string; sort: string };
  may(ability: ProgrammeAbility): boolean;
}

/**
 * A programme for the tabs of a page that serves another purpose than learning: its evaluation, its register.
 * Each tab is asked as the page behind it will ask; nothing of the programme is opened.
 */
export function tabbed(
  who: Who,
  { ownerId, id, slug, sort }: { ownerId: string; id: string; slug: string; sort: string },
): Tabbed {
  const policy = policyOf(sort);
  const there = new Who(who.standing, policy.purpose);
  const item = itemOfCircle(policy, ownerId, id);
  return { programme: { slug, sort }, may: (ability) => there.may(ability, policy, item) };
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
  const isGroup = programme.sort === 'group';
  const tab = (below: Below, label: string, open: boolean): Tab[] => {
    const href =
      isGroup && ofGroups.has(below) ? groupHref(programme, below) : programmeHref(programme, below);
    return open ? [{ label, href, current: below === current }] : [];
  };
  return groupedTabs(isGroup ? t('Pages of this group') : t('Pages of this programme'), [
    {
      label: t('Plan'),
      tabs: [
        ...tab('', t('Overview'), true),
        ...tab('design', isGroup ? t('Steps and dates') : t('Design'), may('design')),
        ...tab('check', t('Design check'), !isGroup && may('design')),
        ...tab('cycles', t('Cycles and report'), isGroup && may('takePart')),
      ],
    },
    {
      label: t('Taking part'),
      tabs: [
        ...tab('specialist', t('For the specialist'), may('guide')),
        ...tab('exercises', t('Exercises'), may('join') || may('facilitate')),
        ...tab('agreements', t('Agreements'), may('agreements')),
        ...tab('questions', t('Questions'), may('takePart')),
        ...tab('calendar', t('Calendar'), may('join')),
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
export const trailOf = (programme: {
  slug: string;
  sort: string;
  title: string;
}): { label: string; href: string }[] => [
  programme.sort === 'group'
    ? { label: t('Groups'), href: '/groups' }
    : { label: t('Programmes'), href: '/programmes' },
  { label: programme.title, href: homeHref(programme) },
];
