import { t } from '#platform/i18n/i18n.ts';
import { HEAD_BYTES, mediaTypeOf, TAIL_BYTES } from '#platform/storage/media-type.ts';
import type { Vault } from '#platform/vault/vault.ts';

/** What was sent is no film and no sound. */
export class NoRecording extends Error {
  constructor() {
    super(
      t(
        'This is not a film or a sound that we can read, so nothing of it was kept. Choose the film itself, as your phone or camera made it.',
      ),
    );
  }
}

const isRecording = (mediaType: string): boolean => /^(?:video|audio)\//.test(mediaType);

/** Whether so much of a file is there that its beginning tells what it is. */
export const showsItself = (length: number, whole: number): boolean => length >= Math.min(HEAD_BYTES, whole);

/** The media type of what lies in the vault, from its content. Throws `NoRecording` when it is neither film nor sound. */
export async function recordingType(vault: Vault, id: string, key: Buffer, length: number): Promise<string> {
  const part = async (start: number, end: number): Promise<Buffer> =>
    Buffer.concat(await (await vault.open(id, key, { start, end })).toArray());
  if (length === 0) throw new NoRecording();
  const head = await part(0, Math.min(HEAD_BYTES, length) - 1);
  const tail = await part(Math.max(0, length - TAIL_BYTES), length - 1);
  const mediaType = mediaTypeOf(head, tail);
  if (!isRecording(mediaType)) throw new NoRecording();
  return mediaType;
}
