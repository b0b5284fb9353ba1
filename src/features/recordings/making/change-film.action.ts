import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import { choice, line } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { openForChange } from '../open-recording.ts';
import { recordingPolicy } from '../recording.policy.ts';
import { msOf, recordingHref } from '../recording.ts';
import { changeFilmPage } from './change-film.page.ts';
import type { Wanted } from './making.queries.ts';

/** Nothing shorter is worth keeping, in milliseconds. */
const shortest = 1000;

/** Its author wants a part of it, or its picture turned: it is made anew in the background. */
export const changeFilm = action('/recordings/:recording/change', {
  purpose: 'learning',
  access: recordingPolicy,
  page: changeFilmPage,
  input: z.object({ from: line(), to: line(), turn: choice(['0', '90', '180', '270']).default('0') }),
  async run(change, sent) {
    const { recording } = await openForChange(change);
    if (recording.state !== 'ready') throw new Refused(t('It is not ready yet, so nothing was changed.'));
    const wanted = wantedOf(sent, recording.durationMs ?? 0);
    await change.tx
      .updateTable('recording')
      .set({ state: 'arrived', trouble: null, wanted: JSON.stringify(wanted), changed_at: change.now })
      .where('owner_id', '=', recording.ownerId)
      .where('id', '=', recording.id)
      .execute();
    await change.record({
      kind: 'recording.changes-wanted',
      itemId: recording.id,
      body: { ...wanted },
      tell: true,
    });
    return see(recordingHref(recording), t('It is being made. Until then it plays as it was.'));
  },
});

/** Throws `Refused` where a time cannot be read, or nothing would change. */
function wantedOf(sent: { from: string; to: string; turn: string }, durationMs: number): Wanted {
  const [fromMs, typedTo] = [msOf(sent.from), msOf(sent.to)];
  const wrong: Record<string, string> = {};
  const unread = t('Write minutes and seconds, such as 1:30.');
  if (fromMs === null) wrong['from'] = unread;
  if (typedTo === null) wrong['to'] = unread;
  if (fromMs === null || typedTo === null) throw new Refused(wrong);
  // The page shows whole seconds: its last means the end.
  const toMs = typedTo >= Math.floor(durationMs / 1000) * 1000 ? durationMs : typedTo;
  if (fromMs >= durationMs) throw new Refused({ from: t('It is over by then.') });
  if (toMs - fromMs < shortest) throw new Refused({ to: t('At least a second has to be left.') });
  const turn = Number(sent.turn) as 0 | 90 | 180 | 270;
  const isCut = fromMs > 0 || toMs < durationMs;
  if (!isCut && turn === 0) throw new Refused(t('Nothing would change. Choose a part, or a turn.'));
  return { ...(isCut ? { fromMs, toMs } : {}), ...(turn ? { turn } : {}) };
}
