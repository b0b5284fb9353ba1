import type { AudienceNote } from '#platform/http/content.ts';
import { formatList, t } from '#platform/i18n/i18n.ts';
import { roleTitle } from '#features/people/index.ts';
import type { OpenedTalk } from './open-talk.ts';
import type { TalkPerson } from './talk.ts';

/** Who reads a conversation with these people in it, before anything is written and ever after. */
interface Readers {
  sort: 'pupil' | 'family' | 'class' | 'staff';
  people: readonly Pick<TalkPerson, 'name' | 'part'>[];
  /** Groups that take part, in words. */
  groups?: readonly string[];
  child: string | null;
  watchers: readonly string[];
}

/** In words: "Cai Roberts and Ffion Puw. Mari Evans watches." */
export function readersInWords({ sort, people, groups = [], child, watchers }: Readers): string {
  const taking = people.filter(({ part }) => part !== 'watcher').map(({ name }) => name);
  const all = formatList([...groups, ...taking]);
  if (sort === 'family') return t('{people}, about {child}', { people: all, child: child ?? '' });
  const watching = [
    ...new Set([...people.filter(({ part }) => part === 'watcher').map(({ name }) => name), ...watchers]),
  ].filter((name) => sort === 'class' || !taking.includes(name));
  return sort === 'staff' || watching.length === 0
    ? all
    : t('{people}. Watched by {watchers}', { people: all, watchers: formatList(watching) });
}

export const whyOf = (sort: Readers['sort']): string =>
  ({
    pupil: t(
      'It is private to the pupil and this member of staff. The named adults watch, because pupils take part: the pupil sees each time one of them has looked.',
    ),
    family: t(
      'No other family reads it, nor another carer of the child unless the school wrote to both together. Other staff cannot open it.',
    ),
    class: t('Pupils take part, so the named adults watch and can read all of it.'),
    staff: t('Only the staff it is for can open it.'),
  })[sort];

/** The line above a conversation. */
export const talkAudience = ({ talk, item }: Pick<OpenedTalk, 'talk' | 'item'>): AudienceNote => ({
  icon: talk.sort === 'class' || talk.sort === 'staff' ? 'group' : 'people',
  words: readersInWords({
    sort: talk.sort,
    people: talk.people ?? [],
    groups: groupsOf(item.audience),
    child: talk.child,
    watchers: talk.watchers,
  }),
  why: whyOf(talk.sort),
});

/** The groups of an audience: classes and departments by whom of them, roles, all staff. */
function groupsOf(audience: readonly { principal: string; name: string | null }[]): string[] {
  return audience.flatMap(({ principal, name }) => {
    const [sort, , third = ''] = principal.split(':');
    if (sort === 'staff') return [t('all staff')];
    if (sort === 'role') return [t('staff with the role {roles}', { roles: roleTitle(third) })];
    if (sort !== 'unit') return [];
    const unit = name ?? t('a class or department');
    return [
      third === 'pupil' ? t('pupils of {names}', { names: unit }) : t('staff of {names}', { names: unit }),
    ];
  });
}
