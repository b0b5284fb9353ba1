import { BufferTarget, StreamTarget } from 'mediabunny';
import type { Prepared } from './edits.ts';

/**
 * Films that were made here and not sent yet, in the browser's own folder (the origin private file system), where a
 * closed tab leaves them. Beside each lies a note whose it is: nobody else on the same device is offered it.
 */
export interface MadeFilm {
  file: File;
  /** As the chosen file was called, with the ending of what was made. */
  name: string;
  durationMs: number;
  kind: 'video' | 'audio';
  prepared: Prepared;
  /** Its name in the browser's own folder; null where it lies in memory alone. */
  opfsName: string | null;
}

/** What was made before, with when, in milliseconds since 1970. */
export type LeftOver = MadeFilm & { at: number };

type Note = Omit<LeftOver, 'file' | 'opfsName'> & { type: string; owner: string };

const prefix = 'prepared-';
const noteEnding = '.json';

/** After so long nobody knows any more what they had meant to send. */
const keptFor = 14 * 24 * 60 * 60 * 1000;

const owner = (): string => {
  const { who = '', organisation = '' } = document.documentElement.dataset;
  return `${who}:${organisation}`;
};

/** Where a film is written to while it is made. */
export interface Room {
  target: StreamTarget | BufferTarget;
  opfsName: string | null;
  /** What was written, once it is whole. */
  taken(type: string): Promise<Blob>;
}

/** Safari before 26 can write to its folder from a worker only, and private windows not at all: then in memory. */
export async function makeRoom(ending: string): Promise<Room> {
  try {
    const folder = await navigator.storage.getDirectory();
    const opfsName = `${prefix}${crypto.randomUUID()}${ending}`;
    const handle = await folder.getFileHandle(opfsName, { create: true });
    const target = new StreamTarget(await handle.createWritable(), { chunked: true, chunkSize: 2 ** 22 });
    return { target, opfsName, taken: () => handle.getFile() };
  } catch {
    const target = new BufferTarget();
    return { target, opfsName: null, taken: async (type) => new Blob([target.buffer!], { type }) };
  }
}

/** Writes down whose film it is and what was done to it, so that it is found again. */
export async function noteMade({ file, opfsName, ...rest }: MadeFilm): Promise<void> {
  if (opfsName === null) return;
  const note: Note = { ...rest, at: Date.now(), type: file.type, owner: owner() };
  const folder = await navigator.storage.getDirectory();
  const handle = await folder.getFileHandle(opfsName + noteEnding, { create: true });
  const writable = await handle.createWritable();
  await writable.write(JSON.stringify(note));
  await writable.close();
}

/** The newest film of this person in this organisation that was made and not sent. Old ones go. */
export async function leftOver(): Promise<LeftOver | null> {
  let newest: LeftOver | null = null;
  for (const [name, note] of await notes()) {
    if (note.at < Date.now() - keptFor) await forgetMade(name);
    else if (note.owner === owner() && note.at > (newest?.at ?? 0)) newest = await read(name, note);
  }
  return newest;
}

export async function forgetMade(opfsName: string | null): Promise<void> {
  if (opfsName === null) return;
  const folder = await navigator.storage.getDirectory();
  for (const name of [opfsName, opfsName + noteEnding])
    await folder.removeEntry(name).catch(() => {
      // It has gone already, or is being read for the last time: then it goes when it is old.
    });
}

async function read(
  opfsName: string,
  { at, name, durationMs, kind, prepared, type }: Note,
): Promise<LeftOver | null> {
  try {
    const folder = await navigator.storage.getDirectory();
    const lying = await (await folder.getFileHandle(opfsName)).getFile();
    return { at, name, durationMs, kind, prepared, opfsName, file: named(lying, name, type) };
  } catch {
    return null;
  }
}

/** The same bytes, not read, under a name and a type. */
export const named = (bytes: Blob, name: string, type: string): File =>
  new File([bytes], name, { type, ...(bytes instanceof File && { lastModified: bytes.lastModified }) });

async function notes(): Promise<[string, Note][]> {
  const found: [string, Note][] = [];
  try {
    const folder = await navigator.storage.getDirectory();
    for await (const [name, handle] of folder.entries()) {
      if (!name.startsWith(prefix) || !(handle instanceof FileSystemFileHandle)) continue;
      const file = await handle.getFile();
      if (name.endsWith(noteEnding))
        found.push([name.slice(0, -noteEnding.length), JSON.parse(await file.text()) as Note]);
      // What was never finished has no note, and nobody is offered it.
      else if (file.lastModified < Date.now() - keptFor) await forgetMade(name);
    }
  } catch {
    // This browser has no such folder, so nothing lies in it.
  }
  return found;
}
