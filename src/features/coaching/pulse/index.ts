import type { Feature } from '#platform/http/feature.ts';
import { answerQuestions } from './answer-questions.action.ts';
import { openRoundsJob, pulseNotices } from './open-round.job.ts';
import { takeAwayPulse } from './pulse.take-away.ts';
import { questionsPage } from './questions.page.ts';
import { settlePulse } from './settle-pulse.handlers.ts';

type Part = Required<Pick<Feature, 'routes' | 'handlers' | 'notices' | 'drafts' | 'recurring' | 'takeAway'>>;

/** What this part gives to the feature: three questions about a relationship, for whoever learns in it. */
export const pulseOfCoaching: Part = {
  routes: [questionsPage, answerQuestions],
  handlers: [settlePulse],
  notices: pulseNotices,
  drafts: {},
  recurring: [openRoundsJob],
  takeAway: takeAwayPulse,
};
