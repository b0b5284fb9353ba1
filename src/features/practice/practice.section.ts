import { sql } from 'kysely';
import { list } from '#platform/access/composed.ts';
import { formatDate, t, tn } from '#platform/i18n/i18n.ts';
import { quietActions } from '#ui/actions.ts';
import { html } from '#ui/html.ts';
import { countedList } from '#ui/list.ts';
import { section } from '#ui/section.ts';
import { myPractice, practiceHref } from './addresses.ts';
import { practicePolicy } from './practice.policy.ts';

interface Next {
  id: string;
  words: string;
  dueOn: string | null;
  total: number;
}

/** How many are named; the page of one's practice has the rest. */
const most = 3;

/** What one practises, what is due first, and the ways to it. */
export const practiceSection = section<Next>({
  asks: (who) =>
    who.standing.kind === 'staff'
      ? list<Next>(sql`
          select x.id, x.words, w.due_on as "dueOn", count(*) over ()::integer as total
          from practice x join item i on i.owner_id = x.owner_id and i.id = x.id
          left join practice_look w on w.owner_id = x.owner_id and w.practice_id = x.id and w.looked_at is null
            and w.ended_at is null
          where x.owner_id = ${who.personId} and x.settled_at is null and i.ended_at is null
            and ${who.sees('i', practicePolicy, 'write')}
          order by w.due_on is null, w.due_on, x.touched_at desc, x.id limit ${most}`)
      : undefined,
  draw: (rows, { who, today }) => {
    if (who.standing.kind !== 'staff')
      return html`<h2>${t('Practice')}</h2>
        ${quietActions([{ label: t('Practice shared with me'), href: `${myPractice}/shared`, icon: 'people' }])}`;
    return html`<h2>${t('Practice')}</h2>
      ${countedList({
        says: tn(rows[0]?.total ?? 0, '{n} under way', '{n} under way'),
        items: rows.map(
          ({ id, words, dueOn }) =>
            html`<a href="${practiceHref({ ownerId: who.personId, id })}">${words}</a> ${
                dueOn !== null &&
                html`<span class="meta"
                  >${
                    dueOn <= today
                      ? t('meet it again now')
                      : t('next on {day}', { day: formatDate(dueOn, 'weekday') })
                  }</span
                >`
              }`,
        ),
        empty: html`<p>${t('Something small, rehearsed and tried until it goes by itself.')}</p>`,
      })}
      ${quietActions([
        { label: t('Begin to practise something'), href: `${myPractice}/new`, icon: 'add' },
        { label: t('My practice'), href: myPractice, icon: 'practice' },
        { label: t('Techniques'), href: '/practice/techniques', icon: 'search' },
        { label: t('Showing and seeing'), href: '/practice/exchange', icon: 'peer' },
      ])}`;
  },
});
