import type { Player } from '../player.ts';
import { daysAfter, teachingWeek } from './days.ts';
import { callDone, gather, markHere, meet, startGroup, stepsOfCycle } from './group-forms.ts';
import * as texts from './groups-learning-community-texts.ts';
import { stepCalled } from './lookups.ts';

/** The teaching week in which it begins: it meets every four weeks, and for the fourth time last week. */
const begins = -13;

/** The teachers of Reception to Year 2: a learning community of two years, at its fourth meeting. */
export async function learningToKnow(player: Player): Promise<void> {
  const thursday = (week: number): string => daysAfter(teachingWeek(player, week), 3);
  player.at(thursday(begins - 2), '15:50');
  const slug = await startGroup(player, 'bronwen', {
    protocol: 'teacher-learning-community',
    title: 'Knowing what is good',
    question: texts.question,
    subject: 'Talk about learning',
    phase: 'Reception to Year 2',
    starts_on: thursday(begins),
    terms: 6,
    replaces: 'Every second phase meeting, for two years. Daniel has agreed.',
  });
  await gather(player, slug, 'bronwen', { day: thursday(begins - 2), people: texts.askedIn });
  const steps = await stepsOfCycle(player, slug, 1);
  const held = texts.meetings.map(({ step }) => stepCalled(steps, step));
  const all = steps.filter(({ kind }) => kind === 'meeting');
  for (const [index, step] of held.entries())
    await meet(player, slug, step, texts.meetings[index]!, {
      before: held[index - 1],
      dueOn: all[all.indexOf(step) + 1]!.on,
    });
  await markHere(player, slug, 'dilys', held);
  const over = teachingWeek(player, 0);
  await callDone(
    player,
    slug,
    'dilys',
    steps.filter(({ on }) => on < over),
  );
  await player.settle();
}
