import type { Player } from '../player.ts';
import { daysAfter, teachingWeek } from './days.ts';
import { callDone, gather, invite, markHere, meet, startGroup, stepsOfCycle } from './group-forms.ts';
import * as texts from './groups-journal-club-texts.ts';
import type { StoryStep } from './lookups.ts';

/** The teaching weeks in which its two cycles begin; each lasts eleven. */
const begins = { first: -23, second: -5 } as const;

/** A journal club: a cycle that is over, with its report given to the school, and the one that runs. */
export async function readingAboutWaiting(player: Player): Promise<void> {
  const wednesday = (week: number): string => daysAfter(teachingWeek(player, week), 2);
  player.at(wednesday(begins.first - 2), '16:10');
  const slug = await startGroup(player, 'harriet', {
    protocol: 'journal-club',
    title: 'Waiting for an answer',
    question: texts.question,
    subject: 'Questions in class',
    phase: 'Years 3 to 6',
    starts_on: wednesday(begins.first),
    replaces: 'The two evenings in a term on which I read what is new, and told nobody.',
  });
  await gather(player, slug, 'harriet', { day: wednesday(begins.first - 2), people: texts.askedIn });
  await firstCycle(player, slug);
  await giveReport(player, slug, wednesday(begins.first + 12));
  player.at(wednesday(begins.second - 1), '16:30');
  await player.does('harriet', `/groups/${slug}/cycles`, {
    question: texts.carriedOn,
    starts_on: wednesday(begins.second),
    after: 1,
  });
  await secondCycle(player, slug);
  player.at(wednesday(-1), '13:05');
  await invite(player, slug, 'mentors', { key: 'amina', words: texts.toAmina });
  await player.settle();
}

const ofKind = (steps: readonly StoryStep[], kind: string): StoryStep[] =>
  steps.filter((step) => step.kind === kind);

async function firstCycle(player: Player, slug: string): Promise<void> {
  const steps = await stepsOfCycle(player, slug, 1);
  await judge(player, slug, ofKind(steps, 'exercise')[0]!, texts.firstJudgements);
  const held = ofKind(steps, 'meeting');
  for (const [index, step] of held.entries())
    await meet(player, slug, step, texts.meetings[index]!, {
      before: held[index - 1],
      dueOn: held[index + 1]?.on ?? daysAfter(step.on, 14),
    });
  await markHere(player, slug, 'mentors', held);
  await callDone(player, slug, 'mentors', steps);
  await player.settle();
}

/** Each judges the article alone, before they see what the others make of it. */
async function judge(
  player: Player,
  slug: string,
  step: StoryStep,
  judgements: Readonly<Record<string, Readonly<Record<string, string>>>>,
): Promise<void> {
  player.at(step.on, '07:50');
  for (const [key, answers] of Object.entries(judgements))
    await player.does(key, `/programmes/${slug}/steps/${step.number}/answers`, {
      version: 0,
      ...Object.fromEntries(Object.entries(answers).map(([part, text]) => [`answer-${part}`, text])),
    });
}

async function giveReport(player: Player, slug: string, on: string): Promise<void> {
  const here = `/groups/${slug}/cycles/1`;
  player.at(on, '15:55');
  for (const [part, [by, text]] of Object.entries(texts.report))
    await player.does(by, `${here}/report/${part}`, { text, version: 0 });
  await player.does('harriet', `${here}/release`);
  await player.settle();
}

/** Its first meeting opens with what was promised at the last one of the cycle before. */
async function secondCycle(player: Player, slug: string): Promise<void> {
  const steps = await stepsOfCycle(player, slug, 2);
  const before = ofKind(await stepsOfCycle(player, slug, 1), 'meeting').at(-1);
  const [meeting, next] = ofKind(steps, 'meeting');
  await judge(player, slug, ofKind(steps, 'exercise')[0]!, texts.secondJudgements);
  await meet(player, slug, meeting!, texts.firstOfSecond, { before, dueOn: next!.on });
  await markHere(player, slug, 'mentors', [meeting!]);
  const over = teachingWeek(player, 0);
  await callDone(
    player,
    slug,
    'mentors',
    steps.filter(({ on }) => on < over),
  );
  await player.settle();
}
