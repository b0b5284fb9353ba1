import type { Player } from '../player.ts';
import { daysAfter } from './days.ts';
import { afterAWholeTerm, agreePlan, evaluationOf, handIn, nameGroup } from './evaluation-steps.ts';
import * as answers from './evaluation-answers.ts';
import * as texts from './evaluation-texts.ts';
import { stepCalled, stepsOf } from './lookups.ts';

const slug = 'talk-that-teaches';
const base = evaluationOf(slug);
const participants = ['jakub', 'harriet', 'sofia', 'mentors', 'yusuf', 'elif'];

/** "Talk that teaches", evaluated to the end: planned, measured four times, asked about, weighed, released, published. */
export async function evaluationOfTalk(player: Player): Promise<void> {
  const steps = await stepsOf(player, slug);
  const on = (title: string): string => stepCalled(steps, title).on;
  const end = on('Where the pupils are at the end');
  const dates = {
    baseline: on('Where the pupils start'),
    middle: on('Where the pupils are now'),
    end,
    delayed: [on('A look back a term later'), afterAWholeTerm(end)].toSorted().at(-1)!,
  };
  player.at(daysAfter(dates.baseline, -6), '15:50');
  await player.does('cpd', `${base}/plan/change`, { ...texts.talkPlan, ...dates, version: 0 });
  for (const [index, measure] of texts.talkMeasures.entries())
    await player.does(texts.talkGroups[index]!.teacher, `${base}/measures`, measure);
  await agreePlan(player, slug, participants);
  const groups: { teacher: string; href: string }[] = [];
  for (const group of texts.talkGroups)
    groups.push({ teacher: group.teacher, href: await nameGroup(player, slug, group) });
  for (const moment of ['baseline', 'middle', 'end', 'delayed'] as const) {
    player.at(daysAfter(dates[moment], 1), '16:00');
    for (const [index, group] of groups.entries())
      await handIn(player, slug, group, moment, texts.talkFigures[index]![moment]);
  }
  await ask(player, on('The same questions to leaders and to those who took part'));
  await weigh(player, daysAfter(dates.delayed, 3));
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
