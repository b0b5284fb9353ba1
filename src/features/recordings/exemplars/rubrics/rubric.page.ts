import { sql } from 'kysely';
import { allStaff } from '#platform/access/audience-words.ts';
import { composed, type Given, list } from '#platform/access/composed.ts';
import { NotFound } from '#platform/errors.ts';
import { members, page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { rubricOf } from '#features/evidence/index.ts';
import { rubricsPath } from '../exemplar.ts';
import { shownExemplars } from '../exemplar.queries.ts';
import { type RowExample, rubricView } from './rubric.view.ts';

/** So many examples of each row are named; the library has the rest. */
const perRow = 3;

const ask = composed((who, { rubric }: Given<{ rubric: string }>) => ({
  examples: list<RowExample>(sql`select x.id, x.title, x.row, x.many from (
      select r.id, r.title, e.rubric_row as row, count(*) over (partition by e.rubric_row)::int as many,
        row_number() over (partition by e.rubric_row order by e.created_at desc, e.id desc) as place
      from ${shownExemplars(who)} and e.rubric = ${rubric}) x
    where x.place <= ${perRow} order by x.row, x.place`),
}));

/** One rubric, row by row, with the examples that colleagues offered of each and a technique where one is named. */
export const rubricPage = page('/rubrics/:rubric', {
  purpose: 'learning',
  access: members('staff', 'guest'),
  async load(visit) {
    const rubric = rubricOf(visit.params.rubric ?? '');
    if (!rubric) throw new NotFound('There is no such rubric.');
    const isStaff = visit.who.standing.kind === 'staff';
    const { examples } = await ask(visit.db, visit.who, { rubric: rubric.id });
    return { rubric, isStaff, examples: isStaff ? examples : [] };
  },
  view: (data, visit) => ({
    title: t(data.rubric.title),
    audience: allStaff(
      visit.who,
      t('The words are the same for everybody. Of the examples each sees those they may watch.'),
    ),
    trail: [{ label: t('Rubrics'), href: rubricsPath }],
    body: rubricView(data),
  }),
});
