import { z } from 'zod';
import { NotAllowed, Refused } from '#platform/errors.ts';
import { t } from '#platform/i18n/i18n.ts';
import type { OpenedRecording } from '../../open-recording.ts';
import type { Medium, Prepared, Recording, RecordingState } from '../../recording.ts';

/** The most that a recording may hold: 4 GB, an hour and more as phones film. */
export const mostBytes = 4 * 1024 ** 3;

/** What was begun and not finished is kept so many days. */
export const keptDays = 7;

/** States in which something may be sent: nothing has arrived, or it may be replaced because nobody worked with it yet. */
const open: readonly RecordingState[] = ['described', 'arrived', 'unreadable'];

/** What of a recording says whether it takes something. */
export type MayTake = Pick<Recording, 'state' | 'closed'> & { media: readonly Pick<Medium, 'part'>[] };

/**
 * Once it was made ready, though a part of it may just be being cut out, it is replaced only where a consent was taken
 * back: by the same film with somebody blurred.
 */
export const maySend = ({ state, closed, media }: MayTake): boolean =>
  (open.includes(state) && !media.some(({ part }) => part === 'playable')) ||
  (closed && (state === 'ready' || state === 'as-sent'));

/** Throws where nothing may be sent for this recording any more, or by this person. */
export function mustTakeMore({ item, recording }: Pick<OpenedRecording, 'item' | 'recording'>): void {
  if (item.endedAt) throw new Refused(t('You took this recording away. Bring it back first.'));
  if (!maySend(recording))
    throw new Refused(
      t(
        'This recording is there already, and notes may stand on its moments. Describe a new one for another film.',
      ),
    );
}

/** Whether it was said that nobody who must be hidden can be recognised. */
export const hides = ({ blurred, soundOnly }: Prepared): boolean => Boolean(blurred || soundOnly);

/**
 * Throws where somebody who has not agreed could be recognised. What was done on the device is its author's word: that
 * nobody was forgotten only a person can see. A voice and a name tell who somebody is as well, so with the sound alone,
 * too, the device asks its author to say that nobody can be recognised.
 */
export function mustHide({ blurNeeded }: Pick<Recording, 'blurNeeded'>, prepared: Prepared): void {
  if (blurNeeded && !hides(prepared))
    throw new NotAllowed(
      t('Somebody in it has not agreed to be seen. Blur them on this device first, or send the sound alone.'),
    );
}

/** What a device says it did to a film before sending it. */
const preparedShape = z.object({
  trimmed: z.boolean().default(false),
  blurred: z.boolean().default(false),
  muted: z.boolean().default(false),
  rotated: z.boolean().default(false),
  soundOnly: z.boolean().default(false),
});

/** What the metadata of an upload say: of the film, and of the file, so that it is known again. */
export const metadataShape = z.object({
  prepared: preparedShape,
  /** SHA-256 of its first 2 MB, base64; '' where the device cannot tell. */
  begins: z.string().max(64).default(''),
});
