import { formatDate, t, tn } from '#platform/i18n/i18n.ts';
import { definitionList } from '#ui/definition-list.ts';
import { details } from '#ui/details.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { table } from '#ui/table.ts';
import { criteria, type CriterionId, kindTitle } from '../audit/audit.ts';
import { cycleRing, smallRing } from '../audit/cycle-ring.view.ts';
import { type Cell, relationships } from '../plan/plan.ts';
import { cellTitle } from '../plan/plan-choices.ts';
import { cellText } from '../plan/plan.view.ts';
import { asWritten, nothingSaid, saidOrGap } from '../words.view.ts';
import { printLine } from '../years.view.ts';
import type { ReleasedAudit, ReleasedLine, ReleasedPlan } from './release.ts';
import type { Copy } from './shared.queries.ts';

const school = (copy: Copy): Html =>
  html`<a href="/school/shared-plans/${copy.id}">${copy.school}</a><br /><span class="meta"
      >${formatDate(copy.releasedAt)}</span
    >`;

/** The three kinds of relationship × schools. */
export const plansOfSchools = (copies: readonly Copy[]): Html =>
  table({
    caption: t('Mentoring and coaching, school by school'),
    columns: [{ label: t('School') }, ...relationships().map(({ title }) => ({ label: t(title) }))],
    rows: copies.map((copy) => [
      school(copy),
      ...relationships().map(({ id }) => planCell(copy.body as ReleasedPlan, id)),
    ]),
    empty: '',
  });

function planCell({ parts }: ReleasedPlan, relationship: string): Value {
  const part = parts.find((each) => each.relationship === relationship);
  if (!part) return nothingSaid();
  const [purposes, ...others] = part.cells;
  return html`${purposes && cellText(purposes.said)}
  ${details(
    t('Who and when'),
    others.map(
      ({ cell, said }) =>
        html`<p class="meta">${cellTitle[cell as Cell]()}</p>
          ${cellText(said)}`,
    ),
  )}`;
}

/** The five criteria × schools, with the cycles drawn small. */
export const auditsOfSchools = (copies: readonly Copy[]): Html =>
  table({
    caption: t('Cycles, school by school'),
    columns: [
      { label: t('School') },
      { label: t('Cycles') },
      ...criteria().map(({ title }) => ({ label: t(title) })),
    ],
    rows: copies.map((copy) => {
      const audit = copy.body as ReleasedAudit;
      return [school(copy), rings(audit), ...criteria().map(({ id }) => saidIn(audit.lines, id))];
    }),
    empty: '',
  });

const mostRings = 3;

const rings = ({ lines, weeks, terms }: ReleasedAudit): Html =>
  html`${lines
    .slice(0, mostRings)
    .map(
      ({ title, points }) =>
        html`<div><span>${title}</span>${smallRing({ title, weeks, terms, points })}</div>`,
    )}${
    lines.length > mostRings &&
    html`<p class="meta">${tn(lines.length - mostRings, 'and one more', 'and {n} more')}</p>`
  }`;

const saidIn = (lines: readonly ReleasedLine[], id: CriterionId): Value => {
  const saying = lines.filter((line) => line.criteria[id]);
  if (saying.length === 0) return nothingSaid();
  return html`<ul>
    ${saying.slice(0, mostRings).map(({ title, criteria: said }) => html`<li>${title}: ${shortened(said[id]!)}</li>`)}
  </ul>`;
};

/** The beginning of what somebody wrote; the school's own page has the rest. */
const shortened = (words: string): string =>
  words.length > 160 ? `${words.slice(0, 159).trimEnd()}…` : words;

/** A copy as the school released it. */
export const wholeCopy = (copy: Copy): Html =>
  copy.tool === 'plan' ? wholePlan(copy.body as ReleasedPlan) : wholeAudit(copy.body as ReleasedAudit);

const wholePlan = ({ parts }: ReleasedPlan): Html =>
  html`${relationships().map(({ id, title }) => {
    const part = parts.find(({ relationship }) => relationship === id);
    return html`<h2>${t(title)}</h2>
      ${
        part
          ? definitionList(
              part.cells.map(({ cell, said }) => ({ term: cellTitle[cell as Cell](), says: cellText(said) })),
            )
          : html`<p>${nothingSaid()}</p>`
      }`;
  })}
  ${printLine()}`;

const wholeAudit = ({ lines, weeks, terms }: ReleasedAudit): Html =>
  html`${lines.map(
    (line) =>
      html`<h2>${line.title}</h2>
        <p class="meta">${t(kindTitle(line.kind))}</p>
        ${cycleRing({ title: line.title, weeks, terms, points: line.points })}
        ${definitionList([
          { term: t('Specialist input'), says: line.specialist && asWritten(line.specialist) },
          { term: t('Peer support'), says: line.peer && asWritten(line.peer) },
          ...criteria().map(({ id, title }) => ({
            term: t(title),
            says: saidOrGap(line.criteria[id]),
          })),
          { term: t('What to keep the same'), says: line.keep && asWritten(line.keep) },
          { term: t('What to change'), says: line.change && asWritten(line.change) },
        ])}`,
  )}
  ${printLine()}`;
