import { PassThrough, type Readable } from 'node:stream';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { NotFound } from '#platform/errors.ts';
import type { Storage } from '#platform/storage/storage.ts';
import { filesOf, type TakeAwayDocument } from './take-away-document.ts';

/** Characters a reader must have taken before more is packed, so that a slow line fills no memory. */
const ahead = 1_048_576;

/**
 * Packs an archive while it is being sent: the page, the data and the files, one after another.
 * A file that is no longer kept is left out and named in missing.txt.
 */
export function packArchive(document: TakeAwayDocument, page: string, storage: Storage): Readable {
  const out = new PassThrough({ highWaterMark: ahead });
  const zip = new Zip((error, chunk, final) => {
    if (error) return void out.destroy(error);
    out.write(chunk);
    if (final) out.end();
  });
  pack(zip, out, document, page, storage).catch((error: unknown) =>
    out.destroy(error instanceof Error ? error : new Error(String(error))),
  );
  return out;
}

async function pack(
  zip: Zip,
  out: PassThrough,
  document: TakeAwayDocument,
  page: string,
  storage: Storage,
): Promise<void> {
  addText(zip, 'index.html', page);
  addText(zip, 'data.json', JSON.stringify(document, null, 2));
  const missing: string[] = [];
  for (const { path, sha256 } of filesOf(document)) {
    if (out.destroyed) return;
    const content = await storage.open(sha256).catch((error: unknown) => {
      if (error instanceof NotFound) return undefined;
      throw error;
    });
    if (content) await addFile(zip, out, path, content);
    else missing.push(path);
  }
  if (missing.length > 0) addText(zip, 'missing.txt', `${missing.join('\n')}\n`);
  zip.end();
}

function addText(zip: Zip, name: string, text: string): void {
  const entry = new ZipDeflate(name, { level: 6 });
  zip.add(entry);
  entry.push(new TextEncoder().encode(text), true);
}

/** Photos and documents are packed already, so files go in as they are. */
async function addFile(zip: Zip, out: PassThrough, name: string, content: Readable): Promise<void> {
  const entry = new ZipPassThrough(name);
  zip.add(entry);
  for await (const chunk of content) {
    if (out.destroyed) return;
    entry.push(chunk as Uint8Array);
    if (out.writableNeedDrain) await drained(out);
  }
  entry.push(new Uint8Array(), true);
}

const drained = (out: PassThrough): Promise<void> =>
  new Promise((resolve) => {
    out.once('drain', resolve);
    out.once('close', resolve);
  });
