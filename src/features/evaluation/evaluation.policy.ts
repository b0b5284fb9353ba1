import { policy } from '#platform/access/policy.ts';
import { role } from '#features/people/index.ts';

const leaders = [`role:${role.cpdLeader}`, `role:${role.head}`, `role:${role.seniorLeader}`] as const;
const team = ['circle:participant', 'circle:facilitator', 'circle:leader'] as const;

/**
 * The evaluation of a programme: its plan, and the page that says what came of it. Figures on it are
 * protected by number for each reader; single pupils and single answers are items of their own.
 */
export const evaluationPolicy = policy({
  kind: 'evaluation',
  purpose: 'evaluation',
  noun: 'evaluation',
  logged: false,
  may: {
    read: [...team, ...leaders],
    /** Plan it, choose measures, write what else one must know, and the claims. */
    plan: [...team],
    /** Keep groups of pupils and write their figures down. */
    enter: ['circle:participant', 'circle:facilitator'],
    /** Answer as one who led or arranged it; whoever takes part answers as that. */
    answer: [...team, ...leaders],
    /** Open and close the questions. */
    ask: ['circle:facilitator', 'circle:leader', `role:${role.cpdLeader}`],
    /** Release the summary. */
    release: ['circle:participant'],
    publish: ['circle:leader', `role:${role.cpdLeader}`],
  },
  ask: 'Ask the person who leads the programme. What is meant for more people is on its published page.',
});
export type EvaluationAbility = keyof typeof evaluationPolicy.may;

/** The figures of single pupils: for the teacher who keeps them, and whom that teacher shares them with. */
export const groupPolicy = policy({
  kind: 'pupil-group',
  purpose: 'evaluation',
  noun: 'group of pupils',
  logged: true,
  may: {
    read: ['author', 'reader'],
    enter: ['author', 'contributor'],
    keep: ['author'],
  },
  ask: 'Ask the teacher who keeps these figures.',
});
export type GroupAbility = keyof typeof groupPolicy.may;

/** Who is who behind the code names. */
export const keyPolicy = policy({
  kind: 'pupil-key',
  purpose: 'evaluation',
  noun: 'list of code names',
  logged: true,
  may: { read: ['author'], write: ['author'] },
  ask: 'It is private to the teacher who keeps it.',
});

/** What one person answered to the questions at the end. Nobody else opens it; it is only counted. */
export const evaluationAnswerPolicy = policy({
  kind: 'evaluation-answer',
  purpose: 'evaluation',
  noun: 'answer',
  logged: true,
  may: { read: ['author'], change: ['author'] },
  ask: 'Answers are private to those who gave them.',
});

/** The page as it was published. */
export const publishedPolicy = policy({
  kind: 'evaluation-page',
  purpose: 'evaluation',
  noun: 'published evaluation',
  logged: false,
  may: { read: ['circle', ...leaders, `role:${role.governor}`] },
  ask: 'Ask the person who leads the programme.',
});
