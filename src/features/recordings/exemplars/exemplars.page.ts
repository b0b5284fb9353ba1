import { allStaff } from '#platform/access/audience-words.ts';
import { members, page } from '#platform/http/route.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { TeachingDomain } from '#features/evidence/index.ts';
import { quietActions } from '#ui/actions.ts';
import { cards } from '#ui/card.ts';
import { empty } from '#ui/empty.ts';
import { html, type Html } from '#ui/html.ts';
import { filters, pager } from '#ui/list.ts';
import { exemplarCard } from './exemplar-card.view.ts';
import {
  domainInWords,
  exemplarsPath,
  phaseInWords,
  phases,
  rowOf,
  rubricHref,
  rubricsPath,
} from './exemplar.ts';
import { type ExemplarFilter, selectExemplars } from './exemplar.queries.ts';

const perPage = 12;

/** Clips of lessons that colleagues show to all staff as an example of something. One statement. */
export const exemplarsPage = page(exemplarsPath, {
  purpose: 'learning',
  access: members('staff'),
  async load({ db, who, query, pageNumber }) {
    const filter = filterIn(query);
    const paging = { limit: perPage, offset: (pageNumber - 1) * perPage };
    return { filter, number: pageNumber, ...(await selectExemplars(db, who, filter, paging)) };
  },
  view({ filter, number, rows, subjects }, visit) {
    const total = rows[0]?.total ?? 0;
    const isNarrowed = Object.values(filter).some(Boolean);
    return {
      title: t('Examples of teaching'),
      audience: allStaff(
        visit.who,
        t(
          'Everybody who works at the school sees this list. A teacher’s own line managers do not find that teacher’s examples in it.',
        ),
      ),
      wide: true,
      body: html`<p>
          ${t('Clips of lessons that colleagues offered, each as an example of one thing. An example is not a model lesson: it says what to look for, and what it does not show.')}
        </p>
        ${(rows.length > 0 || isNarrowed || number > 1) && narrowing(filter, subjects, isNarrowed)}
        ${
          rows.length === 0
            ? isNarrowed || number > 1
              ? empty({ says: t('No example fits this. Show everything, or ask for less.') })
              : nothingYet()
            : html`<p class="count">${tn(total, '{n} example', '{n} examples')}</p>
                ${cards(rows.map((row) => exemplarCard(row, visit.who.personId)))}`
        }
        ${pager({ page: number, pages: Math.ceil(total / perPage), path: exemplarsPath, query: { ...filter } })}
        ${quietActions([
          { label: t('Rubrics to talk with'), href: rubricsPath, icon: 'evidence' },
          { label: t('Techniques to practise'), href: '/practice/techniques', icon: 'practice' },
          { label: t('Recordings'), href: '/recordings', icon: 'learning' },
        ])}`,
    };
  },
});

const short = (text: string | undefined): string | undefined => text?.trim().slice(0, 100) || undefined;
const oneOf = <T extends string>(all: readonly T[], text: string | undefined): T | undefined =>
  all.find((each) => each === text);

const filterIn = (query: Readonly<Record<string, string | undefined>>): ExemplarFilter => ({
  domain: oneOf(TeachingDomain.options, query['domain']),
  subject: short(query['subject']),
  phase: oneOf(phases, query['phase']),
  row: rowOf(query['row'] ?? '') ? query['row'] : undefined,
  words: short(query['words']),
});

function narrowing(filter: ExemplarFilter, subjects: readonly string[], narrowed: boolean): Html {
  const row = rowOf(filter.row ?? '');
  return html`${filters(
    { action: exemplarsPath, values: { ...filter }, keep: { row: filter.row }, narrowed },
    (f) => [
      f.select({
        name: 'domain',
        label: t('What it shows'),
        all: t('Anything'),
        options: TeachingDomain.options.map((value) => ({ value, label: domainInWords(value) })),
      }),
      f.select({ name: 'subject', label: t('Subject'), all: t('Any subject'), options: [...subjects] }),
      f.select({
        name: 'phase',
        label: t('For pupils of'),
        all: t('Any age'),
        options: phases
          .filter((phase) => phase !== 'any')
          .map((value) => ({ value, label: phaseInWords(value) })),
      }),
      f.search({
        name: 'words',
        label: t('Words'),
        hint: t('Of the title, of what to look for, or of a name'),
      }),
    ],
  )}
  ${
    row &&
    html`<p>
      ${t('Those that show')} <a href="${rubricHref(row.rubric.id, row.row.id)}">${t(row.row.title)}</a>.
    </p>`
  }`;
}

const nothingYet = (): Html =>
  empty({
    says: t(
      'There is no example for you to watch yet. One comes to be here when a teacher opens a recording of their own that they have watched, and offers the whole of it or a stretch to all staff. Everybody who can be recognised must have agreed to that. Those of teachers whom you manage stay closed to you.',
    ),
    todo: { label: t('Go to my recordings'), href: '/recordings' },
  });
