import { protectCounts, smallest } from '#platform/access/small-numbers.ts';
import { type Question, questions, type SaidByQuestion, scaleOptions, type Side } from './questions-form.ts';
import type { AskedReport, QuestionReport } from './report.ts';
import { mean, rounded } from './statistics/describe.ts';

export interface GivenAnswer {
  side: Side;
  said: SaidByQuestion;
  /** The person lets their own words be read without their name. */
  wordsShown: boolean;
  /** Given by the person who reads; their own answer could be taken from the sum, so one more is needed. */
  mine: boolean;
}

/**
 * Leader and recipients side by side. Those who led speak in their part. Of those who took part nothing is shown
 * until the questions are closed (a late answer could be told apart), and then only what at least five say:
 * counts when none of them has to be hidden, and the middle of all answers to the nearest half step, because from
 * an exact mean and some of the counts the others could be worked out.
 */
export function askedReport(
  asking: { moment: 'end' | 'delayed'; closedAt: string | null },
  answers: readonly GivenAnswer[],
): AskedReport {
  const closed = asking.closedAt !== null;
  const of = (side: Side) => answers.filter((answer) => answer.side === side);
  const recipients = of('recipient');
  return {
    moment: asking.moment,
    closed,
    recipients: closed && enough(recipients) ? recipients.length : null,
    leaders: closed ? of('leader').length : 0,
    questions: closed
      ? questions().map((question) => questionReport(question, of('leader'), recipients))
      : [],
  };
}

const enough = (answers: readonly GivenAnswer[]): boolean =>
  answers.filter(({ mine }) => !mine).length >= smallest;

function questionReport(
  question: Question,
  leaders: readonly GivenAnswer[],
  recipients: readonly GivenAnswer[],
): QuestionReport {
  const scale = scaleOptions(question);
  const placed = (answers: readonly GivenAnswer[]) =>
    answers.flatMap((answer) => {
      const place = scale.findIndex(({ id }) => id === answer.said[question.id]?.chosen);
      return place === -1 ? [] : [{ ...answer, place }];
    });
  const led = placed(leaders);
  const took = placed(recipients);
  const chose = recipients.filter(({ said }) => said[question.id]?.chosen);
  const willing = recipients.filter((answer) => answer.wordsShown && answer.said[question.id]?.words);
  return {
    question: question.question,
    leader: led.length > 0 ? toHalf(mean(led.map(({ place }) => place))) : null,
    recipients: enough(took) ? toHalf(mean(took.map(({ place }) => place))) : null,
    counts: enough(chose) ? countsOf(question, chose) : null,
    leaderWords: wordsOf(
      question,
      leaders.filter(({ wordsShown }) => wordsShown),
    ),
    recipientWords: enough(willing) ? wordsOf(question, willing) : [],
  };
}

const toHalf = (place: number): number => rounded(Math.round(place * 2) / 2, 1);

/** How many gave each answer, when all of these may be shown together. */
function countsOf(question: Question, answers: readonly GivenAnswer[]): QuestionReport['counts'] {
  const options = question.options ?? [];
  const cells = protectCounts(
    options.map(({ id }) => ({
      key: id,
      count: answers.filter(({ said }) => said[question.id]?.chosen === id).length,
    })),
  );
  const counts = cells.flatMap((cell, index) =>
    cell.hidden ? [] : [{ label: options[index]!.label, count: cell.count }],
  );
  return counts.length === cells.length && cells.length > 0 ? counts : null;
}

/** In the order of the alphabet, so that nothing tells who wrote first. */
const wordsOf = (question: Question, answers: readonly GivenAnswer[]): string[] =>
  answers.flatMap(({ said }) => said[question.id]?.words || []).toSorted((a, b) => (a < b ? -1 : 1));
