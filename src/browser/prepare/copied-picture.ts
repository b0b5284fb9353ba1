import { EncodedPacketSink } from 'mediabunny';
import { type Edits, preparedBy } from './edits.ts';
import type { Film } from './open-film.ts';

/**
 * Whether the picture of the part that is kept can be copied as it is encoded. A copy begins with a picture that is
 * whole by itself: one of those must stand within `laterStart` seconds of the part's beginning, or, where this browser
 * cannot encode the film anew, anywhere in the part. Otherwise the copy would have less picture than was asked for, or
 * none.
 */
export async function canCopyPicture(film: Film, edits: Edits, laterStart: number): Promise<boolean> {
  const { from, until } = edits.part;
  if (!film.video || preparedBy(edits, film.duration).soundOnly || from === 0) return true;
  const latest = film.canChange ? Math.min(from + laterStart, until) : until;
  const whole = await new EncodedPacketSink(film.video).getKeyPacket(latest, { verifyKeyPackets: true });
  return whole !== null && whole.timestamp >= from && whole.timestamp < until;
}
