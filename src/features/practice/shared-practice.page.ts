import { sql } from 'kysely';
import { onlyYou } from '#platform/access/audience-words.ts';
import type { Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import { members, page } from '#platform/http/route.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { empty } from '#ui/empty.ts';
import { html } from '#ui/html.ts';
import { countedList, pager } from '#ui/list.ts';
import { myPractice, practiceHref } from './addresses.ts';
import { practicePolicy } from './practice.policy.ts';
import { practiceTabs } from './practice-tabs.view.ts';

const perPage = 30;
const path = `${myPractice}/shared`;

interface Shared {
  ownerId: string;
  id: string;
  author: string;
  words: string;
  whereUsed: string;
  total: number;
}

/** What others practise and shared with this person. */
export const sharedPracticePage = page(path, {
  purpose: 'learning',
  access: members('staff', 'guest'),
  async load(visit) {
    const number = visit.pageNumber;
    return { number, rows: await selectShared(visit.db, visit.who, number) };
  },
  view: ({ number, rows }, { who }) => ({
    title: t('Practice shared with me'),
    audience: onlyYou(
      t('This list is put together for you. Each practice belongs to the person who wrote it.'),
    ),
    body: html`${who.standing.kind === 'staff' && practiceTabs('shared')}
    ${countedList({
      says: tn(rows[0]?.total ?? 0, '{n} practice', '{n} practices'),
      items: rows.map(
        (row) =>
          html`<a href="${practiceHref(row)}">${row.words}</a>
            <span class="meta">${[row.author, row.whereUsed].filter(Boolean).join('; ')}</span>`,
      ),
      empty: empty({ says: t('Nobody has shared what they practise with you.') }),
    })}
    ${pager({ page: number, pages: Math.ceil((rows[0]?.total ?? 0) / perPage), path })}`,
  }),
});

/** The organisation's rows say where to look; the audience of each item, asked beside them, decides. */
async function selectShared(db: Db, who: Who, number: number): Promise<Shared[]> {
  const pointers = (
    column: 'person_id' | 'practice_id',
  ) => sql`(select s.${sql.ref(column)} from practice_shared s
    where s.owner_id = ${who.organisationId} and s.principal = any(${who.standing.principals}::text[])
      and s.ended_at is null and s.person_id <> ${who.personId})`;
  const { rows } = await sql<Shared>`
    select x.owner_id as "ownerId", x.id, a.name as author, x.words, x.where_used as "whereUsed",
      count(*) over ()::integer as total
    from practice x join item i on i.owner_id = x.owner_id and i.id = x.id join person a on a.id = x.owner_id
    where x.owner_id in ${pointers('person_id')} and x.id in ${pointers('practice_id')}
      and i.ended_at is null and ${who.sees('i', practicePolicy)}
    order by x.touched_at desc, x.id limit ${perPage} offset ${(number - 1) * perPage}`.execute(db);
  return rows;
}
