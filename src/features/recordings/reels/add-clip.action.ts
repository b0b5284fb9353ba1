import { sql } from 'kysely';
import { z } from 'zod';
import { isId, newId } from '#platform/db/ids.ts';
import { Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { ticks } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { seenNotes } from '../notes/seen-notes.ts';
import { openForChange } from '../open-recording.ts';
import { recordingPolicy } from '../recording.policy.ts';
import type { Recording } from '../recording.ts';
import { type Clip, longestTitle, mostClips, reelHref } from './clip.ts';
import { clipInput, readClip } from './clip-form.ts';
import { reelPage } from './reel.page.ts';

const common = { purpose: 'learning', access: recordingPolicy, page: reelPage } as const;
type Stretch = Pick<Clip, 'fromMs' | 'toMs' | 'title'>;

/** Adds a stretch to one's own reel, at its end. Only they see it until they share it. */
export const addClip = action('/recordings/:recording/reel/clips', {
  ...common,
  input: clipInput,
  async run(change, sent) {
    const { recording } = await openForChange(change, 'note');
    const [id] = await insertClips(change, recording, [readClip(sent, recording)]);
    return see(reelHref(recording), t('The clip is in your reel.'), reelHref(recording, `clips/${id}/end`));
  },
});

/** Adds the stretches of notes that are ticked, as far as one sees them; their words are the titles. */
export const addFromNotes = action('/recordings/:recording/reel/from-notes', {
  ...common,
  input: z.object({ notes: ticks(mostClips) }),
  async run(change, { notes }) {
    const { recording } = await openForChange(change, 'note');
    const reader = { ownerId: recording.ownerId, personId: change.who.personId };
    const { rows } = await sql<Stretch>`select n.from_ms as "fromMs", n.to_ms as "toMs", n.text as title
      from recording_note n
      where n.owner_id = ${reader.ownerId} and n.recording_id = ${recording.id} and ${seenNotes('n', reader)}
        and n.to_ms is not null and n.id = any(${notes.filter(isId)}::uuid[])
      order by n.from_ms, n.id`.execute(change.tx);
    if (rows.length === 0) throw new Refused({ notes: t('Tick a note first.') });
    const clips = rows.map((row) => ({
      ...row,
      title: row.title.replace(/\s+/g, ' ').slice(0, longestTitle).toWellFormed(),
    }));
    await insertClips(change, recording, clips);
    return see(
      reelHref(recording),
      tn(rows.length, 'One clip is in your reel.', '{n} clips are in your reel.'),
    );
  },
});

async function insertClips(
  change: Change,
  { ownerId, id: recordingId }: Recording,
  clips: readonly Stretch[],
): Promise<string[]> {
  const { tx, who, now } = change;
  const { last, many } = await tx
    .selectFrom('recording_clip')
    .select((eb) => [
      eb.fn.coalesce(eb.fn.max('position'), sql<number>`0`).as('last'),
      sql<number>`(count(*) filter (where ended_at is null))::integer`.as('many'),
    ])
    .where('owner_id', '=', ownerId)
    .where('recording_id', '=', recordingId)
    .where('person_id', '=', who.personId)
    .executeTakeFirstOrThrow();
  if (many + clips.length > mostClips)
    throw new Refused({ '': t('A reel holds {n} clips at most. Take one away first.', { n: mostClips }) });
  const rows = clips.map(({ fromMs, toMs, title }, index) => ({
    owner_id: ownerId,
    id: newId(now),
    recording_id: recordingId,
    person_id: who.personId,
    from_ms: fromMs,
    to_ms: toMs,
    title,
    position: last + 1 + index,
    created_at: now,
  }));
  await tx.insertInto('recording_clip').values(rows).execute();
  await change.record({ kind: 'recording-clip.added', itemId: recordingId, body: { clips: rows.length } });
  return rows.map(({ id }) => id);
}
