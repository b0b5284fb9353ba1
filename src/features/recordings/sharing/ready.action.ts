import { sql } from 'kysely';
import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import { ticked } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { openForChange } from '../open-recording.ts';
import { recordingPolicy } from '../recording.policy.ts';
import { recordingHref } from '../recording.ts';
import { setAllShared } from '../share-own.ts';

/**
 * Somebody is ready to lay their notes beside the others': from now on they read what the others shared. `all` shares
 * what they have noted so far; otherwise each note stays as it is.
 */
export const ready = action('/recordings/:recording/ready', {
  purpose: 'learning',
  access: recordingPolicy,
  input: z.object({ all: ticked() }),
  async run(change, { all }) {
    const { recording } = await openForChange(change, 'note');
    const { ownerId, id } = recording;
    const me = change.who.personId;
    await change.tx
      .insertInto('recording_watcher')
      .values({
        owner_id: ownerId,
        recording_id: id,
        person_id: me,
        watched_at: change.now,
        ready_at: change.now,
      })
      .onConflict((conflict) =>
        conflict.columns(['owner_id', 'recording_id', 'person_id']).doUpdateSet({ ready_at: change.now }),
      )
      .execute();
    if (all)
      for (const table of ['recording_note', 'recording_clip_form'] as const)
        await setAllShared(change, table, recording, change.now);
    await change.record({ kind: 'recording.ready', itemId: id, body: { all }, tell: true });
    return see(
      recordingHref(recording),
      all
        ? t(
            'You are ready, and what you described is shared. You read the others’ as soon as they share theirs. What any of you makes of it stays locked until the talk is opened.',
          )
        : t('You are ready. You read what the others have shared; of yours they read what you share.'),
      recordingHref(recording, 'not-ready'),
    );
  },
});

/** Takes that back, as long as nobody else is ready: what somebody has read cannot be unread. */
export const notReady = action('/recordings/:recording/not-ready', {
  purpose: 'learning',
  access: recordingPolicy,
  input: z.object({}),
  async run(change) {
    const { recording } = await openForChange(change, 'note');
    const { ownerId, id, readyAt } = recording;
    const me = change.who.personId;
    if (!readyAt) throw new Refused(t('You have not said that you are ready.'));
    const { rows } = await sql`select 1 from recording_watcher w where w.owner_id = ${ownerId}
      and w.recording_id = ${id} and w.person_id <> ${me} and w.ready_at is not null limit 1`.execute(
      change.tx,
    );
    if (rows.length > 0)
      throw new Refused(
        t(
          'Somebody else is ready too, so your notes may have been read. You can keep back each note by itself.',
        ),
      );
    await sql`update recording_watcher set ready_at = null
      where owner_id = ${ownerId} and recording_id = ${id} and person_id = ${me}`.execute(change.tx);
    for (const table of ['recording_note', 'recording_clip_form'] as const)
      await sql`update ${sql.table(table)} set shared_at = null where owner_id = ${ownerId}
        and recording_id = ${id} and person_id = ${me} and shared_at = ${readyAt}`.execute(change.tx);
    await change.record({ kind: 'recording.not-ready', itemId: id, tell: true });
    return see(recordingHref(recording), t('Taken back. Your notes are yours alone again.'));
  },
});
