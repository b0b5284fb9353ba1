import { audienceNote } from '#platform/access/audience-words.ts';
import { page } from '#platform/http/route.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { countedList, filters } from '#ui/list.ts';
import { table } from '#ui/table.ts';
import { auditPolicy } from '../planner.policy.ts';
import { type SchoolYear, schoolYear, yearIn, yearOf } from '../school-year.ts';
import { saidOrGap } from '../words.view.ts';
import { printLine } from '../years.view.ts';
import { auditHref, criteria, type CycleLine, lineHref } from './audit.ts';
import { smallRing } from './cycle-ring.view.ts';
import { lineTrail } from './line.page.ts';
import { openAudit } from './open-audit.ts';

/** Two years side by side, line by line: a line that was copied stands beside the one it came from. */
export const comparePage = page('/school/cycle-audit/:year/compare', {
  purpose: 'learning',
  access: auditPolicy,
  load(visit) {
    const year = yearOf(visit.params.year);
    return openAudit(visit, 'read', { year, beside: yearIn(visit.query.with) ?? year - 1 });
  },
  view(opened, visit) {
    const { year, besideYear, lines, beside, years, dates } = opened;
    const choices = years.map((each) => each.year).filter((each) => each !== year.year);
    return {
      title: t('{earlier} beside {year}', { earlier: besideYear.name, year: year.name }),
      audience: audienceNote(opened.item, auditPolicy, visit.who),
      trail: lineTrail(opened),
      wide: true,
      body: html`${
        choices.length > 1 &&
        filters(
          { action: auditHref(year.year, 'compare'), values: { with: besideYear.year }, always: true },
          (f) =>
            f.select({
              name: 'with',
              label: t('Beside which year'),
              all: t('The year before'),
              options: choices.map((each) => ({ value: each, label: schoolYear(each, dates).name })),
            }),
        )
      }
      ${
        lines.length + beside.length === 0
          ? html`<p class="empty">${t('Neither year has lines yet.')}</p>`
          : html`${lines.map((now) => {
              const earlier = sameLine(now, beside);
              return earlier && twoYears({ now, earlier }, besideYear, year);
            })}
            ${alone(besideYear, beside, lines)} ${alone(year, lines, beside)} ${printLine()}`
      }`,
    };
  },
});

/** The line of another year that came from the same one, or from which this came. */
const sameLine = ({ lineageId }: CycleLine, others: readonly CycleLine[]): CycleLine | undefined =>
  others.find((other) => other.lineageId === lineageId);

/** The lines that have nothing to stand beside. */
function alone(year: SchoolYear, lines: readonly CycleLine[], others: readonly CycleLine[]): Html | false {
  const only = lines.filter((line) => !sameLine(line, others));
  return (
    only.length > 0 &&
    html`<h2>${t('In {year} alone', { year: year.name })}</h2>
      ${countedList({
        says: tn(only.length, '{n} line', '{n} lines'),
        items: only.map((line) => html`<a href="${lineHref(year.year, line)}">${line.title}</a>`),
        dense: true,
        empty: '',
      })}`
  );
}

const twoYears = (
  { earlier, now }: { earlier: CycleLine; now: CycleLine },
  before: SchoolYear,
  year: SchoolYear,
): Html => {
  const row = (label: string, says: (line: CycleLine, of: SchoolYear) => Value): Value[] => [
    label,
    says(earlier, before),
    says(now, year),
  ];
  const words = (of: 'specialist' | 'peer' | 'keep' | 'change') => (line: CycleLine) => saidOrGap(line[of]);
  return html`<h2>${now.title}</h2>
    ${table({
      caption: t('{title}: two years', { title: now.title }),
      captionHidden: true,
      even: true,
      columns: [{ label: t('Question') }, { label: before.name }, { label: year.name }],
      rows: [
        row(t('The cycle'), (line, { weeks, terms }) =>
          smallRing({ title: line.title, weeks, terms, points: line.points }),
        ),
        row(t('Specialist input'), words('specialist')),
        row(t('Peer support'), words('peer')),
        ...criteria().map(({ id, title }) => row(t(title), (line) => saidOrGap(line.criteria[id]))),
        row(t('What to keep the same'), words('keep')),
        row(t('What to change'), words('change')),
      ],
      empty: '',
    })}`;
};
