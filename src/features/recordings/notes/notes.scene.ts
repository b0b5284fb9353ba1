import { newId } from '#platform/db/ids.ts';
import type { Browser } from '#test/site.ts';
import { readyRecording, recordingScene } from '../recordings.scene.ts';

/** A recording of Ann's of an hour, shown to Tomos, who may note on it; what they do with it, in their browsers. */
export async function notesScene(more: Parameters<typeof readyRecording>[1] = {}) {
  const all = await recordingScene();
  const recording = await readyRecording(all, { durationMs: 3_600_000, tagSets: ['talk'], ...more });
  const [ann, tomos, huw, beth] = await Promise.all(
    (['ann', 'tomos', 'huw', 'beth'] as const).map((name) => all.as(name)),
  );
  const { address } = recording;
  return {
    ...all,
    recording,
    address,
    ann: ann!,
    tomos: tomos!,
    huw: huw!,
    beth: beth!,
    /** Notes something by the plain form, and answers its id. */
    async note(who: Browser, text: string, fields: Record<string, string | string[]> = {}): Promise<string> {
      const id = newId(all.site.clock.now);
      const answer = await who.post(`${address}/notes`, {
        id,
        at: '3:07',
        sort: 'describe',
        text,
        ...fields,
      });
      if (answer.status !== 303) throw new Error(`not noted: ${answer.status} ${answer.text}`);
      return id;
    },
    ready: (who: Browser, shares = true) => who.post(`${address}/ready`, shares ? { all: 'yes' } : {}),
    openTalk: () => ann!.post(`${address}/open-talk`),
  };
}
