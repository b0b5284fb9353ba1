import { formatList, t, tn } from '#platform/i18n/i18n.ts';
import { details } from '#ui/details.ts';
import { html, type Html } from '#ui/html.ts';
import type { IconName } from '#ui/icons.ts';
import { label } from '#ui/label.ts';
import { countedList } from '#ui/list.ts';
import { table } from '#ui/table.ts';
import {
  crossLinks,
  evidenceList,
  factsOf,
  type Finding,
  type IngredientReading,
  type IngredientState,
  sourceLine,
} from '#features/evidence/index.ts';
import type { DesignReading } from './check-design.ts';
import { placeFor } from './design-places.ts';
import type { OpenedProgramme } from './open-programme.ts';
import type { Programme } from './programme.queries.ts';
import { programmeTabs } from './programme-tabs.view.ts';

/** How many things to look at stand open; the others are one line each until they are opened. */
const open = 3;

export const checkView = (opened: OpenedProgramme, reading: DesignReading): Html => html`
  ${programmeTabs(opened, 'check')}
  <p>${summary(reading)}</p>
  ${ingredientTable(reading.ingredients)}
  <h2 id="in-place">${t('What is in place')}</h2>
  ${inPlace(reading.inPlace)}
  <h2 id="to-look-at">${t('What to look at')}</h2>
  ${toLookAt(opened.programme, reading.toLookAt)}
`;

/** The plan as it stands, in three sentences: how much is there, how much is worth a look, what this is. */
function summary({ ingredients, toLookAt }: DesignReading): string {
  const missing = ingredients.filter(({ state }) => state !== 'in-place').map(({ title }) => title);
  const there =
    missing.length === 0
      ? t('The plan has what the reviews usually found in programmes linked with benefit for pupils.')
      : missing.length === ingredients.length
        ? t(
            'What the reviews usually found in programmes linked with benefit for pupils is still to come in this plan.',
          )
        : t(
            'The plan has some of what the reviews usually found in programmes linked with benefit for pupils. Missing, or there only in part: {names}.',
            { names: formatList(missing) },
          );
  return [
    there,
    toLookAt.length === 0
      ? t('We noticed nothing else to look at.')
      : tn(toLookAt.length, 'One thing is worth a look.', '{n} things are worth a look.'),
    t(
      'This is advice drawn from published evidence. It is not a score, and it decides nothing: you know your school. A plan that has all of it may still not help, and one that lacks some may.',
    ),
  ].join(' ');
}

const states: Record<IngredientState, { words: () => string; icon: IconName }> = {
  'in-place': { words: () => t('In place'), icon: 'check' },
  partly: { words: () => t('Partly'), icon: 'partly' },
  missing: { words: () => t('Missing'), icon: 'absent' },
};

const ingredientTable = (ingredients: readonly IngredientReading[]): Html =>
  table({
    caption: t('The seven links and the length, as the plan stands. None was tested alone.'),
    columns: [{ label: t('Ingredient') }, { label: t('State') }, { label: t('In this plan'), wide: true }],
    rows: ingredients.map(({ id, title, state, words }) => [
      html`<a href="/evidence/checklists#${id}">${title}</a>`,
      label(states[state].words(), states[state].icon),
      words,
    ]),
    empty: '',
  });

const inPlace = (findings: readonly Finding[]): Html =>
  findings.length === 0
    ? html`<p>${t('Nothing stands out yet. It will as the plan grows.')}</p>`
    : lines(findings);

function toLookAt(programme: Programme, findings: readonly Finding[]): Html {
  if (findings.length === 0) return html`<p>${t('Nothing that we look for is missing from the plan.')}</p>`;
  const [first, rest] = [findings.slice(0, open), findings.slice(open)];
  return html`<p>
      ${t('First comes what bears on the seven links, then how teachers learn it, then time, backing and risks. The order is ours: no source weighs one against another.')}
    </p>
    <div class="findings">
      ${first.map(
        (finding) =>
          html`<article class="card">
            <h3>${finding.check.title}</h3>
            ${findingBody(finding, programme)}
          </article>`,
      )}
    </div>
    ${
      rest.length > 0 &&
      html`<h3>${tn(rest.length, 'One more', '{n} more')}</h3>
        ${lines(rest, programme)}`
    }`;
}

/** One line each, to be opened. */
const lines = (findings: readonly Finding[], programme?: Programme): Html =>
  html`<div class="finding-lines">
    ${findings.map((finding) => details(finding.check.title, findingBody(finding, programme)))}
  </div>`;

/** Why, what one could do, the evidence; with a programme given, the place where one can change it. */
function findingBody({ check, about }: Finding, programme?: Programme): Html {
  const place = programme && placeFor(programme, factsOf(check.when));
  const links = crossLinks(check.links);
  return html`<div class="body" id="${check.id}">
      ${about.length > 0 && html`<p>${t('Taken out: {names}.', { names: formatList(about) })}</p>`}
      <p>${check.why} ${check.suggestion}</p>
      ${details(t('The evidence for and against'), html`${evidenceList(check.evidence)} ${sourceLine(check.source)}`)}
    </div>
    ${
      (place || links.length > 0) &&
      html`<div class="actions">
        ${place && html`<a href="${place.href}">${place.label}</a>`}
        ${links.map(({ title, href }) => html`<a href="${href}">${title}</a>`)}
      </div>`
    }`;
}

/** What to look at in a few lines, for beside the button that publishes. */
export const checkInShort = (programme: Pick<Programme, 'slug'>, { toLookAt: all }: DesignReading): Html =>
  countedList({
    says: tn(all.length, 'One thing is worth a look', '{n} things are worth a look'),
    dense: true,
    items: all.map(
      ({ check }) => html`<a href="/programmes/${programme.slug}/check#${check.id}">${check.title}</a>`,
    ),
    empty: t('Nothing that we look for is missing from the plan.'),
  });
