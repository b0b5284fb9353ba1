import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { ERRORS, MemoryLocker, Server } from '@tus/server';
import { Refused } from '#platform/errors.ts';
import type { Visit } from '#platform/http/context.ts';
import { transfer } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { openRecording } from '../../open-recording.ts';
import { recordingPolicy } from '../../recording.policy.ts';
import { recordingHref } from '../../recording.ts';
import { NoRecording } from './check-content.ts';
import { TusStore } from './tus-store.ts';
import { metadataShape, mostBytes } from './upload-rules.ts';
import { selectUpload } from './upload.queries.ts';
import { checksumAlgorithms, ChecksumMismatch, readChecksum } from './write-chunk.ts';

/** Of one upload one request writes at a time. A second one ends the first, which may hang on a line that is gone. */
const locker = new MemoryLocker();
/** So long the first may go on, in milliseconds. */
const letGoAfter = 1000;

/** Begins an upload by tus 1.0 (https://tus.io): what is sent, and how large it is, is said before the first byte. */
export const beginSending = transfer('/recordings/:recording/upload', {
  purpose: 'learning',
  access: recordingPolicy,
  methods: ['POST'],
  run: tus,
});

/** Goes on with it (PATCH), asks how far it came (HEAD), ends it (DELETE). */
export const goOnSending = transfer('/recordings/:recording/upload/:upload', {
  purpose: 'learning',
  access: recordingPolicy,
  methods: ['HEAD', 'PATCH', 'DELETE'],
  run: tus,
});

async function tus(visit: Visit, request: Request): Promise<Response> {
  const opened = await openRecording(visit, 'decide');
  const checksum = readChecksum(request.headers.get('upload-checksum'));
  if (checksum === undefined) return new Response('The checksum could not be read.', { status: 400 });
  const store = new TusStore(visit, opened, { checksum, said: saidBy(request) });
  const server = new Server({
    path: recordingHref(opened.recording, 'upload'),
    datastore: store,
    locker,
    lockDrainTimeout: letGoAfter,
    maxSize: mostBytes,
    allowedOrigins: [],
    // The store gives the id, once it has asked whether anything may be sent.
    namingFunction: () => randomUUID(),
    generateUrl: (_request, { id }) => recordingHref(opened.recording, `upload/${id}`),
    getFileIdFromRequest: () => visit.params.upload,
    onUploadFinish: async (_request, { id }) => {
      await store.finish(id);
      return {};
    },
    onResponseError: (_request, error) => answerOf(error),
  });
  const id = visit.params.upload;
  if (request.method === 'HEAD' && id && (await isWhole(store, id))) {
    const refused = await store.finish(id).then(() => undefined, answerOf);
    if (refused) return new Response(null, { status: refused.status_code });
  }
  const response = await server.handleWeb(request);
  response.headers.set('Tus-Checksum-Algorithm', checksumAlgorithms.join(','));
  const made = id ?? response.headers.get('location')?.split('/').at(-1);
  const upload =
    made && response.ok && (await selectUpload(visit.db, visit.organisationId, opened.recording.id, made));
  if (upload && !upload.finishedAt) response.headers.set('Upload-Expires', upload.expiresAt.toUTCString());
  return response;
}

/** What tus itself answers for an upload that is not there is left to it. */
const isWhole = (store: TusStore, id: string): Promise<boolean> =>
  store.isWhole(id).catch((error: unknown) => {
    if (error instanceof Error) throw error;
    return false;
  });

/** What the metadata say of the film and the file, of an upload that begins. */
function saidBy({ method, headers }: Request): z.output<typeof metadataShape> {
  if (method !== 'POST') return metadataShape.parse({ prepared: {} });
  const pairs = (headers.get('upload-metadata') ?? '').split(',').map((each) => each.trim().split(' '));
  const of = (name: string): string | undefined => {
    const value = pairs.find(([key]) => key === name)?.[1];
    return value && Buffer.from(value, 'base64').toString();
  };
  const read = metadataShape.safeParse({ prepared: jsonOf(of('prepared') ?? '{}'), begins: of('begins') });
  if (!read.success) throw new Refused(t('What was done to the film before sending could not be read.'));
  return read.data;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

type Answer = { status_code: number; body: string };

/** Errors of ours in a status and a sentence; those of the platform are answered by it, and tus answers its own. */
function answerOf(error: Error | Answer): Answer | undefined {
  if (error instanceof ChecksumMismatch) return { status_code: 460, body: error.message };
  if (error instanceof NoRecording) return { status_code: 415, body: error.message };
  if ((error as NodeJS.ErrnoException).code === 'ENOSPC')
    return {
      status_code: 507,
      body: t(
        'There is no room left at the school for this. What has arrived is safe. Tell whoever runs Staffroom.',
      ),
    };
  if (error instanceof Error && !('status_code' in error)) throw error;
  return said(error as Answer);
}

/** What a person can be shown of those answers of tus that they can do something about. */
function said({ status_code, body }: Answer): Answer | undefined {
  if (body === ERRORS.ERR_MAX_SIZE_EXCEEDED.body)
    return { status_code, body: t('This is larger than 4 GB. Send a part of it, or a smaller version.') };
  if (status_code === ERRORS.FILE_NO_LONGER_EXISTS.status_code)
    return { status_code, body: t('What was begun here is not kept any more. Send it from the beginning.') };
  return undefined;
}
