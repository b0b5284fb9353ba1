import { protectCounts, smallest } from '#platform/access/small-numbers.ts';
import { formatDate, formatNumber, t } from '#platform/i18n/i18n.ts';
import { details } from '#ui/details.ts';
import { html, nothing, type Html, type Value } from '#ui/html.ts';
import { table } from '#ui/table.ts';
import { nothingSaid } from '../words.view.ts';
import { adviceOn, frameworkOf } from './concepts.view.ts';
import type { OpenedPlan } from './open-plan.ts';
import { type Cells, cells, noCells, planHref, type Relationship, relationships } from './plan.ts';
import { cellTitle, type CellWords, cellWords, questionsOf } from './plan-choices.ts';

/** The plan as the tool has it: three kinds of relationship, three questions of each. */
export const planTable = (opened: OpenedPlan, writes: boolean): Html =>
  table({
    caption: t('Mentoring and coaching, {year}', { year: opened.year.name }),
    columns: [{ label: t('Relationship') }, ...cells.map((cell) => ({ label: cellTitle[cell]() }))],
    rows: relationships().map((relationship) => {
      const said = opened.part(relationship.id)?.cells ?? noCells;
      const questions = questionsOf(relationship, opened.year);
      return [
        nameCell(relationship, opened, writes),
        ...cells.map((cell) => cellText(cellWords(questions, cell, said[cell]))),
      ];
    }),
    empty: '',
  });

/** Which kind it is, who wrote it last and when, and the way to write it. */
function nameCell({ id, title }: Relationship, opened: OpenedPlan, writes: boolean): Html {
  const part = opened.part(id);
  const name = t(title);
  return html`${name}${
    part &&
    html`<br /><span class="meta"
        >${t('{name}, {day}', { name: part.writtenBy, day: formatDate(part.writtenAt) })}</span
      >`
  }${
    writes &&
    html`<br /><a href="${planHref(opened.year.year, id)}"
        >${part ? t('Change') : t('Write')}<span class="hidden"> ${name}</span></a
      >`
  }`;
}

/** What stands in a cell; that nothing does is said. */
export function cellText({ lines, words }: CellWords): Html {
  if (lines.length === 0 && words === '') return nothingSaid();
  return html`${lines.map(
    ({ asks, says }) =>
      html`<div>
        <span class="meta">${asks}</span>
        <ul>
          ${says.map((each) => html`<li>${each}</li>`)}
        </ul>
      </div>`,
  )}${words && html`<p class="as-written">${words}</p>`}`;
}

/** Each part held against the core concepts of the framework. */
export const heldAgainstConcepts = (opened: OpenedPlan): Html =>
  html`<section>
    <h2>${t('Beside the core concepts')}</h2>
    <p>
      ${t('What the national framework for mentoring and coaching looks for, and what the plan does not say yet. This is advice to think with: it is not counted, and nobody above the school sees it.')}
    </p>
    ${relationships().map((relationship) =>
      oneRelationship(relationship, opened.part(relationship.id)?.cells ?? noCells),
    )}
  </section>`;

const oneRelationship = (relationship: Relationship, all: Cells): Html =>
  html`<h3>${t(relationship.title)}</h3>
    ${details(t('What the framework says of it'), frameworkOf(relationship))}
    ${details(t('What the plan says of its core concepts, and does not say yet'), adviceOn(relationship, all, 4))}`;

/** What in fact runs, in numbers that cannot be traced to anybody. */
export function runningNow(running: OpenedPlan['running']): Html {
  const counts = protectCounts(
    relationships().map(({ id }) => ({ key: id, count: running.find(({ kind }) => kind === id)?.n ?? 0 })),
  );
  const words = (key: string): Value => {
    const cell = counts.find((each) => each.key === key);
    return cell === undefined || cell.hidden ? t('too few to be shown') : formatNumber(cell.count);
  };
  if (running.length === 0)
    return section(html`<p class="empty">${t('No pairs work together just now.')}</p>`);
  return section(
    table({
      caption: t('Pairs at work today'),
      columns: [{ label: t('Relationship') }, { label: t('Pairs'), numeric: true }],
      rows: relationships().map(({ id, title }) => [t(title), words(id)]),
      empty: nothing,
    }),
  );
}

const section = (body: Html): Html =>
  html`<section>
    <h2>${t('What runs')}</h2>
    <p>
      ${t('Numbers alone, and none below {n}. Mentoring for a challenge is known to its people and the mentor co-ordinator, and is not counted here.', { n: smallest })}
    </p>
    ${body}
  </section>`;
