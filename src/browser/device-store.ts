import { ask, canEncrypt, change } from './device-database.ts';

/**
 * What waits on this device, encrypted at rest: AES-GCM under a key of each person, which the browser holds and gives
 * nobody (docs/decisions/0069). Beside the ciphertext stand only ids and the moment. Where encryption or storage is
 * missing, or the device is shared, nothing is kept and `canKeep` says so.
 */

/** Whose it is, and the organisation it was written in. */
export interface Owner {
  who: string;
  organisation: string;
}

const { who = '', organisation = '' } = document.documentElement.dataset;
let owner: Owner = { who, organisation };

/** Whom this page speaks for: whoever is signed in, or whose visit was opened without a connection. */
export const me = (): Owner => owner;
export const speakFor = (somebody: Owner): void => void (owner = somebody);

/** What is kept: notes that wait, words in forms, visits that can be opened without a connection. */
export type Sort = 'note' | 'typing' | 'visit';

/** After so long nobody knows any more what they had meant to send. */
const keptFor = 14 * 24 * 60 * 60 * 1000;

const sharedName = 'shared-device';
/** Says, without a word of what, that something of this person is kept, so that every page looks after it. */
const markerOf = (person: string): string => `waits:${person}`;

interface Kept {
  name: string;
  at: number;
  iv: Uint8Array<ArrayBuffer>;
  sealed: ArrayBuffer;
}

/** Whether whoever uses this device has said that others do as well. */
export function isShared(): boolean {
  try {
    return localStorage.getItem(sharedName) !== null;
  } catch {
    return false;
  }
}

/** Remembers it for everybody who uses this device. */
export function setShared(shared: boolean): void {
  try {
    if (shared) localStorage.setItem(sharedName, 'yes');
    else localStorage.removeItem(sharedName);
  } catch {
    // Where storage is forbidden nothing is kept anyway.
  }
}

export const canKeep = (): boolean => canEncrypt() && !isShared();

const nameOf = (sort: Sort, id: string, { who: person, organisation: school }: Owner = owner): string =>
  `${sort}:${person}:${school}:${id}`;

/** Keeps something under this sort and id. Says whether the device keeps it. */
export async function keep(
  sort: Sort,
  id: string,
  value: unknown,
  at = Date.now(),
  of: Owner = owner,
): Promise<boolean> {
  if (!canKeep() || of.who === '') return false;
  const name = nameOf(sort, id, of);
  try {
    const key = await keyOf(of.who);
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const plain = new TextEncoder().encode(JSON.stringify(value));
    const sealed = await crypto.subtle.encrypt(
      { name: 'AES-GCM', iv, additionalData: bytes(name) },
      key,
      plain,
    );
    const row: Kept = { name, at, iv, sealed };
    await change('kept', (kept) => kept.put(row));
    localStorage.setItem(markerOf(of.who), '');
    return true;
  } catch {
    // Storage is full or forbidden.
    return false;
  }
}

/** One thing that is kept; null where it is not, or cannot be read. */
export async function read<T>(sort: Sort, id: string, of: Owner = owner): Promise<T | null> {
  const row = await ask<Kept | undefined>('kept', (kept) => kept.get(nameOf(sort, id, of)));
  return row ? open<T>(row) : null;
}

/** All that is kept of this sort, of this person in this organisation, or in any (`everywhere`). */
export async function readAll<T>(sort: Sort, everywhere = false): Promise<T[]> {
  const begins = everywhere ? `${sort}:${owner.who}:` : nameOf(sort, '');
  return owner.who === '' ? [] : allFrom<T>(begins);
}

/** The same of whoever it is: for the page that is opened without anybody signed in. */
export const readOfAnybody = <T>(sort: Sort): Promise<T[]> => allFrom<T>(`${sort}:`);

async function allFrom<T>(begins: string): Promise<T[]> {
  const names = (await allNames()).filter((name) => name.startsWith(begins));
  const rows = await Promise.all(
    names.toSorted().map((name) => ask<Kept | undefined>('kept', (kept) => kept.get(name))),
  );
  const opened = await Promise.all(rows.map((row) => (row ? open<T>(row) : null)));
  return opened.filter((value) => value !== null);
}

export const remove = (sort: Sort, id: string): Promise<void> => removeNames([nameOf(sort, id)]);

/** Takes everything of this person off this device, their key too. */
export async function forgetMe(): Promise<void> {
  const names = await allNames();
  await removeNames(names.filter((name) => name.split(':')[1] === owner.who));
  await change('keys', (keys) => keys.delete(owner.who)).catch(() => undefined);
}

/** Takes visits of others off it: only who signed in last can open theirs without a connection. */
export async function forgetVisitsOfOthers(): Promise<void> {
  const names = await allNames();
  await removeNames(names.filter((name) => name.startsWith('visit:') && name.split(':')[1] !== owner.who));
}

/** Of everybody who uses this device: what is too old. */
export async function forgetOld(): Promise<void> {
  const names = await allNames();
  const rows = await Promise.all(
    names.map((name) => ask<Kept | undefined>('kept', (kept) => kept.get(name))),
  );
  await removeNames(rows.flatMap((row) => (row && Date.now() - row.at > keptFor ? row.name : [])));
}

async function removeNames(names: readonly string[]): Promise<void> {
  try {
    if (names.length > 0)
      await change('kept', (kept) => {
        for (const name of names) kept.delete(name);
      });
    const left = new Set((await allNames()).map((name) => markerOf(name.split(':')[1]!)));
    for (const marker of Object.keys(localStorage))
      if (marker.startsWith('waits:') && !left.has(marker)) localStorage.removeItem(marker);
  } catch {
    // Where storage is forbidden nothing was kept.
  }
}

const allNames = async (): Promise<string[]> =>
  ((await ask<IDBValidKey[]>('kept', (kept) => kept.getAllKeys())) ?? []).map(String);

/** What cannot be opened was sealed under a key that is gone. */
async function open<T>({ name, iv, sealed }: Kept): Promise<T | null> {
  try {
    const key = await ask<CryptoKey | undefined>('keys', (keys) => keys.get(name.split(':')[1]!));
    if (!key) return null;
    const plain = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv, additionalData: bytes(name) },
      key,
      sealed,
    );
    return JSON.parse(new TextDecoder().decode(plain)) as T;
  } catch {
    return null;
  }
}

const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

/** The key of a person on this device, made when it is first needed. It can be used here and never read out. Throws where it cannot be kept. */
async function keyOf(person: string): Promise<CryptoKey> {
  const found = await ask<CryptoKey | undefined>('keys', (keys) => keys.get(person));
  if (found) return found;
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  // Of two tabs that make one at once the first counts.
  await change('keys', (keys) => keys.add(made, person)).catch(() => undefined);
  const kept = await ask<CryptoKey | undefined>('keys', (keys) => keys.get(person));
  // What is sealed under a key that is not kept could never be opened again.
  if (!kept) throw new Error('The key is not kept.');
  return kept;
}
