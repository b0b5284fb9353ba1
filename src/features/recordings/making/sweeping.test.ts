import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#platform/db/ids.ts';
import { dayMs } from '#platform/calendar/dates.ts';
import { runJob } from '#test/deliver.ts';
import { selectWrappedKey } from '../recording.queries.ts';
import { describedRecording, recordingScene } from '../recordings.scene.ts';
import { sweepVault } from './media.ts';

test('a film that was replaced goes though a power cut came between, and what is on its way stays', async () => {
  const all = await recordingScene();
  const { site, db, school, people } = all;
  const { vault, keys } = site.services;
  const { id } = await describedRecording(all);
  const key = keys.unwrap((await selectWrappedKey(db, school.id, id))!, id);
  const now = site.clock.now;
  const upload = async (finishedAt: Date | null): Promise<string> => {
    const uploadId = newId(now);
    await vault.seal(uploadId, key, [Buffer.from('a film')]);
    await db
      .insertInto('recording_upload')
      .values({
        owner_id: school.id,
        id: uploadId,
        recording_id: id,
        person_id: people.ann.personId,
        name: 'film',
        bytes: 6,
        prepared: '{}',
        created_at: now,
        expires_at: now,
        finished_at: finishedAt,
      })
      .execute();
    return uploadId;
  };
  const medium = async (mediumId: string, endedAt: Date | null): Promise<void> => {
    const what = { part: 'sent', media_type: 'video/mp4', bytes: 6, sha256: 'x', created_at: now };
    await db
      .insertInto('recording_medium')
      .values({ owner_id: school.id, id: mediumId, recording_id: id, ...what, ended_at: endedAt })
      .execute();
  };
  const [onItsWay, arrived, replaced] = [await upload(null), await upload(now), await upload(now)];
  await medium(arrived, null);
  await medium(replaced, now);
  site.clock.set(new Date(Date.now() + 2 * dayMs));
  await runJob(site, sweepVault);
  assert.deepEqual(
    [await vault.length(onItsWay), await vault.length(arrived), await vault.length(replaced)],
    [6, 6, null],
  );
});
