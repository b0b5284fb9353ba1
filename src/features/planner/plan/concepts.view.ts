import { t } from '#platform/i18n/i18n.ts';
import { sourceLine } from '#features/evidence/index.ts';
import { definitionList } from '#ui/definition-list.ts';
import { details } from '#ui/details.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { sourcesOf } from '../sources.view.ts';
import { type HeldAgainst, heldAgainst } from './check-plan.ts';
import { type Cells, cells, type Relationship } from './plan.ts';
import { cellTitle } from './plan-choices.ts';

/** What the framework says of a kind of relationship: why, who, what, where and when. */
export const frameworkOf = (relationship: Relationship): Html =>
  html`${definitionList([
    { term: t('Why'), says: t(relationship.why.words) },
    {
      term: t('Who'),
      says: [
        t(relationship.who.supporter.plain),
        t(relationship.who.learner.plain),
        t(relationship.who.chosenBy),
      ],
    },
    { term: t('What'), says: t(relationship.what.words) },
    { term: t('Where'), says: t(relationship.where.words) },
    { term: t('When'), says: t(relationship.when.words) },
  ])}
  ${sourceLine(relationship.source)}`;

/** What the plan does not say yet of the core concepts, cell by cell: advice with its source. `level` is that of its headings. */
export function adviceOn(relationship: Relationship, all: Cells, level: 3 | 4): Html {
  const found = cells.map((cell) => ({ cell, held: heldAgainst(relationship.id, cell, all) }));
  return html`${found
    .filter(({ held }) => held.length > 0)
    .map(
      ({ cell, held }) =>
        html`${level === 3 ? html`<h3>${cellTitle[cell]()}</h3>` : html`<h4>${cellTitle[cell]()}</h4>`}
          <ul class="items dense">
            ${held.map((each) => html`<li>${oneOf(each)}</li>`)}
          </ul>
          ${details(t('Where these come from'), sourcesOf(held.map(({ concept }) => concept)))}`,
    )}`;
}

const oneOf = ({ concept, state }: HeldAgainst): Value =>
  html`<strong>${t(concept.title)}</strong>: ${stateWords(state)}
    ${state !== 'says' && html`<br />${t(state === 'not-yet' ? concept.whenMissing : concept.looksFor)}`}`;

const stateWords = (state: HeldAgainst['state']): string =>
  ({
    says: t('the plan says it.'),
    'not-yet': t('the plan does not say it yet.'),
    look: t('ticks cannot tell; look for yourselves.'),
  })[state];
