import { sql } from 'kysely';
import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { openForChange } from '../open-recording.ts';
import { recordingPolicy } from '../recording.policy.ts';
import { recordingHref, isPlayable, type Recording } from '../recording.ts';
import type { Change } from '#platform/http/context.ts';

const common = { purpose: 'learning', access: recordingPolicy, input: z.object({}) } as const;

const setOn = (
  { tx, now }: Change,
  { ownerId, id }: Recording,
  moments: { watched_at?: Date | null; debrief_at?: Date | null },
): Promise<unknown> =>
  tx
    .updateTable('recording')
    .set({ ...moments, changed_at: now })
    .where('owner_id', '=', ownerId)
    .where('id', '=', id)
    .execute();

const record = (change: Change, kind: string, { id }: Recording): Promise<string> =>
  change.record({ kind, itemId: id, tell: true });

/** Its author says that they have watched it: from now on those it is shown to may. */
export const watchedFirst = action('/recordings/:recording/watched', {
  ...common,
  async run(change) {
    const { recording } = await openForChange(change);
    if (!isPlayable(recording)) throw new Refused(t('There is nothing to watch yet.'));
    // Until the stretch of an example is cut out the whole lies there.
    if (recording.isExemplar && ['arrived', 'making'].includes(recording.state) && !recording.watchedAt)
      throw new Refused(t('The stretch is still being cut out. Watch it when it is ready.'));
    if (!recording.watchedAt) await setOn(change, recording, { watched_at: change.now });
    await record(change, 'recording.watched', recording);
    return see(
      recordingHref(recording),
      t('Whoever you show it to can open it now.'),
      recordingHref(recording, 'not-watched'),
    );
  },
});

/** Takes that back, as long as nobody else has seen it. */
export const notWatchedYet = action('/recordings/:recording/not-watched', {
  ...common,
  async run(change) {
    const { recording } = await openForChange(change);
    const { rows } = await sql`select 1 from recording_view v
      where v.owner_id = ${recording.ownerId} and v.recording_id = ${recording.id}
        and (v.hidden_until is null or v.hidden_until <= ${change.now}) limit 1`.execute(change.tx);
    if (rows.length > 0)
      throw new Refused(
        t('Somebody has seen it already. You can take it back from them on the page “Who sees it”.'),
      );
    await setOn(change, recording, { watched_at: null });
    await record(change, 'recording.not-watched', recording);
    return see(recordingHref(recording), t('Taken back. It is closed to others until you have watched it.'));
  },
});

/** Its author opens the talk: what each makes of it can be read by the others from now on. */
export const openTalk = action('/recordings/:recording/open-talk', {
  ...common,
  async run(change) {
    const { recording } = await openForChange(change);
    if (!recording.watchedAt) throw new Refused(t('Watch it first.'));
    if (!recording.debriefAt) await setOn(change, recording, { debrief_at: change.now });
    await record(change, 'recording.talk-opened', recording);
    return see(
      recordingHref(recording),
      t('The talk is open: what each of you makes of it can be read by the others.'),
      recordingHref(recording, 'close-talk'),
    );
  },
});

export const closeTalk = action('/recordings/:recording/close-talk', {
  ...common,
  async run(change) {
    const { recording } = await openForChange(change);
    await setOn(change, recording, { debrief_at: null });
    await record(change, 'recording.talk-closed', recording);
    return see(recordingHref(recording), t('The talk is closed again. What was read before stays known.'));
  },
});
