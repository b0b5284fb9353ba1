import { allStaff } from '#platform/access/audience-words.ts';
import { members, page } from '#platform/http/route.ts';
import { formatDate, t, tn } from '#platform/i18n/i18n.ts';
import { empty } from '#ui/empty.ts';
import { html, type Html } from '#ui/html.ts';
import { label } from '#ui/label.ts';
import { countedList, filters, pager } from '#ui/list.ts';
import { groupHref } from '#features/programmes/index.ts';
import { selectProtocolLines } from '#features/protocols/index.ts';
import { reasonToJoin } from './match-words.ts';
import { selectTeaching } from './match.queries.ts';
import { type OpenGroup, perPage, selectOpenGroups } from './people-open-groups.queries.ts';

const here = '/groups/open';

/** Groups that anybody may ask to join, with why they may suit. */
export const openGroupsPage = page(here, {
  purpose: 'learning',
  access: members('staff'),
  async load({ db, who, organisationId, query, today, pageNumber }) {
    const words = (query.words ?? '').trim().slice(0, 100);
    const [lines, teaching] = await Promise.all([
      selectProtocolLines(db, organisationId),
      selectTeaching(db, organisationId, [who.personId], today),
    ]);
    const mine = teaching.get(who.personId);
    const groups = await selectOpenGroups(db, who, { words, page: pageNumber, mine, today });
    return { words, page: pageNumber, lines, mine, groups };
  },
  view({ words, page: number, lines, mine, groups }, { who }) {
    const all = groups[0]?.all ?? 0;
    const line = (group: OpenGroup): Html => {
      const reason = mine && reasonToJoin(mine, group);
      const about = [
        lines.find(({ id }) => id === group.protocol)?.title ?? group.protocol,
        group.subject,
        group.phase,
        tn(group.people, 'one person', '{n} people'),
      ].filter(Boolean);
      return html`<a href="${groupHref(group)}">${group.title}</a> ${reason && label(reason)}
        <span class="meta">${about.join(' · ')}</span>
        <span class="meta"
          >${t('{from} to {until}', { from: formatDate(group.startsOn, 'short'), until: formatDate(group.endsOn, 'short') })};
          ${
            group.waiting
              ? html`<a href="${groupHref(group, 'ask')}">${t('waits for an answer')}</a>`
              : html`<a
                  href="${groupHref(group, 'ask')}"
                  aria-label="${t('Ask to join {title}', { title: group.title })}"
                  >${t('Ask to join')}</a
                >`
          }</span
        >`;
    };
    return {
      title: t('Groups you may ask to join'),
      audience: allStaff(who, t('You see groups that are open to others and that you may see.')),
      trail: [{ label: t('Groups'), href: '/groups' }],
      body: html`${filters({ action: here, values: { words }, narrowed: words !== '' }, (f) =>
        f.search({ name: 'words', label: t('Words in the name, subject or years') }),
      )}
      ${countedList({
        says: tn(all, 'One group', '{n} groups'),
        items: groups.map(line),
        empty: empty(
          words === ''
            ? {
                says: t(
                  'No group is open to others now. You can start one, and say that anybody may ask to join.',
                ),
                todo: { label: t('Start a group'), href: '/groups/new' },
              }
            : {
                says: t('No open group has these words.'),
                todo: { label: t('Show everything'), href: here },
              },
        ),
      })}
      ${pager({ page: number, pages: Math.ceil(all / perPage), path: here, query: { words } })}`,
    };
  },
});
