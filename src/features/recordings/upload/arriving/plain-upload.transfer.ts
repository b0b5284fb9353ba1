import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { Busboy, type BusboyHeaders } from '@fastify/busboy';
import { NotAllowed, Refused } from '#platform/errors.ts';
import type { Visit } from '#platform/http/context.ts';
import { DRAWN_FOR, drawnElsewhere } from '#platform/http/drawn-for.ts';
import { transfer } from '#platform/http/route.ts';
import { TooLarge } from '#platform/vault/errors.ts';
import { type OpenedRecording, openRecording } from '../../open-recording.ts';
import { recordingPolicy } from '../../recording.policy.ts';
import { recordingHref } from '../../recording.ts';
import { newUpload, type OpenUpload, registerUpload } from './begin-upload.ts';
import { NoRecording } from './check-content.ts';
import { finishUpload } from './finish-upload.ts';
import { nameOfFile } from './tus-store.ts';
import { mostBytes } from './upload-rules.ts';

/** What the page of sending says after a plain form came to nothing: `?trouble=` in its address. */
export type PlainTrouble =
  | 'nothing'
  | 'no-recording'
  | 'too-large'
  | 'no-room'
  | 'elsewhere'
  | 'broke-off'
  | 'not-taken'
  | 'blur';

/**
 * A film or a sound from a plain form, for browsers without JavaScript: it goes straight into the vault as it is read,
 * whole or not at all. Whatever comes of it, the answer leads to a page.
 */
export const sendPlainly = transfer('/recordings/:recording/send/file', {
  purpose: 'learning',
  access: recordingPolicy,
  methods: ['POST'],
  async run(visit, request) {
    const opened = await openRecording(visit, 'decide');
    const trouble = await takeForm(visit, opened, request).then(() => null, troubleOf);
    const to = recordingHref(opened.recording, trouble ? `send?trouble=${trouble}` : '');
    return new Response(null, { status: 303, headers: { location: to } });
  },
});

/** Nothing else than the film is read of the form but for whom it was drawn. */
const limits = { files: 1, fields: 20, fieldSize: 10_000, headerPairs: 50 };

class Trouble extends Error {
  readonly word: PlainTrouble;
  constructor(word: PlainTrouble) {
    super(word);
    this.word = word;
  }
}

async function takeForm(visit: Visit, opened: OpenedRecording, request: Request): Promise<void> {
  // Asked before the first byte is kept: what would be refused need not be sent to its end.
  const open = await newUpload(visit, opened, { name: 'film', bytes: 0, prepared: {}, begins: '' });
  const sha256 = await sealForm(visit, open, request).catch(async (error: unknown) => {
    // The film may have been whole before the form came to nothing.
    await visit.services.vault.remove(open.upload.id);
    throw error;
  });
  await registerUpload(visit, open.upload);
  await finishUpload(visit, open, sha256);
}

/** The film lies in the vault once the whole form was read. Answers its SHA-256. */
async function sealForm(visit: Visit, open: OpenUpload, request: Request): Promise<string> {
  const type = request.headers.get('content-type') ?? '';
  if (!request.body || !/^multipart\/form-data/i.test(type)) throw new Trouble('nothing');
  if (!/boundary=/i.test(type)) throw new Trouble('broke-off');
  const form = new Busboy({ headers: { 'content-type': type } as BusboyHeaders, limits });
  let elsewhere = false;
  let file: Readable | undefined;
  let taken: Promise<string> | undefined;
  form.on('field', (name, value) => {
    if (name === DRAWN_FOR) elsewhere = drawnElsewhere(value, visit.who) !== null;
  });
  form.on('file', (_field, stream, fileName) => {
    if (taken || elsewhere || !fileName) return void stream.resume();
    file = stream;
    taken = seal(visit, open, fileName, stream);
    // Heard below, when the form has been read to its end: a browser reads no answer before.
    taken.catch(() => stream.resume());
  });
  const body = Readable.fromWeb(request.body as ReadableStream<Uint8Array>);
  try {
    await pipeline(body, form).catch(() => {
      throw new Trouble('broke-off');
    });
    if (elsewhere) throw new Trouble('elsewhere');
    if (!taken) throw new Trouble('nothing');
    return await taken;
  } catch (error) {
    file?.destroy(error as Error);
    await taken?.catch(() => {});
    throw error;
  }
}

async function seal(
  visit: Visit,
  { upload, key }: OpenUpload,
  fileName: string,
  stream: Readable,
): Promise<string> {
  // Where it cannot be kept the rest is still read: a form whose film was closed would never come to its end.
  const content = stream.iterator({ destroyOnReturn: false }) as AsyncIterableIterator<Uint8Array>;
  const sealed = await visit.services.vault.seal(upload.id, key, content, { maxBytes: mostBytes });
  upload.name = nameOfFile(fileName);
  upload.bytes = sealed.bytes;
  return sealed.sha256;
}

/** In a word what went wrong; what nobody expected is passed on. */
function troubleOf(error: unknown): PlainTrouble {
  if (error instanceof Trouble) return error.word;
  if (error instanceof NoRecording) return 'no-recording';
  if (error instanceof TooLarge) return 'too-large';
  if (error instanceof NotAllowed) return 'blur';
  if (error instanceof Refused) return 'not-taken';
  if ((error as NodeJS.ErrnoException).code === 'ENOSPC') return 'no-room';
  throw error;
}
