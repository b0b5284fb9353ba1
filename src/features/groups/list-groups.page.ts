import { allStaff, onlyYou } from '#platform/access/audience-words.ts';
import { members, page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { selectGroups, type GroupFilter, shows } from './list-groups.queries.ts';
import { groupList } from './list-groups.view.ts';

/** The groups one is in, and those of the school that one may see. */
export const listGroupsPage = page('/groups', {
  purpose: 'learning',
  access: members('staff', 'guest'),
  async load({ db, who, query, today, pageNumber }) {
    const filter: GroupFilter = {
      show: shows.find((show) => show === query.show) ?? 'mine',
      words: (query.words ?? '').trim().slice(0, 100),
      protocol: (query.protocol ?? '').slice(0, 100),
      page: pageNumber,
    };
    const found = await selectGroups(db, who, filter, today);
    return { filter, today, found, isGuest: who.standing.kind === 'guest' };
  },
  view: (data, { who }) => ({
    title: t('Groups'),
    audience: data.isGuest
      ? onlyYou(t('You see the groups that you are in, and no others.'))
      : allStaff(who, t('You see the groups you are in and those that may be seen. Others see their own.')),
    ...(data.isGuest ? {} : { action: { label: t('Start a group'), href: '/groups/new' } }),
    body: groupList(data),
  }),
});
