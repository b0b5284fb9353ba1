import { createReadStream } from 'node:fs';
import { record } from '#platform/audit/record.ts';
import { newId } from '#platform/db/ids.ts';
import { transaction } from '#platform/db/transaction.ts';
import type { Job } from '#platform/jobs/handler.ts';
import { type Ffmpeg, findFfmpeg } from '#platform/media/find-ffmpeg.ts';
import type { MediaInput } from '#platform/media/input.ts';
import { peaks } from '#platform/media/peaks.ts';
import { poster } from '#platform/media/poster.ts';
import { Unreadable } from '#platform/media/probe.ts';
import { makePlayable } from '#platform/media/transcode.ts';
import type { Source } from '#platform/vault/vault.ts';
import type { Medium, MediumPart } from '../recording.ts';
import { insertMedium, stillStands, type Waiting } from './making.queries.ts';
import { forgetMedia } from './media.ts';
import { finish, unmade } from './not-made.ts';
import { shiftTimes } from './shift-times.ts';

/** What was made of a recording. */
export interface Made {
  media: (Medium & { part: MediumPart })[];
  kind: 'video' | 'audio';
  durationMs: number;
  width: number | null;
  height: number | null;
  peaks: number[] | null;
}

/**
 * Makes of what arrived what every browser plays, with a picture of it and the shape of its sound, and lets go of what
 * was sent: it may hold the place and the device. Without ffmpeg it is played as it was sent. What cannot be read stays
 * as it is, and its author hears why. Stopped half-way it begins anew the next time.
 */
export async function makeRecording(job: Job, waiting: Waiting): Promise<void> {
  const ffmpeg = await findFfmpeg();
  if (!ffmpeg)
    return finish(
      job,
      waiting,
      waiting.wanted ? unmade(waiting, 'not made') : { state: 'as-sent', kind: kindOf(waiting) },
    );
  try {
    const made = await make(job, ffmpeg, waiting);
    await keepMade(job, waiting, made);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    await finish(job, waiting, unmade(waiting, error.why));
  }
}

const kindOf = ({ source }: Waiting): 'video' | 'audio' =>
  source.mediaType.startsWith('audio/') ? 'audio' : 'video';

async function make(job: Job, ffmpeg: Ffmpeg, waiting: Waiting): Promise<Made> {
  const { vault, keys } = job;
  const key = keys.unwrap(waiting.wrappedKey, waiting.id);
  const { source, wanted } = waiting;
  const input: MediaInput = { bytes: source.bytes, open: (range) => vault.open(source.id, key, range) };
  const folder = await vault.workFolder();
  const begun: string[] = [];
  const seal = async (part: MediumPart, mediaType: string, bytes: Source) => {
    const id = newId(job.now());
    begun.push(id);
    return { id, part, mediaType, ...(await vault.seal(id, key, bytes)) };
  };
  try {
    const playable = await makePlayable(ffmpeg, input, {
      folder: folder.path,
      signal: job.signal,
      ...(wanted?.fromMs !== undefined ? { trim: { fromMs: wanted.fromMs, toMs: wanted.toMs! } } : {}),
      ...(wanted?.turn ? { rotate: wanted.turn } : {}),
    });
    const film = await seal('playable', playable.mediaType, contentOf(playable.path));
    const made: MediaInput = { bytes: film.bytes, open: (range) => vault.open(film.id, key, range) };
    const picture = await poster(ffmpeg, made, job.signal);
    const shape = await peaks(ffmpeg, made, job.signal);
    return {
      media: [film, ...(picture ? [await seal('poster', 'image/jpeg', [picture])] : [])],
      kind: playable.mediaType === 'video/mp4' ? 'video' : 'audio',
      durationMs: playable.durationMs,
      width: playable.width,
      height: playable.height,
      peaks: shape && shape.map((peak) => Math.round(peak * 100)),
    };
  } catch (error) {
    for (const id of begun) await vault.remove(id);
    throw error;
  } finally {
    await folder.remove();
  }
}

/** Opened no sooner than it is read, so that nothing stays open where nobody comes to read it. */
async function* contentOf(file: string): AsyncGenerator<Uint8Array> {
  yield* createReadStream(file) as AsyncIterable<Buffer>;
}

/**
 * What was made takes the place of what was there, whose sealed files go for good. Where it was erased meanwhile, or
 * another was sent, what was made goes instead.
 */
export async function keepMade(
  job: Pick<Job, 'db' | 'vault' | 'now'>,
  waiting: Pick<Waiting, 'ownerId' | 'id' | 'wanted'> & Partial<Pick<Waiting, 'source'>>,
  made: Made,
): Promise<void> {
  const { ownerId, id } = waiting;
  const now = job.now();
  const gone = await transaction(job.db, async (tx) => {
    if (!(await stillStands(tx, waiting))) return made.media.map((medium) => medium.id);
    const old = await forgetMedia(tx, ownerId, id, now);
    for (const medium of made.media) await insertMedium(tx, { ownerId, recordingId: id }, medium, now);
    if (waiting.wanted?.fromMs !== undefined)
      await shiftTimes(tx, waiting, { fromMs: waiting.wanted.fromMs, durationMs: made.durationMs }, now);
    await tx
      .updateTable('recording')
      .set({
        state: 'ready',
        trouble: null,
        wanted: null,
        kind: made.kind,
        duration_ms: made.durationMs,
        width: made.width,
        height: made.height,
        peaks: made.peaks && JSON.stringify(made.peaks),
        changed_at: now,
      })
      .where('owner_id', '=', ownerId)
      .where('id', '=', id)
      .execute();
    await record(tx, null, { ownerId, kind: 'recording.made', itemId: id, tell: true }, now);
    return old;
  });
  for (const medium of gone) await job.vault.remove(medium);
}
