import type { Player } from '../player.ts';
import { daysAfter, teachingWeek } from './days.ts';
import { callDone, gather, startGroup, stepsOfCycle } from './group-forms.ts';
import * as texts from './groups-own-protocol-texts.ts';
import { stepCalled } from './lookups.ts';

/** Priya's own protocol in two versions, and a group on the first that others may ask to join. */
export async function ownProtocol(player: Player): Promise<void> {
  const { at, protocol } = await writeProtocol(player);
  await startFromIt(player, protocol);
  player.at(daysAfter(teachingWeek(player, -1), 1), '17:10');
  await player.does('cpd', `${at}/steps/side-by-side-again/save`, { ...texts.laterChange, version: 4 });
  await player.does('cpd', `${at}/publish`, { version: 5 });
  await player.settle();
}

/** A copy of the micro-experiment with two steps changed, published. */
async function writeProtocol(player: Player): Promise<{ at: string; protocol: string }> {
  player.at(teachingWeek(player, -5), '17:00');
  const { to: at } = await player.does('cpd', '/protocols/mine', {
    title: texts.title,
    from: 'micro-experiment',
  });
  let version = 1;
  for (const [step, change] of Object.entries(texts.firstChanges))
    await player.does('cpd', `${at}/steps/${step}/save`, { ...change, version: version++ });
  await player.does('cpd', `${at}/about`, { title: texts.title, ...texts.about, version: version++ });
  await player.does('cpd', `${at}/publish`, { version });
  return { at, protocol: at.split('/').at(-1)! };
}

async function startFromIt(player: Player, protocol: string): Promise<void> {
  const monday = teachingWeek(player, -2);
  const day = daysAfter(teachingWeek(player, -4), 2);
  player.at(day, '16:15');
  const slug = await startGroup(player, 'jakub', {
    protocol,
    ...texts.group,
    starts_on: monday,
    joining: 'open',
    replaces: 'Marking twice a week. I mark once and look once.',
  });
  await gather(player, slug, 'jakub', { day, people: texts.askedIn });
  const steps = await stepsOfCycle(player, slug, 1);
  const first = stepCalled(steps, texts.firstChanges.choose!.title as string);
  player.at(first.on, '16:00');
  for (const [key, [routine, change, pupils]] of Object.entries(texts.choices))
    await player.does(key, `/programmes/${slug}/steps/${first.number}/answers`, {
      version: 0,
      'answer-the-routine': routine,
      'answer-the-one-thing-i-change': change,
      'answer-my-three-pupils-and-what-i-expect-of-them': pupils,
    });
  const over = teachingWeek(player, 0);
  await callDone(
    player,
    slug,
    'jakub',
    steps.filter(({ on }) => on < over),
  );
  player.at(daysAfter(teachingWeek(player, -1), 2), '13:00');
  await player.does('sofia', `/groups/${slug}/ask`, { words: texts.toJakub });
  await player.settle();
}
