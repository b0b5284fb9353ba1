import type { FastifyRequest } from 'fastify';
import { Refused } from '../errors.ts';
import type { Storage } from '../storage/storage.ts';
import type { StoredUpload } from './context.ts';

export type Fields = Record<string, string | string[]>;

/** A name that comes twice is a list. */
function add(fields: Fields, name: string, value: string): void {
  const before = Object.hasOwn(fields, name) ? fields[name] : undefined;
  fields[name] = before === undefined ? value : Array.isArray(before) ? [...before, value] : [before, value];
}

/**
 * The fields and files of a form. Files go into storage as they arrive; a file that nothing comes
 * to refer to is swept away later. `largest` in bytes; 0 takes no files.
 */
export async function readBody(
  request: FastifyRequest,
  storage: Storage,
  largest: number,
): Promise<{ fields: Fields; uploads: StoredUpload[] }> {
  const fields: Fields = Object.create(null) as Fields;
  const uploads: StoredUpload[] = [];
  if (!request.isMultipart()) {
    const body = request.body;
    if (typeof body === 'string')
      for (const [name, value] of new URLSearchParams(body)) add(fields, name, value);
    else if (body !== null && typeof body === 'object') Object.assign(fields, body);
    return { fields, uploads };
  }
  for await (const part of request.parts({
    limits: { fileSize: largest || 1, files: 10, fields: 1000, fieldSize: 1e6 },
  })) {
    if (part.type === 'field') {
      add(fields, part.fieldname, String(part.value));
    } else if (!part.filename) {
      part.file.resume();
    } else if (largest === 0) {
      part.file.resume();
      throw new Refused({ [part.fieldname]: 'This form takes no files.' });
    } else {
      const stored = await storage.put(part.file, { maxBytes: largest });
      if (part.file.truncated) throw new Refused({ [part.fieldname]: tooLarge(largest) });
      uploads.push({ field: part.fieldname, name: part.filename.slice(0, 200), ...stored });
    }
  }
  return { fields, uploads };
}

export const tooLarge = (largest: number): string =>
  `This file is too large: at most ${Math.round(largest / 1_048_576)} MB. A smaller picture will do as well.`;

/** The words of a form alone; its files are let go. */
export async function readWords(request: FastifyRequest): Promise<Fields> {
  const fields: Fields = Object.create(null) as Fields;
  if (!request.isMultipart()) {
    if (typeof request.body === 'string')
      for (const [name, value] of new URLSearchParams(request.body)) add(fields, name, value);
    return fields;
  }
  for await (const part of request.parts({ limits: { files: 10, fields: 1000, fieldSize: 1e6 } })) {
    if (part.type === 'field') add(fields, part.fieldname, String(part.value));
    else part.file.resume();
  }
  return fields;
}
