import { catalogue } from '#features/evidence/index.ts';
import type { Cell, Cells, RelationshipId } from './plan.ts';

export type CoreConcept = ReturnType<typeof catalogue>['planning']['conceptCells'][number];

/** Whether what is ticked says it; 'look' where ticks cannot tell and people look for themselves. */
export interface HeldAgainst {
  concept: CoreConcept;
  state: 'says' | 'not-yet' | 'look';
}

const any =
  (cell: Cell, ...ids: string[]) =>
  (cells: Cells): boolean =>
    ids.some((id) => cells[cell].ticked.includes(id));

/**
 * How each core concept is found in what is ticked, by the concept's id in the catalogue. Only ticks are read: words
 * are not searched, since finding a word in them would say nothing of what they mean.
 */
export const ways: Readonly<Record<string, (cells: Cells) => boolean>> = {
  'mentoring-purposes-induction': any('purposes', 'induction'),
  'mentoring-purposes-progression': any('purposes', 'progression'),
  'mentoring-purposes-challenge': any('purposes', 'challenge'),
  'mentoring-who-experienced': any('who', 'same-role'),
  'mentoring-who-selected-for-context': any('who', 'matched'),
  'mentoring-who-brokers': any('who', 'brokers'),
  'mentoring-when-career-beginning': any('when', 'career-start'),
  'mentoring-when-career-change': any('when', 'at-new-role'),
  'mentoring-when-specific-challenge': any('when', 'at-challenge'),
  'specialist-coaching-purposes-one-aspect': any('purposes', 'one-aspect'),
  'specialist-coaching-purposes-refine': any('purposes', 'use-1'),
  'specialist-coaching-purposes-repertoire': any('purposes', 'use-2'),
  'specialist-coaching-purposes-experiment': any('purposes', 'use-3'),
  'specialist-coaching-purposes-openness': any('purposes', 'use-4'),
  'specialist-coaching-who-expertise': any('who', 'same-aspect'),
  'specialist-coaching-who-non-judgemental': any('who', 'no-appraisal'),
  'specialist-coaching-who-chosen-by-learners': any('who', 'learner-chooses'),
  'specialist-coaching-who-inside-or-outside': any('who', 'other-school', 'university', 'other-profession'),
  'specialist-coaching-when-any-stage': any('when', 'any-stage'),
  'specialist-coaching-when-deeper-understanding': any('when', 'after-input'),
  'co-coaching-purposes-partnerships': any('purposes', 'use-1'),
  'co-coaching-purposes-openness': any('purposes', 'use-2'),
  'co-coaching-purposes-towards-coaching': any('purposes', 'use-3'),
  'co-coaching-who-reciprocal': any('who', 'each-other'),
  'co-coaching-who-self-selecting': any('who', 'learner-chooses'),
  'co-coaching-who-third-party': any('who', 'specialist-input'),
  'co-coaching-when-after-input': any('when', 'after-input'),
  'co-coaching-when-review': any('when', 'when-reviewing'),
  'co-coaching-when-any-stage': any('when', 'any-stage'),
};

/** The core concepts of a cell, each with whether the plan says it so far. Advice: nothing is counted up. */
export const heldAgainst = (relationship: RelationshipId, cell: Cell, cells: Cells): HeldAgainst[] =>
  catalogue()
    .planning.conceptCells.filter((concept) => concept.relationship === relationship && concept.cell === cell)
    .map((concept) => {
      const says = ways[concept.id];
      return { concept, state: says === undefined ? 'look' : says(cells) ? 'says' : 'not-yet' };
    });
