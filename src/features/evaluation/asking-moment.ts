import { NotFound } from '#platform/errors.ts';
import type { Visit } from '#platform/http/context.ts';
import { t } from '#platform/i18n/i18n.ts';
import type { Asking, EvaluatedProgramme, Evaluation, PersonInEvaluation } from './evaluation.ts';
import type { Side } from './questions-form.ts';

/** The questions are asked at the end, and again when one looks at what lasted. */
export const askingMoments = ['end', 'delayed'] as const;
export type AskingMoment = (typeof askingMoments)[number];

/** The moment in the address (`:moment`). */
export function askingMomentAt(visit: Visit): AskingMoment {
  const moment = askingMoments.find((each) => each === visit.params.moment);
  if (!moment) throw new NotFound();
  return moment;
}

export const askingAt = (evaluation: Evaluation, moment: AskingMoment): Asking | undefined =>
  evaluation.askings.find((asking) => asking.moment === moment);

/** Whoever takes part answers as that, whatever else they are here. */
export const sideOf = (programme: EvaluatedProgramme, personId: string): Side =>
  programme.people.some((person) => person.personId === personId && person.parts.includes('participant'))
    ? 'recipient'
    : 'leader';

export const askingWords = (moment: AskingMoment): string =>
  moment === 'end' ? t('At the end') : t('Later, when one sees what lasted');

/** The people of the programme to whom the questions are put: those who lead, facilitate or take part. */
export const peopleAsked = ({
  people,
}: {
  people: readonly Pick<PersonInEvaluation, 'personId' | 'parts'>[];
}): string[] =>
  people
    .filter(({ parts }) => ['participant', 'facilitator', 'leader'].some((part) => parts.includes(part)))
    .map(({ personId }) => personId);
