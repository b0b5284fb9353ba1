import type { Multipart, MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { Refused } from '../errors.ts';
import { t } from '../i18n/i18n.ts';
import { onlyNamedPicture } from '../storage/media-type.ts';
import type { Storage } from '../storage/storage.ts';
import type { StoredUpload } from './context.ts';
import { withoutNul } from './without-nul.ts';

export type Fields = Record<string, string | string[]>;

/** What somebody sent, for the page that gives it back: words, and the names of files, which it cannot give. */
export interface Given {
  fields: Fields;
  files: readonly string[];
}

/** A name that comes twice is a list. */
function add(fields: Fields, sentName: string, sent: string): void {
  const [name, value] = [withoutNul(sentName), withoutNul(sent)];
  const before = Object.hasOwn(fields, name) ? fields[name] : undefined;
  fields[name] = before === undefined ? value : Array.isArray(before) ? [...before, value] : [before, value];
}

/** A form without files, as server.ts hands it on: its text, or undefined where nothing was sent. */
function addForm(fields: Fields, body: unknown): void {
  if (typeof body === 'string')
    for (const [name, value] of new URLSearchParams(body)) add(fields, name, value);
}

/** The most files that one sending may bring. */
const MOST_FILES = 10;

export interface Sent {
  fields: Fields;
  uploads: StoredUpload[];
  /** What was wrong with files that were not taken, by the field they came in. */
  errors: Record<string, string>;
}

/**
 * The fields and files of a form. Files go into storage as they arrive; a file that nothing comes
 * to refer to is swept away later. A file that cannot be taken spoils neither the words nor the other
 * files: it is named in `errors`. `largest` in bytes; 0 takes no files.
 */
export async function readBody(request: FastifyRequest, storage: Storage, largest: number): Promise<Sent> {
  const sent: Sent = { fields: Object.create(null) as Fields, uploads: [], errors: {} };
  const { fields, uploads } = sent;
  if (!request.isMultipart()) {
    addForm(fields, request.body);
    return sent;
  }
  for await (const part of partsOf(request, largest)) {
    if (part.type === 'field') {
      add(fields, part.fieldname, String(part.value));
    } else if (!part.filename) {
      part.file.resume();
    } else {
      const taken =
        uploads.length < MOST_FILES
          ? await takeFile(part, storage, largest)
          : (part.file.resume(), t('At most {n} files at a time.', { n: MOST_FILES }));
      if (typeof taken !== 'string') uploads.push(taken);
      else addError(sent, part.fieldname, taken);
    }
  }
  return sent;
}

/** What a form is made of, as it comes. One that breaks off, or that cannot be read, is refused in words. */
async function* partsOf(request: FastifyRequest, largest: number): AsyncGenerator<Multipart> {
  try {
    yield* request.parts({ limits: { fileSize: largest || 1, files: 100, fields: 1000, fieldSize: 1e6 } });
  } catch (error) {
    throw refusalOf(error);
  }
}

/** The reader of forms has no other mark for what is the sender's: "Multipart: Boundary not found", and two that end so. */
const BROKEN = /^Multipart: |unexpected end of multipart data$/i;

const refusalOf = (error: unknown): unknown =>
  error instanceof Error && BROKEN.test(error.message)
    ? new Refused(t('What you sent did not arrive whole, so nothing was changed. Send it again.'))
    : error;

function addError({ errors }: Sent, field: string, says: string): void {
  errors[field] = [errors[field], says].filter(Boolean).join(' ');
}

/** Leaves out what is too much together with so many files that wait from before, and names it in `errors`. */
export function leaveOutBeyondMost(sent: Sent, waiting: number): void {
  for (const { field, name } of sent.uploads.splice(Math.max(0, MOST_FILES - waiting)))
    addError(
      sent,
      field,
      t('“{name}” is one too many: at most {n} files at a time.', { name, n: MOST_FILES }),
    );
}

/** A file into storage, or a sentence that names it and says why not. */
async function takeFile(
  part: MultipartFile,
  storage: Storage,
  largest: number,
): Promise<StoredUpload | string> {
  const name = fileName(part.filename);
  if (largest === 0) {
    part.file.resume();
    return t('This form takes no files.');
  }
  try {
    const stored = await storage.put(part.file, { maxBytes: largest });
    if (part.file.truncated) return tooLarge(name, largest);
    if (onlyNamedPicture(name, stored.mediaType))
      return t('“{name}” is named like a picture, but what is in it is not one. Choose the picture itself.', {
        name,
      });
    return { field: part.fieldname, name, ...stored };
  } catch (error) {
    if (!(error instanceof Refused)) throw refusalOf(error);
    return part.file.truncated ? tooLarge(name, largest) : `“${name}”: ${error.message}`;
  }
}

/** Browsers send the marks that would end a name in this form (HTML standard, multipart/form-data). */
const fileName = (sent: string): string =>
  withoutNul(sent)
    .replace(/%22/g, '"')
    .replace(/%0[AD]/g, ' ')
    .slice(0, 200);

const tooLarge = (name: string, largest: number): string =>
  t('“{name}” is too large: at most {n} MB. A smaller picture will do as well.', {
    name,
    n: Math.round(largest / 1_048_576),
  });

/** The words of a form and the names of its files, which are let go. */
export async function readWords(request: FastifyRequest): Promise<Given> {
  const fields: Fields = Object.create(null) as Fields;
  const files: string[] = [];
  if (!request.isMultipart()) {
    addForm(fields, request.body);
    return { fields, files };
  }
  for await (const part of request.parts({ limits: { files: 100, fields: 1000, fieldSize: 1e6 } })) {
    if (part.type === 'field') {
      add(fields, part.fieldname, String(part.value));
    } else {
      part.file.resume();
      if (part.filename) files.push(fileName(part.filename));
    }
  }
  return { fields, files };
}
