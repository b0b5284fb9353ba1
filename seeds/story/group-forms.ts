import type { Fields } from '../browser.ts';
import type { Player } from '../player.ts';
import { daysAfter } from './days.ts';
import { stepsOf, type StoryStep } from './lookups.ts';
import { promiseOf } from './meetings.ts';

/** Who is asked into a group, as what, with which words, and what they say it takes the place of. */
export interface Asked {
  key: string;
  part?: 'participant' | 'facilitator' | 'specialist';
  words: string;
  replaces?: string;
}

/** What was written and promised at a meeting of a group. */
export interface GroupMeetingText {
  /** The step's title in the protocol. */
  step: string;
  /** By part of the agenda. */
  written: Readonly<Record<string, readonly [by: string, text: string]>>;
  promises: Readonly<Record<string, readonly [trying: string, pupils: string]>>;
  /** What came of what was promised at the meeting before. */
  came: Readonly<Record<string, readonly [outcome: 'tried' | 'partly' | 'not-yet', report: string]>>;
}

/** Somebody starts a group; answers the word that it has in addresses. */
export async function startGroup(player: Player, key: string, group: Fields): Promise<string> {
  const { to } = await player.does(key, '/groups/new', {
    terms: 1,
    joining: 'invited',
    seen: 'yes',
    ...group,
  });
  return to.split('/')[2]!;
}

/** Whoever keeps the plan asks people in; they say yes a day later. */
export async function gather(
  player: Player,
  slug: string,
  keeper: string,
  { day, people }: { day: string; people: readonly Asked[] },
): Promise<void> {
  player.at(day, '16:20');
  for (const asked of people) await invite(player, slug, keeper, asked);
  await player.settle();
  player.at(daysAfter(day, 1), '12:40');
  for (const { key, replaces = '' } of people)
    await player.does(key, `/groups/${slug}/answer`, { answer: 'yes', replaces });
  await player.settle();
}

export async function invite(
  player: Player,
  slug: string,
  keeper: string,
  { key, part = 'participant', words }: Asked,
): Promise<void> {
  const path = `/groups/${slug}/people/${player.school.people[key]}/invite`;
  await player.does(keeper, path, { part, words });
}

/** The steps of one cycle of a group, in their order. */
export const stepsOfCycle = async (player: Player, slug: string, cycle: number): Promise<StoryStep[]> =>
  (await stepsOf(player, slug)).filter((step) => step.cycle === cycle);

/** Somebody in the group calls done what lies before `day`, each step on its own day. */
export async function callDone(
  player: Player,
  slug: string,
  key: string,
  steps: readonly StoryStep[],
): Promise<void> {
  for (const step of steps) {
    player.at(step.on, '17:05');
    await player.does(key, `/groups/${slug}/steps/${step.number}/done`);
  }
}

/** Somebody marks everybody as having come to these steps. */
export async function markHere(
  player: Player,
  slug: string,
  key: string,
  steps: readonly StoryStep[],
): Promise<void> {
  for (const step of steps) {
    player.at(step.on, '16:40');
    await player.does(key, `/programmes/${slug}/steps/${step.number}/attendance/everybody`);
  }
}

/** People write parts of a text together at a step. */
export async function writeTogether(
  player: Player,
  slug: string,
  step: StoryStep,
  parts: GroupMeetingText['written'],
): Promise<void> {
  for (const [section, [by, text]] of Object.entries(parts))
    await player.does(by, `/programmes/${slug}/steps/${step.number}/minutes/${section}`, {
      text,
      version: 0,
    });
}

/** A meeting: it opens with what came of the promises of the one before, and closes with new ones. */
export async function meet(
  player: Player,
  slug: string,
  step: StoryStep,
  text: GroupMeetingText,
  { before, dueOn }: { before?: StoryStep | undefined; dueOn: string },
): Promise<void> {
  const at = `/programmes/${slug}/steps/${step.number}`;
  player.at(step.on, '15:45');
  if (before)
    for (const [key, [outcome, report]] of Object.entries(text.came))
      await player.does(key, `${at}/reports/${await promiseOf(player, before.id, key)}`, {
        outcome,
        report,
        version: 1,
      });
  await writeTogether(player, slug, step, text.written);
  player.at(step.on, '16:45');
  for (const [key, [trying, pupils]] of Object.entries(text.promises))
    await player.does(key, `${at}/commitments`, { trying, pupils, due_on: dueOn });
}
