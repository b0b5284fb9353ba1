import { smallest } from '#platform/access/small-numbers.ts';
import type { AskingMoment } from './asking-moment.ts';
import { questions, type SaidByQuestion, type Side } from './questions-form.ts';
import type { AskedReport, QuestionReport, Report } from './report.ts';

export interface TakenBack {
  moment: AskingMoment;
  side: Side;
  said: SaidByQuestion;
}

/**
 * The report without what one person wrote; of the words of too few who took part, none is left. The same words
 * of others (`stillShown`: what is let be read on the same side at the same moment) stay, each as often as it was said.
 */
export function withoutWords(
  report: Report,
  { moment, side, said }: TakenBack,
  stillShown: readonly SaidByQuestion[],
): Report {
  const left = ({ question }: QuestionReport, words: readonly string[]): string[] => {
    const id = questions().find((each) => each.question === question)?.id;
    // A question may be worded anew since: then it cannot be told whose words are equal to theirs, and all go.
    const theirs = (id === undefined ? Object.values(said) : [said[id]]).map((each) => each?.words);
    let others = stillShown.filter((each) => id !== undefined && theirs.includes(each[id]?.words)).length;
    return words.filter((each) => !theirs.includes(each) || others-- > 0);
  };
  const without = (asked: AskedReport): AskedReport => ({
    ...asked,
    questions: asked.questions.map((question) => {
      if (side === 'leader') return { ...question, leaderWords: left(question, question.leaderWords) };
      const words = left(question, question.recipientWords);
      return { ...question, recipientWords: words.length < smallest ? [] : words };
    }),
  });
  return { ...report, asked: report.asked.map((each) => (each.moment === moment ? without(each) : each)) };
}
