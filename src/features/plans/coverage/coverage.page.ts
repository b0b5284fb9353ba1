import { addDays } from '#platform/calendar/dates.ts';
import { isId } from '#platform/db/ids.ts';
import { members, page } from '#platform/http/route.ts';
import { formatList, formatNumber, t, tn } from '#platform/i18n/i18n.ts';
import { byAge } from '#features/curriculum/index.ts';
import { yearWords } from '#features/people/index.ts';
import { quietActions } from '#ui/actions.ts';
import { empty } from '#ui/empty.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { filters } from '#ui/list.ts';
import { table } from '#ui/table.ts';
import { coveragePath, mapPath, planHref, pointHref } from '../addresses.ts';
import { planAudience } from '../audience.ts';
import { planTrail } from '../plan-trail.ts';
import { type CoveredPoint, selectCoverage } from './coverage.queries.ts';

/** How many years back and forth count: pupils meet a key stage's points over several. */
const spans = [1, 2, 4, 6] as const;

/** Which points of a curriculum are taught, in which year group, and which are not. */
export const coveragePage = page(coveragePath, {
  purpose: 'administration',
  access: members('staff'),
  async load(visit) {
    const { query, today } = visit;
    const filter = {
      framework: isId(query.framework ?? '') ? query.framework! : '',
      subject: (query.subject ?? '').slice(0, 80),
      span: spans.find((span) => String(span) === query.span) ?? 1,
    };
    const days = filter.span * 365;
    const found = await selectCoverage(visit.db, visit.who, {
      ...filter,
      from: addDays(today, -days),
      until: addDays(today, days),
    });
    return { ...found, filter, today };
  },
  view: ({ frameworks, subjects, subject, points, filter, today }, visit) => ({
    title: t('Which points are taught'),
    audience: planAudience(visit.who),
    trail: planTrail(),
    wide: true,
    body: html`${
      frameworks.length > 0 &&
      filters(
        {
          action: coveragePath,
          values: { framework: filter.framework, subject, span: filter.span },
          narrowed: filter.framework !== '' || filter.subject !== '',
        },
        (f) => [
          frameworks.length > 1 &&
            f.select({
              name: 'framework',
              label: t('Curriculum'),
              all: frameworks[0]!.title,
              options: frameworks.slice(1).map(({ id, title }) => ({ value: id, label: title })),
            }),
          f.select({
            name: 'subject',
            label: t('Subject'),
            all: t('The one with most points'),
            options: subjects,
          }),
          f.select({
            name: 'span',
            label: t('Which plans count'),
            all: t('A year back and a year on'),
            options: spans
              .slice(1)
              .map((n) => ({ value: n, label: t('{n} years back and on', { n: formatNumber(n) }) })),
          }),
        ],
      )
    }
    ${
      points.length === 0
        ? empty({
            says:
              frameworks.length === 0
                ? t('No curriculum is in use here yet. Whoever leads learning can bring one in.')
                : t('This curriculum has no points to plan by.'),
          })
        : coverage(subject, points, today)
    }
    ${quietActions([{ label: t('What is taught when'), href: mapPath, icon: 'calendar' }])}`,
  }),
});

function coverage(subject: string, points: readonly CoveredPoint[], today: string): Html {
  const untaken = points.filter(({ takings }) => takings.length === 0).length;
  const several = points.filter(
    ({ takings }) => new Set(takings.map(({ yearKey }) => yearKey)).size > 1,
  ).length;
  return html`<p>
      ${tn(points.length, '{n} point of {subject}.', '{n} points of {subject}.', { subject })}
      ${untaken === 0 ? t('Each is named by a plan.') : tn(untaken, '{n} is named by no plan yet.', '{n} are named by no plan yet.')}
      ${several > 0 && tn(several, '{n} is met in more than one year, which may be meant.', '{n} are met in more than one year, which may be meant.')}
    </p>
    <div class="plan-coverage">
      ${table({
        caption: t('Points of {subject} and the plans that take them up', { subject }),
        captionHidden: true,
        columns: [
          { label: t('Point'), wide: true },
          { label: t('Meant for') },
          { label: t('Planned in'), wide: true },
        ],
        rows: points.map((point) => [
          html`<a href="${pointHref(point.id)}" dir="auto"
            >${point.code !== '' && html`<bdi>${point.code}</bdi> `}${point.words}</a
          >`,
          formatList(point.stages.length > 0 ? point.stages : point.years.map(yearWords)),
          planned(point, today),
        ]),
        empty: '',
      })}
    </div>`;
}

/** The plans that take a point up, the youngest first. */
function planned({ takings }: CoveredPoint, today: string): Value {
  if (takings.length === 0) return html`<span class="plan-untaken">${t('Not planned yet')}</span>`;
  return takings
    .toSorted((a, b) => byAge(a.yearKey, b.yearKey) || (a.startsOn < b.startsOn ? -1 : 1))
    .map(
      ({ id, title, yearKey, startsOn, endsOn }) =>
        html`<span class="plan-taking"
          >${yearKey !== '' && `${yearWords(yearKey)}: `}<a href="${planHref(id)}"><bdi>${title}</bdi></a>
          <span class="meta"
            >${endsOn < today ? t('taught') : startsOn <= today ? t('now') : t('to come')}</span
          ></span
        >`,
    );
}
