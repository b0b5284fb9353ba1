/** The store of this device: keys, which the browser holds and gives nobody, and what is sealed under them. */

/** Whether this browser, at this address, can encrypt and store: WebCrypto needs an encrypted or local address. */
export const canEncrypt = (): boolean =>
  typeof indexedDB !== 'undefined' && typeof crypto !== 'undefined' && crypto.subtle !== undefined;

let opening: Promise<IDBDatabase> | null = null;

function database(): Promise<IDBDatabase> {
  opening ??= new Promise((resolve, reject) => {
    const request = indexedDB.open('staffroom', 1);
    request.addEventListener('upgradeneeded', () => {
      request.result.createObjectStore('keys');
      request.result.createObjectStore('kept', { keyPath: 'name' });
    });
    request.addEventListener('success', () => {
      // Phones close it behind a page that sleeps; and a later version of these pages must not wait for this one.
      request.result.addEventListener('close', closed);
      request.result.addEventListener('versionchange', () => {
        request.result.close();
        closed();
      });
      resolve(request.result);
    });
    request.addEventListener('error', () => {
      closed();
      reject(request.error ?? new Error('No storage'));
    });
  });
  return opening;
}

/** It is opened again when it is next asked. */
const closed = (): void => void (opening = null);

type Store = 'keys' | 'kept';

/** What is asked of it; undefined where storage is forbidden. */
export async function ask<T>(
  store: Store,
  question: (from: IDBObjectStore) => IDBRequest,
): Promise<T | undefined> {
  if (!canEncrypt()) return undefined;
  try {
    const request = question((await database()).transaction(store).objectStore(store));
    return await new Promise<T>((resolve, reject) => {
      request.addEventListener('success', () => resolve(request.result as T));
      request.addEventListener('error', () => reject(request.error ?? new Error('Not read')));
    });
  } catch {
    return undefined;
  }
}

/** What is changed in it, once it is written. Throws where that fails. */
export async function change(store: Store, work: (on: IDBObjectStore) => unknown): Promise<void> {
  const transaction = (await database()).transaction(store, 'readwrite');
  work(transaction.objectStore(store));
  await new Promise<void>((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve());
    for (const ends of ['error', 'abort'])
      transaction.addEventListener(ends, () => reject(transaction.error ?? new Error('Not written')));
  });
}
