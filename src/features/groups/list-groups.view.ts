import { formatDate, formatNumber, t, tn } from '#platform/i18n/i18n.ts';
import { quietActions } from '#ui/actions.ts';
import { empty } from '#ui/empty.ts';
import { html, type Html } from '#ui/html.ts';
import { label } from '#ui/label.ts';
import { notice } from '#ui/notice.ts';
import { addressOf, countedList, filters, pager } from '#ui/list.ts';
import { tabs } from '#ui/tabs.ts';
import { dayWords, groupHref } from '#features/programmes/index.ts';
import type { ProtocolLine } from '#features/protocols/index.ts';
import {
  type AskedInto,
  type GroupFilter,
  type GroupsFound,
  type ListedGroup,
  mostCounted,
  perPage,
  type Show,
  shows,
} from './list-groups.queries.ts';

interface GroupList {
  filter: GroupFilter;
  found: GroupsFound;
  today: string;
  isGuest: boolean;
}

const showNames: Record<Show, () => string> = {
  mine: () => t('Mine'),
  running: () => t('Running'),
  closed: () => t('Closed'),
};

export function groupList({ filter, found, today, isGuest }: GroupList): Html {
  const { show, words, protocol, page } = filter;
  const { groups, lines, all, more } = found;
  return html`${found.asked.map(askedInto)}
  ${tabs(
    t('Which groups'),
    shows.map((each) => ({
      label: showNames[each](),
      href: addressOf('/groups', { show: each, words, protocol }),
      current: each === show,
    })),
  )}
  ${filters(
    {
      action: '/groups',
      values: { words, protocol },
      keep: { show },
      narrowed: words !== '' || protocol !== '',
    },
    (f) => [
      f.search({ name: 'words', label: t('Words in the name or subject') }),
      f.select({
        name: 'protocol',
        label: t('Protocol'),
        all: t('All protocols'),
        options: lines.map(({ id, title }) => ({ value: id, label: title })),
      }),
    ],
  )}
  ${countedList({
    says:
      all > mostCounted
        ? t('More than {n} groups', { n: formatNumber(mostCounted) })
        : tn(all, 'One group', '{n} groups'),
    items: groups.map((group) => line(group, lines, today)),
    empty: nothingHere(filter, isGuest),
  })}
  ${pager({
    page,
    pages: Math.ceil(all / perPage),
    more: all > mostCounted ? more : undefined,
    path: '/groups',
    query: { show, words, protocol },
  })}
  ${quietActions([
    { label: t('My hours this term'), href: '/groups/hours', icon: 'clock' },
    ...(isGuest
      ? []
      : [{ label: t('Groups you may ask to join'), href: '/groups/open', icon: 'people' as const }]),
    { label: t('The protocols'), href: '/protocols', icon: 'evidence' },
  ])}`;
}

const askedInto = ({ slug, title }: AskedInto): Html =>
  notice(
    'info',
    html`${t('You are asked into “{title}”.', { title })}
      <a href="${groupHref({ slug }, 'answer')}">${t('Look at it and answer')}</a>`,
  );

function line(group: ListedGroup, lines: readonly ProtocolLine[], today: string): Html {
  const protocol = lines.find(({ id }) => id === group.protocol)?.title ?? group.protocol;
  return html`<a href="${groupHref(group, group.forStage ? 'my-stage' : '')}">${group.title}</a>
    ${group.mine && label(t('You are in it'))} ${group.forStage && label(t('For one stage'))}
    ${group.closedAt && label(t('Closed'))}
    <span class="meta"
      >${[protocol, group.subject, group.phase, tn(group.people, 'one person', '{n} people')]
        .filter(Boolean)
        .join(' · ')}</span
    ><br />
    <span class="meta"
      >${
        group.nextOn && !group.closedAt
          ? t('Next: {title}, {day}', { title: group.nextTitle ?? '', day: dayWords(group.nextOn, today) })
          : t('{from} to {until}', {
              from: formatDate(group.startsOn, 'short'),
              until: formatDate(group.endsOn, 'short'),
            })
      }${group.waiting > 0 && html` · ${tn(group.waiting, 'one step waits to be called done', '{n} steps wait to be called done')}`}</span
    >`;
}

function nothingHere({ show, words, protocol }: GroupFilter, isGuest: boolean): Html {
  if (words !== '' || protocol !== '')
    return empty({
      says: t('No group here matches.'),
      todo: { label: t('Show everything'), href: addressOf('/groups', { show }) },
    });
  if (show === 'mine')
    return empty({
      says: t('You are in no group yet.'),
      ...(isGuest ? {} : { todo: { label: t('Start one'), href: '/groups/new' } }),
    });
  return empty({
    says: show === 'closed' ? t('No group has been closed yet.') : t('No group runs that you may see.'),
  });
}
