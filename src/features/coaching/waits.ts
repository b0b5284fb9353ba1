import { addDays, dateIn } from '#platform/calendar/dates.ts';
import { instantAt } from '#platform/calendar/local-time.ts';
import type { Notice } from '#platform/notices/notices.ts';
import { agreementState, type Signature, unsignedBy } from './agreement/agreement-parts.ts';
import { waitsForLearner } from './answer/before-yes.ts';
import type { CoachingNotice } from './coaching.notices.ts';
import type { Manages } from './management.ts';
import {
  learnersIn,
  nameIn,
  type Part,
  presentIn,
  stateOf,
  type Together,
  togetherHref,
} from './together.ts';

export type Waiting = Omit<Notice, 'fromOwner' | 'itemId' | 'kind'> & { kind: CoachingNotice };

export interface Matters {
  together: Together;
  signatures: readonly Signature[];
  management: readonly Manages[];
  /** Who suggested other support that nobody has answered, once for each suggestion. */
  suggestedBy: readonly string[];
  /** The school's time zone. */
  zone: string;
}

/** For how long an answer or an end stands in somebody's list, in milliseconds: a fortnight. */
const newsStands = 14 * 24 * 3_600_000;

/** So many days before they look at their agreement again it stands in their lists: time to put it into a meeting. */
export const lookAgainAhead = 7;

/** What waits for whom because of a pairing, worked out from its rows as they stand. */
export function waitingFor(matters: Matters, now: Date): Waiting[] {
  const { together } = matters;
  const news = (at: Date | null): boolean => at !== null && now.getTime() - at.getTime() < newsStands;
  switch (stateOf(together)) {
    case 'asked':
      return toAnswer(together);
    case 'ended':
      return news(together.endedAt) ? hasEnded(together) : [];
    case 'agreed':
      return [
        ...(news(together.agreedAt) && together.textVersion === 0 ? hasAnswered(together) : []),
        ...toAgree(matters),
        ...toLookAgain(matters, now),
        ...closedTo(matters),
        ...toAnswerSupport(matters),
        ...hasLeft(together, news),
      ].filter(({ personId }) => !isClosedTo(matters, personId));
  }
}

const one = (together: Together, personId: string, kind: CoachingNotice, below = ''): Waiting => ({
  personId,
  kind,
  subjectKey: together.id,
  href: togetherHref(together, below),
  dueAt: null,
});

const toAnswer = (together: Together): Waiting[] =>
  presentIn(together)
    .filter(({ answer, part }) => answer === null && !waitsForLearner(together, part))
    .map(({ personId, part }) => {
      const suggested = part === 'learner' && nameIn(together, together.askedBy) === undefined;
      return one(together, personId, suggested ? 'coaching.suggested' : 'coaching.asked', 'answer');
    });

/** Whoever asked hears of the answer; a co-ordinator who proposed it sees it on a page of their own. */
const hasAnswered = (together: Together): Waiting[] =>
  presentIn(together)
    .filter(({ personId }) => personId === together.askedBy)
    .map(({ personId }) => one(together, personId, 'coaching.answered'));

/** Those who stayed hear that it ended. */
const hasEnded = (together: Together): Waiting[] =>
  together.agreedAt === null
    ? questionEnded(together)
    : presentIn(together).map(({ personId }) => one(together, personId, 'coaching.ended'));

/**
 * A question ended before everybody said yes. Where somebody said no, whoever asked hears of the answer; everybody else
 * who was asked already hears that it ended. What its asker took back just leaves the lists.
 */
function questionEnded(together: Together): Waiting[] {
  const { people, askedBy } = together;
  if (people.some(({ personId, leftAt }) => personId === askedBy && leftAt !== null)) return [];
  const answered = people.some(({ answer, leftAt }) => answer === 'no' || leftAt !== null);
  return presentIn(together)
    .filter(({ part, answer }) => answer !== null || wasAsked(together, part))
    .map(({ personId, answer }) =>
      answered && personId === askedBy
        ? one(together, personId, 'coaching.answered')
        : // Nobody who has not answered may open it any more.
          {
            ...one(together, personId, 'coaching.unanswered-ended'),
            ...(answer === null && { href: '/coaching' }),
          },
    );
}

/** A mentor is asked only once the learner has said yes; one who said no was never followed by a question to the mentor. */
const wasAsked = ({ people }: Together, mine: Part): boolean =>
  mine === 'learner' ||
  mine === 'co-coach' ||
  people.every(({ part, answer }) => part !== 'learner' || answer === 'yes');

const hasLeft = (together: Together, news: (at: Date | null) => boolean): Waiting[] =>
  together.people.some(({ leftAt }) => news(leftAt))
    ? presentIn(together).map(({ personId }) => one(together, personId, 'coaching.ended'))
    : [];

/** To write, and to sign what is written. */
function toAgree({ together, signatures }: Matters): Waiting[] {
  switch (agreementState(together)) {
    case 'none':
    case 'writing':
      return presentIn(together).map(({ personId }) =>
        one(together, personId, 'coaching.write', 'agreement/write'),
      );
    case 'signing':
      return unsignedBy(together, signatures).map(({ personId }) =>
        one(together, personId, 'coaching.sign', 'agreement'),
      );
    case 'in-force':
      return [];
  }
}

/** What holds, to look at again on the day that was agreed, at seven by the school's clock. */
function toLookAgain({ together, zone }: Matters, now: Date): Waiting[] {
  const { inForceVersion, lookAgainOn } = together;
  if (inForceVersion === null || lookAgainOn === null) return [];
  if (dateIn(now, zone) < addDays(lookAgainOn, -lookAgainAhead)) return [];
  return presentIn(together).map(({ personId }) => ({
    ...one(together, personId, 'coaching.look-again', 'agreement'),
    dueAt: instantAt(lookAgainOn, '07:00', zone),
  }));
}

/** Whoever learns hears once of all that others suggest and nobody has answered. */
const toAnswerSupport = ({ together, suggestedBy }: Matters): Waiting[] =>
  learnersIn(together)
    .filter(({ personId }) => suggestedBy.some((offerer) => offerer !== personId))
    .map(({ personId }) => one(together, personId, 'coaching.support', 'support'));

/** Whether it has closed to somebody, who became another's line manager. Nothing of it waits for them. */
const isClosedTo = ({ together, management }: Matters, personId: string): boolean =>
  !together.withManager && management.some(({ managerId }) => managerId === personId);

/** One has become another's line manager, and it closed to them: the others know it. */
const closedTo = ({ together, management }: Matters): Waiting[] =>
  together.withManager || management.length === 0
    ? []
    : presentIn(together)
        .filter(({ personId }) => !management.some(({ managerId }) => managerId === personId))
        .map(({ personId }) => one(together, personId, 'coaching.closed-to-manager'));
