import type { Player } from '../player.ts';
import { daysAfter } from './days.ts';
import { stepCalled, stepsOf } from './lookups.ts';
import type { MeetingText } from './meeting-text.ts';
import { numberMeetings, readingMeetings } from './meetings-of-reading.ts';
import { talkMeetings } from './meetings-of-talk.ts';

/** The meetings that lie behind us: each opens with reports on what was promised at the one before. */
export async function meetings(player: Player): Promise<void> {
  await hold(player, 'talk-that-teaches', talkMeetings);
  await hold(player, 'reading-together', readingMeetings);
  await hold(player, 'how-numbers-are-made', numberMeetings);
}

async function hold(player: Player, slug: string, texts: readonly MeetingText[]): Promise<void> {
  const steps = await stepsOf(player, slug);
  let before: string | undefined;
  for (const text of texts) {
    const step = stepCalled(steps, text.step);
    const at = `/programmes/${slug}/steps/${step.number}`;
    player.at(step.on, '15:45');
    if (before)
      for (const [key, [outcome, report]] of Object.entries(text.came))
        await player.does(key, `${at}/reports/${await promiseOf(player, before, key)}`, {
          outcome,
          report,
          version: 1,
        });
    for (const section of ['evidence', 'beliefs', 'refine'] as const)
      await player.does(text.by, `${at}/minutes/${section}`, { text: text[section], version: 0 });
    player.at(step.on, '16:30');
    for (const [key, [trying, pupils]] of Object.entries(text.promises))
      await player.does(key, `${at}/commitments`, { trying, pupils, due_on: daysAfter(step.on, 14) });
    await player.settle();
    before = step.id;
  }
}

/** What somebody promised at a step: the id of the promise. */
export async function promiseOf({ db, school }: Player, stepId: string, key: string): Promise<string> {
  const row = await db
    .selectFrom('commitment')
    .select('id')
    .where('owner_id', '=', school.id)
    .where('step_id', '=', stepId)
    .where('person_id', '=', school.people[key]!)
    .executeTakeFirstOrThrow();
  return row.id;
}
