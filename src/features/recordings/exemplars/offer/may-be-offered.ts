import { t } from '#platform/i18n/i18n.ts';
import type { OpenedRecording } from '../../open-recording.ts';

/** Why this recording cannot be offered as an example now; null when it can. For its author. */
export function whyNotOffered({ recording, item }: OpenedRecording): string | null {
  if (item.endedAt) return t('You took this recording away. Bring it back first.');
  if (recording.state === 'erased') return t('This recording was erased, so there is nothing to offer.');
  if (recording.closed)
    return t('A consent was taken back, so this recording is closed. Decide about that first.');
  if (recording.state !== 'ready' && recording.state !== 'as-sent')
    return t('It is not ready yet. Come back in a little while.');
  if (recording.watchedAt === null) return t('Watch it first, and say on its page that you have.');
  return null;
}
