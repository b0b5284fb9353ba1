import type { Readable } from 'node:stream';
import { DataStore, ERRORS, Upload as TusUpload } from '@tus/server';
import type { Visit } from '#platform/http/context.ts';
import { isId } from '#platform/db/ids.ts';
import type { Recording } from '../../recording.ts';
import type { OpenedRecording } from '../../open-recording.ts';
import { beginUpload, keyOf, type OpenUpload } from './begin-upload.ts';
import { recordingType, showsItself, NoRecording } from './check-content.ts';
import { discardUpload } from './discard-upload.ts';
import { finishUpload } from './finish-upload.ts';
import { selectUpload, type Upload } from './upload.queries.ts';
import { settleUploads } from './uploads-running-out.ts';
import { type Checksum, writeChunk } from './write-chunk.ts';

/** A file's name as it is said again to its sender; nothing is made of it. */
export const nameOfFile = (name: string | null | undefined): string =>
  [...(name ?? '')]
    .filter((letter) => letter >= ' ' && letter !== '\u007f')
    .join('')
    .trim()
    .slice(0, 200) || 'film';

/**
 * Where tus keeps what arrives for one recording: rows of `recording_upload`, and sealed files in the vault. One is
 * made for each request, with whoever asks, the recording they opened, and what the request says of its chunk.
 */
export class TusStore extends DataStore {
  readonly #visit: Visit;
  readonly #opened: Pick<OpenedRecording, 'item' | 'recording'>;
  readonly #checksum: Checksum | null;
  readonly #said: Pick<Upload, 'prepared' | 'begins'>;

  constructor(
    visit: Visit,
    opened: Pick<OpenedRecording, 'item' | 'recording'>,
    asked: { checksum: Checksum | null; said: Pick<Upload, 'prepared' | 'begins'> },
  ) {
    super();
    this.extensions = ['creation', 'termination', 'expiration', 'checksum'];
    this.#visit = visit;
    this.#opened = opened;
    this.#checksum = asked.checksum;
    this.#said = asked.said;
  }

  get #recording(): Recording {
    return this.#opened.recording;
  }

  override async create(asked: TusUpload): Promise<TusUpload> {
    const { upload } = await beginUpload(this.#visit, this.#opened, {
      name: nameOfFile(asked.metadata?.['name']),
      bytes: asked.size!,
      ...this.#said,
    });
    asked.id = upload.id;
    return asked;
  }

  override async getUpload(id: string): Promise<TusUpload> {
    const { upload, key } = await this.open(id);
    const offset = upload.finishedAt ? upload.bytes : await this.#visit.services.vault.length(id, key);
    if (offset === null) throw ERRORS.FILE_NO_LONGER_EXISTS;
    const metadata = { name: upload.name };
    return new TusUpload({
      id,
      size: upload.bytes,
      offset,
      metadata,
      creation_date: upload.createdAt.toISOString(),
    });
  }

  /** A film shows itself by its first bytes: what is none is refused before the rest of it comes. */
  override async write(stream: Readable, id: string, offset: number): Promise<number> {
    const { upload, key } = await this.open(id);
    if (upload.finishedAt) throw ERRORS.INVALID_OFFSET;
    const { services, now } = this.#visit;
    const { vault } = services;
    const into = { vault, id, key, offset, whole: upload.bytes };
    const length = await writeChunk(into, stream, this.#checksum);
    if (!showsItself(offset, upload.bytes) && showsItself(length, upload.bytes))
      await recordingType(vault, id, key, length).catch(async (error: unknown) => {
        if (error instanceof NoRecording) await discardUpload(services, upload, now);
        throw error;
      });
    return length;
  }

  override async remove(id: string): Promise<void> {
    const { upload } = await this.open(id);
    if (upload.finishedAt) throw ERRORS.INVALID_TERMINATION;
    const { services, now } = this.#visit;
    await discardUpload(services, upload, now);
    await settleUploads(services, upload);
  }

  /** Puts in place what is whole. It may have become so just before the line was cut, or the server stopped. */
  async finish(id: string): Promise<void> {
    await finishUpload(this.#visit, await this.open(id));
  }

  async isWhole(id: string): Promise<boolean> {
    const { size, offset } = await this.getUpload(id);
    return size === offset;
  }

  /** Throws what tus says of an upload that is not there (404), or not any more (410). */
  async open(id: string): Promise<OpenUpload> {
    const { ownerId, id: recordingId } = this.#recording;
    const upload = isId(id) ? await selectUpload(this.#visit.db, ownerId, recordingId, id) : undefined;
    if (!upload) throw ERRORS.FILE_NOT_FOUND;
    if (upload.endedAt || (!upload.finishedAt && upload.expiresAt <= this.#visit.now))
      throw ERRORS.FILE_NO_LONGER_EXISTS;
    return { upload, key: await keyOf(this.#visit, ownerId, recordingId) };
  }
}
