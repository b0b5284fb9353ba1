import { protectCounts, protectFigure, smallest } from '#platform/access/small-numbers.ts';
import { catalogue } from '#features/evidence/index.ts';

/** How often an answer was given in a round that is over. */
export interface AnswerCount {
  round: string;
  question: string;
  option: string;
  count: number;
}

/** How many relationships were spoken of in a round, question by question. */
export interface RoundSize {
  round: string;
  question: string;
  relationships: number;
}

export interface TrendAnswer {
  option: string;
  title: string;
  concern: boolean;
  /** In tenths, from 5 of ten to 8; 'most' for more than that; null where fewer than five said it, all did, or it would give others away. */
  tenths: number | 'most' | null;
}
export interface TrendQuestion {
  asks: string;
  /** Null where five relationships or fewer were spoken of. */
  answers: readonly TrendAnswer[] | null;
}
export interface TrendRound {
  round: string;
  questions: readonly TrendQuestion[];
}

/**
 * What may be shown of the answers of rounds that are over, round by round, never by pairing or person.
 *
 * - A question is shown where more than five relationships were spoken of: one more than elsewhere, since people know
 *   who is paired.
 * - An answer given fewer than five times is hidden, with the next smallest, and so is one that nobody gave or that
 *   everybody gave: it would tell what each of them said.
 * - Shares are whole tenths, and more than eight of ten is "most": one person more or fewer from one round to the next
 *   cannot be told from it.
 */
export function trendOf(counts: readonly AnswerCount[], sizes: readonly RoundSize[]): TrendRound[] {
  const rounds = [...new Set(sizes.map(({ round }) => round))].toSorted();
  return rounds.map((round) => ({
    round,
    questions: catalogue().coaching.pulse.questions.map(({ id, asks, options }) => {
      const relationships = sizes.find((each) => each.round === round && each.question === id)?.relationships;
      const cells = options.map((option) => ({
        key: option.id,
        count:
          counts.find((each) => each.round === round && each.question === id && each.option === option.id)
            ?.count ?? 0,
      }));
      const shown = protectCounts(cells);
      const all = cells.reduce((sum, { count }) => sum + count, 0);
      const answers = options.map(({ id: option, title, concern }, index) => ({
        option,
        title,
        concern,
        tenths: tenthsOf(shown[index]!.count, all),
      }));
      return { asks, answers: protectFigure(answers, (relationships ?? 0) - 1) };
    }),
  }));
}

function tenthsOf(count: number | null, all: number): TrendAnswer['tenths'] {
  if (count === null || count < smallest || count === all) return null;
  const share = count / all;
  return share > 0.8 ? 'most' : Math.round(share * 10);
}
