import type { Page } from 'playwright-core';

/** What lies on a device: its name, and all of it as text, ciphertext and all. */
export interface KeptOnDevice {
  name: string;
  text: string;
}

/** Everything that this page's browser keeps of what was written: encrypted things, keys, local storage, caches. */
export const keptOn = (page: Page): Promise<KeptOnDevice[]> =>
  page.evaluate(async () => {
    const found: { name: string; text: string }[] = [];
    const asText = (value: unknown): string =>
      value instanceof ArrayBuffer || ArrayBuffer.isView(value)
        ? new TextDecoder('latin1').decode(value)
        : typeof value === 'object' && value !== null
          ? Object.entries(value)
              .map(([name, part]) => `${name} ${asText(part)}`)
              .join(' ')
          : String(value);
    for (const [name, value] of Object.entries(localStorage))
      found.push({ name: `local:${name}`, text: value });
    for (const { name = '' } of await indexedDB.databases()) {
      const opened = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name);
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(request.error!));
      });
      for (const store of opened.objectStoreNames) {
        const on = opened.transaction(store).objectStore(store);
        const all = async <T>(request: IDBRequest<T>): Promise<T> =>
          new Promise((resolve) => request.addEventListener('success', () => resolve(request.result)));
        const [keys, values] = [await all(on.getAllKeys()), await all(on.getAll())];
        keys.forEach((key, n) =>
          found.push({
            name: store === 'kept' ? String(key) : `${store}:${String(key)}`,
            text: asText(values[n]),
          }),
        );
      }
      opened.close();
    }
    for (const cache of await caches.keys())
      for (const request of await (await caches.open(cache)).keys()) {
        const answer = await (await caches.open(cache)).match(request);
        found.push({ name: `cache:${request.url}`, text: (await answer?.text()) ?? '' });
      }
    return found;
  });
