import type { Player } from '../player.ts';
import { daysAfter } from './days.ts';
import { evaluationOf, planAndMeasure } from './evaluation-steps.ts';
import * as answers from './evaluation-answers.ts';
import * as texts from './evaluation-texts.ts';
import { stepCalled, stepsOf } from './lookups.ts';

const slug = 'talk-that-teaches';
const base = evaluationOf(slug);
const participants = ['jakub', 'harriet', 'sofia', 'mentors', 'yusuf', 'elif'];

/** "Talk that teaches", evaluated to the end: planned, measured four times, asked about, weighed, released, published. */
export async function evaluationOfTalk(player: Player): Promise<void> {
  const { delayed } = await planAndMeasure(player, {
    slug,
    plan: texts.talkPlan,
    measures: texts.talkMeasures,
    groups: texts.talkGroups,
    agreed: participants,
    lookBack: 'A look back a term later',
  });
  const asked = stepCalled(
    await stepsOf(player, slug),
    'The same questions to leaders and to those who took part',
  );
  await ask(player, asked.on);
  await weigh(player, daysAfter(delayed, 3));
  await player.settle();
}

async function ask(player: Player, day: string): Promise<void> {
  player.at(day, '09:00');
  await player.does('cpd', `${base}/questions/end/open`);
  await player.settle();
  player.at(daysAfter(day, 2), '16:10');
  for (const [key, said] of Object.entries(answers.talkAnswers))
    await player.does(key, `${base}/questions/end`, { ...said, version: 0, words_shown: 'yes' });
  player.at(daysAfter(day, 9), '08:40');
  await player.does('cpd', `${base}/questions/end/close`);
  await player.settle();
}

/** What else may explain it, what the team says, and everybody's release before it is published. */
async function weigh(player: Player, day: string): Promise<void> {
  player.at(day, '15:45');
  for (const rival of answers.talkRivals) await player.does('harriet', `${base}/sure`, rival);
  await player.does('cpd', `${base}/sure/account`, answers.talkAccount);
  for (const claim of answers.talkClaims) await player.does('jakub', `${base}/claims`, claim);
  await player.does('cpd', `${base}/summary`, { says: answers.talkSummary, version: 0 });
  player.at(daysAfter(day, 1), '12:30');
  for (const key of participants) await player.does(key, `${base}/summary/release`, { version: 1 });
  player.at(daysAfter(day, 2), '10:00');
  await player.does('cpd', `${base}/publish`);
}
