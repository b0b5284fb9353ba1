import { formatDate, t, tn } from '#platform/i18n/i18n.ts';
import { card } from '#ui/card.ts';
import { empty } from '#ui/empty.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { countedList } from '#ui/list.ts';
import { table } from '#ui/table.ts';
import { saidOrGap } from '../words.view.ts';
import { auditHref, criteria, kindTitle, lineHref } from './audit.ts';
import { smallRing } from './cycle-ring.view.ts';
import type { OpenedAudit } from './open-audit.ts';

/** The lines of a year, each with its cycle drawn small. */
export const lineList = ({ lines, year }: OpenedAudit): Html =>
  countedList({
    says: tn(lines.length, '{n} line', '{n} lines'),
    items: lines.map((line) =>
      card({
        title: line.title,
        href: lineHref(year.year, line),
        meta: t('{kind}. {name}, {day}', {
          kind: t(kindTitle(line.kind)),
          name: line.writtenBy,
          day: formatDate(line.writtenAt),
        }),
        body: smallRing({ title: line.title, weeks: year.weeks, terms: year.terms, points: line.points }),
      }),
    ),
    empty: empty({
      says: t(
        'Nothing has been looked over yet. A line is a policy, a programme or a project: how and when it uses specialists, and how and when colleagues support each other.',
      ),
    }),
  });

/** The five criteria over all lines: what is said, and where nothing is. */
export const criteriaTable = ({ lines, year }: Pick<OpenedAudit, 'lines' | 'year'>): Html =>
  html`<section>
    <h2>${t('What does it in each')}</h2>
    <p>${t('In your own words. A gap is a question to think about, not a mark against it.')}</p>
    ${table({
      caption: t('The five criteria, line by line'),
      captionHidden: true,
      even: true,
      columns: [{ label: t('Line') }, ...criteria().map(({ title }) => ({ label: t(title) }))],
      rows: lines.map((line) => [
        html`<a href="${lineHref(year.year, line)}">${line.title}</a>`,
        ...criteria().map(({ id }) => saidOrGap(line.criteria[id])),
      ]),
      empty: '',
    })}
  </section>`;

/** Programmes of the year that have no line, each with the button that makes one. */
export function takeOverList(opened: OpenedAudit): Html | false {
  const { year, lines, programmes } = opened;
  const open = programmes.filter(
    ({ id, startsOn, endsOn }) =>
      startsOn <= year.until && endsOn >= year.from && !lines.some(({ programmeId }) => programmeId === id),
  );
  if (!opened.may('write') || open.length === 0) return false;
  return html`<section>
    <h2>${t('Programmes of this year')}</h2>
    <p>
      ${t('Taking one over makes a line of it, with its specialist and peer steps in the weeks in which they stand. The programme itself stays as it is.')}
    </p>
    ${countedList({
      says: tn(open.length, '{n} programme without a line', '{n} programmes without a line'),
      items: open.map(
        ({ id, title }) =>
          html`<span>${title}</span>
            ${form({ action: auditHref(year.year, 'take-over'), button: t('Take it over'), describe: t('Take it over: {title}', { title }), hidden: { programme: id }, quiet: true, prefix: `over-${id}` })}`,
      ),
      withEnd: true,
      empty: '',
    })}
  </section>`;
}
