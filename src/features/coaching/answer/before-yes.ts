import { learnersIn, type Kind, type Part, type Together } from '../together.ts';
import { type Module, modulesLeft } from '../preparation/modules.ts';

/** What somebody has still to prepare before they can say yes; nothing for a learner. */
export const leftToPrepare = (kind: Kind, part: Part | undefined, finished: readonly string[]): Module[] =>
  part === undefined || part === 'learner' ? [] : modulesLeft(kind, finished);

/** A mentor whom the co-ordinator suggested is asked once the learner has said yes. */
export const waitsForLearner = (
  together: Pick<Together, 'kind' | 'people'>,
  part: Part | undefined,
): boolean =>
  part !== 'learner' && part !== 'co-coach' && learnersIn(together).some(({ answer }) => answer !== 'yes');
