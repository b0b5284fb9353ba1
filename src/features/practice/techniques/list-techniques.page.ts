import { allStaff } from '#platform/access/audience-words.ts';
import { members, page } from '#platform/http/route.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { card, cards } from '#ui/card.ts';
import { empty } from '#ui/empty.ts';
import { html, type Html } from '#ui/html.ts';
import { filters, pager } from '#ui/list.ts';
import { filterIn, fitting, namedBy, type TechniqueFilter } from './filter-techniques.ts';
import { selectTechniques } from './technique.queries.ts';
import { type Technique, techniqueHref } from './technique.ts';

const path = '/practice/techniques';
const perPage = 30;

/** Every technique one may start from: those that come with Staffroom, and what colleagues added. */
export const listTechniquesPage = page(path, {
  purpose: 'learning',
  access: members('staff'),
  async load({ db, who, query, pageNumber }) {
    const filter = filterIn(query);
    const all = await selectTechniques(db, who);
    return { filter, all, found: fitting(all, filter), number: pageNumber };
  },
  view: ({ filter, all, found, number }, { who }) => ({
    title: t('Techniques'),
    audience: allStaff(who, t('Everybody who works at the school can read these and add to them.')),
    action: { label: t('Write down a technique'), href: `${path}/new` },
    trail: [{ label: t('My practice'), href: '/my-learning/practice' }],
    wide: true,
    body: html`<p>
        ${t('Things a teacher does that can be rehearsed, tried and met again until they need no thought. Each page says what one does, what speaks for and against it, and for whom it is not.')}
      </p>
      ${narrow(filter, all)}
      <p class="count">${tn(found.length, '{n} technique', '{n} techniques')}</p>
      ${
        found.length === 0
          ? empty({ says: t('No technique fits this. Show everything, or ask for less.') })
          : cards(found.slice((number - 1) * perPage, number * perPage).map(entry))
      }
      ${pager({ page: number, pages: Math.ceil(found.length / perPage), path, query: { ...filter } })}`,
  }),
});

const narrow = (filter: TechniqueFilter, all: readonly Technique[]): Html =>
  filters({ action: path, values: { ...filter }, narrowed: Object.values(filter).some(Boolean) }, (f) => [
    f.search({ name: 'words', label: t('Words'), hint: t('Such as “questions” or “start of a lesson”') }),
    f.select({
      name: 'phase',
      label: t('Phase'),
      all: t('Any phase'),
      options: namedBy(all, 'phases').map((name) => ({ value: name, label: t(name) })),
    }),
    f.select({
      name: 'subject',
      label: t('Subject'),
      all: t('Any subject'),
      options: namedBy(all, 'subjects').map((name) => ({ value: name, label: t(name) })),
    }),
  ]);

const entry = ({ id, title, plain, own, hasExample }: Technique): Html =>
  card({
    title: t(title),
    href: techniqueHref(id),
    meta: [
      own ? t('Written by a colleague') : t('With its sources'),
      hasExample ? t('with an example') : t('no example yet'),
    ].join('; '),
    body: html`<p>${t(plain)}</p>`,
  });
