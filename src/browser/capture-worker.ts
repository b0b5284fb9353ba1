/**
 * The worker that keeps one page without names, so that recording can be opened where there is no connection
 * (observations.worker.ts). It answers for pages of observations and for no others.
 */
const scope = '/observations/';
const begins = 'observations-';

/** Where the browser has none, as at an address without encryption, the page has to be left open. */
export async function openWorker(): Promise<boolean> {
  if (!('serviceWorker' in navigator)) return false;
  try {
    await navigator.serviceWorker.register(`${scope}worker.js`, { scope });
    return true;
  } catch {
    return false;
  }
}

/** Takes the worker off this device, and the page it kept. */
export async function closeWorker(): Promise<void> {
  try {
    await (await navigator.serviceWorker?.getRegistration(scope))?.unregister();
    for (const name of await caches.keys()) if (name.startsWith(begins)) await caches.delete(name);
  } catch {
    // Where there are no workers there is none to take away.
  }
}
