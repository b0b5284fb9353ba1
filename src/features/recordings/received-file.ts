import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { Refused } from '#platform/errors.ts';
import type { Change, StoredUpload } from '#platform/http/context.ts';
import { HELD_FIELD } from '#platform/http/held-field.ts';
import { holdUploads } from '#platform/http/held-uploads.ts';
import { t } from '#platform/i18n/i18n.ts';
import { decodeText } from '#features/imports/index.ts';

/** A file that was chosen, or words that were typed, with its text. */
export interface Received {
  upload: StoredUpload;
  text: string;
}

/**
 * What came to be looked at: the file, or else the words that were typed, which are kept as one. Throws `Refused` beside
 * the field `file` where there is neither (`none` says so), or more than one.
 */
export async function receive(
  { services, uploads }: Change,
  { typed = '', maxBytes, none }: { typed?: string; maxBytes: number; none: string },
): Promise<Received> {
  const [file, another] = uploads;
  if (another) throw new Refused({ file: t('Choose one file.') });
  if (file) return { upload: file, text: await textOf(services, file) };
  if (typed.trim() === '') throw new Refused({ file: none });
  const stored = await services.storage.put(Readable.from([Buffer.from(typed)]), { maxBytes });
  return { upload: { field: 'file', name: 'typed.txt', ...stored }, text: typed };
}

/** What was looked at, when it is confirmed. Throws `Refused` where it is no longer kept. */
export async function receivedAgain({ services, uploads }: Change): Promise<string> {
  const [file] = uploads;
  if (!file) throw new Refused({ '': t('What you looked at is no longer kept. Choose it again.') });
  return textOf(services, file);
}

const textOf = async ({ storage }: Change['services'], { sha256 }: StoredUpload): Promise<string> =>
  decodeText(await buffer(await storage.open(sha256))).text;

/** It waits, for a day at the most, for the form at `action` to confirm it; the fields that this form sends along. */
export async function waitFor(
  action: string,
  { upload }: Received,
  { tx, who, now }: Change,
): Promise<Record<string, string>> {
  const [value = ''] = await holdUploads(tx, who, action, [upload], now);
  return { [HELD_FIELD]: value };
}
