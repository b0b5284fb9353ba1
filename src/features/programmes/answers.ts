/** The questions that a plan cannot answer by itself, by the fact of the design check that each settles. */
export const yesNoQuestions = [
  'statesHowItLeadsToPractice',
  'checksPriorKnowledge',
  'methodsHaveEvidence',
  'taughtByItsOwnMethod',
  'beliefsQuestioned',
  'workloadEstimated',
  'sharesExistingPracticeOnly',
  'cascade',
  'dutyOrCompliance',
  'technicalNeeds',
  'technicalCheckDone',
  'outsideProvider',
] as const;
export const amountQuestions = ['examplesPerTechnique', 'actionStepsAtOnce'] as const;
export const participations = ['chosen', 'required', 'mixed'] as const;

export const questions = [...yesNoQuestions, ...amountQuestions, 'participation'] as const;
export type Question = (typeof questions)[number];
export type YesNoQuestion = (typeof yesNoQuestions)[number];
type AmountQuestion = (typeof amountQuestions)[number];

export type Answers = Readonly<Record<string, string>>;

/** Nobody has said: null. */
export const yesNo = (answers: Answers, question: YesNoQuestion): boolean | null =>
  answers[question] === undefined ? null : answers[question] === 'yes';

export const amount = (answers: Answers, question: AmountQuestion): number | null =>
  answers[question] === undefined ? null : Number(answers[question]);

export const participation = (answers: Answers): (typeof participations)[number] | null =>
  participations.find((each) => each === answers['participation']) ?? null;
