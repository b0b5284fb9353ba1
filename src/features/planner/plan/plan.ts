import { catalogue } from '#features/evidence/index.ts';

/** Shapes of the planner: three kinds of relationship, three questions of each. */

export type Relationship = ReturnType<typeof catalogue>['relationships'][number];
export type RelationshipId = Relationship['id'];

export const cells = ['purposes', 'who', 'when'] as const;
export type Cell = (typeof cells)[number];

/** What stands in one cell: what is ticked, by id, and what is said in own words. */
export interface CellText {
  ticked: readonly string[];
  words: string;
}
export type Cells = Readonly<Record<Cell, CellText>>;

const nothing: CellText = { ticked: [], words: '' };
export const noCells: Cells = { purposes: nothing, who: nothing, when: nothing };

/** What a year's plan says of one kind of relationship. */
export interface PlanPart {
  id: string;
  relationship: RelationshipId;
  cells: Cells;
  version: number;
  writtenBy: string;
  writtenAt: Date;
}

const saysNothing = ({ ticked, words }: CellText): boolean => ticked.length === 0 && words === '';
export const isEmpty = (all: Cells): boolean => cells.every((cell) => saysNothing(all[cell]));

export const relationships = (): readonly Relationship[] => catalogue().relationships;

export const planHref = (year: number, below = ''): string =>
  `/school/mentoring-planner/${year}${below && `/${below}`}`;
