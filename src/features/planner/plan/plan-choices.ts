import { t } from '#platform/i18n/i18n.ts';
import type { SchoolYear } from '../school-year.ts';
import { type Cell, type CellText, cells, type Relationship } from './plan.ts';

/** One thing that can be ticked in a cell. */
export interface Choice {
  id: string;
  label: string;
  hint?: string | undefined;
}

/** Choices that answer one question. */
export interface Question {
  cell: Cell;
  asks: string;
  choices: readonly Choice[];
}

export const cellTitle: Readonly<Record<Cell, () => string>> = {
  purposes: () => t('What it is for'),
  who: () => t('Who is involved'),
  when: () => t('When it takes place'),
};

/** The purposes that the framework names; mentoring has three of its own, coaching several uses. */
const purposesOf = ({ purposes, why }: Relationship): Choice[] =>
  purposes?.map(({ id, title, plain }) => ({ id, label: t(title), hint: t(plain) })) ??
  why.uses.map((use, index) => ({ id: `use-${index + 1}`, label: t(use) }));

const narrowness = (): Choice[] => [
  { id: 'one-aspect', label: t('One specific aspect of practice at a time') },
];

const learners = (): Choice[] => [
  { id: 'new-to-school', label: t('People new to the school') },
  { id: 'early-career', label: t('Teachers early in their career') },
  { id: 'new-role', label: t('People taking on a new role') },
  { id: 'hard-moment', label: t('People facing something hard in their work') },
  { id: 'established', label: t('Established teachers') },
  { id: 'assistants', label: t('Teaching assistants') },
  { id: 'leaders', label: t('Those who lead') },
  { id: 'whole-group', label: t('A whole department, phase or year group') },
];

const supporters = (): Choice[] => [
  { id: 'same-role', label: t('Experienced colleagues who know the role') },
  { id: 'same-aspect', label: t('Colleagues with expertise in what the learner works on') },
  { id: 'each-other', label: t('The learners themselves, by turns') },
  { id: 'prepared', label: t('They are prepared for it before they begin') },
  { id: 'specialist-input', label: t('Specialists whose input the pairs draw on') },
  { id: 'brokers', label: t('They open ways to other support: people, visits, courses, reading') },
  { id: 'other-school', label: t('Somebody from another school') },
  { id: 'university', label: t('Somebody from a university or a provider') },
  { id: 'other-profession', label: t('Somebody from another profession') },
];

const chosenBy = (): Choice[] => [
  { id: 'learner-chooses', label: t('The learner chooses') },
  { id: 'learner-may-refuse', label: t('Somebody suggests, and the learner may say no') },
  { id: 'matched', label: t('Matched by what they know of the learner’s needs and workplace') },
  { id: 'leader-decides', label: t('A leader decides') },
];

const managers = (): Choice[] => [
  { id: 'no-managers', label: t('Line managers support nobody whom they manage') },
  { id: 'no-appraisal', label: t('Those who support do not appraise the same person') },
  { id: 'managers-too', label: t('Sometimes a line manager supports somebody they manage') },
];

const moments = (): Choice[] => [
  { id: 'career-start', label: t('At the beginning of a career') },
  { id: 'on-joining', label: t('When somebody joins') },
  { id: 'at-new-role', label: t('When somebody changes role') },
  { id: 'at-challenge', label: t('When something hard comes up') },
  { id: 'after-input', label: t('After specialist input, to put it into practice') },
  { id: 'when-reviewing', label: t('When people want to look at their practice again') },
  { id: 'any-stage', label: t('At any stage of a career, when somebody asks') },
];

const oftens = (): Choice[] => [
  { id: 'weekly', label: t('Every week') },
  { id: 'fortnightly', label: t('Every two weeks') },
  { id: 'monthly', label: t('About once a month') },
  { id: 'now-and-then', label: t('Less often, or when needed') },
];

const times = (): Choice[] => [
  { id: 'in-school-day', label: t('Inside the school day') },
  { id: 'protected', label: t('Time is protected for it: cover, a free period') },
  { id: 'workplace', label: t('In the learner’s own classroom or workplace') },
  { id: 'quiet-place', label: t('In a quiet place to talk') },
  { id: 'own-time', label: t('Outside the school day') },
];

/** The terms of a year by their place in it, so that a plan can go into the next year. */
const termChoices = (year: SchoolYear): Choice[] =>
  year.terms.slice(0, 6).map(({ name }, index) => ({ id: `term-${index + 1}`, label: name }));

/** All that can be ticked for a kind of relationship in a year, question by question. */
export const questionsOf = (relationship: Relationship, year: SchoolYear): Question[] => [
  { cell: 'purposes', asks: t('From the framework'), choices: purposesOf(relationship) },
  ...(relationship.id === 'specialist-coaching'
    ? [{ cell: 'purposes' as const, asks: t('How narrow it is'), choices: narrowness() }]
    : []),
  { cell: 'who', asks: t('Who learns'), choices: learners() },
  { cell: 'who', asks: t('Who supports them'), choices: supporters() },
  { cell: 'who', asks: t('How they come together'), choices: chosenBy() },
  { cell: 'who', asks: t('Managing and appraising'), choices: managers() },
  { cell: 'when', asks: t('At what point'), choices: moments() },
  { cell: 'when', asks: t('In which terms'), choices: termChoices(year) },
  { cell: 'when', asks: t('How often'), choices: oftens() },
  { cell: 'when', asks: t('In what time and place'), choices: times() },
];

/** The name of the tick box of a choice. */
export const tickName = (cell: Cell, { id }: Pick<Choice, 'id'>): string => `${cell}-${id}`;
export const wordsName = (cell: Cell): string => `${cell}_words`;

/** What a cell says, question by question, as one reads it. */
export interface CellWords {
  lines: { asks: string; says: string[] }[];
  words: string;
}

export const cellWords = (questions: readonly Question[], cell: Cell, said: CellText): CellWords => ({
  lines: questions
    .filter((question) => question.cell === cell)
    .map(({ asks, choices }) => ({
      asks,
      says: choices.filter(({ id }) => said.ticked.includes(id)).map(({ label }) => label),
    }))
    .filter(({ says }) => says.length > 0),
  words: said.words,
});

/** The ticks and words of a form, for each cell. What nobody offered is left out. */
export const readCells = (
  questions: readonly Question[],
  sent: Readonly<Record<string, unknown>>,
): Record<Cell, CellText> => {
  const read = (cell: Cell): CellText => ({
    ticked: questions
      .filter((question) => question.cell === cell)
      .flatMap(({ choices }) => choices.filter((choice) => sent[tickName(cell, choice)]).map(({ id }) => id)),
    words: String(sent[wordsName(cell)] ?? ''),
  });
  return Object.fromEntries(cells.map((cell) => [cell, read(cell)])) as Record<Cell, CellText>;
};

/** The same as a form shows it: field → value. */
export const formValues = (all: Readonly<Record<Cell, CellText>>): Record<string, string> =>
  Object.fromEntries(
    cells.flatMap((cell) => [
      ...all[cell].ticked.map((id): [string, string] => [tickName(cell, { id }), 'yes']),
      [wordsName(cell), all[cell].words] as [string, string],
    ]),
  );
