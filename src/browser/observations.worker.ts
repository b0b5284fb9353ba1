/**
 * Keeps one page without names (/observations/capture), with its script and stylesheet, so that recording can be
 * opened where there is no connection. It stands between the network and pages below /observations/ alone, and
 * answers only where the network does not.
 */
declare const ASSETS: Readonly<Record<string, readonly string[]>>;

const shell = '/observations/capture';
const needed = [
  'staffroom.css',
  'browser.js',
  'mark.svg',
  'which-parts.js',
  'observe-capture',
  'observe-lesson',
  'waiting-notes',
];
const files = [...new Set(needed.flatMap((name) => ASSETS[name] ?? []))];
/** Another version of any of them is another cache. */
const cacheName = `observations-${files.map((file) => file.split('.').at(-2)).join('-')}`;

/** Of what a worker is told, as much as is used here. */
interface Told extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Asked extends Told {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
const worker = self as unknown as EventTarget & {
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
};

worker.addEventListener('install', (event) => (event as Told).waitUntil(fill()));

/** Without cookies the page is drawn for nobody, so there is no name in it. */
async function fill(): Promise<void> {
  const cache = await caches.open(cacheName);
  await cache.addAll([shell, ...files].map((file) => new Request(file, { credentials: 'omit' })));
  await worker.skipWaiting();
}

worker.addEventListener('activate', (event) => (event as Told).waitUntil(begin()));

async function begin(): Promise<void> {
  for (const name of await caches.keys())
    if (name.startsWith('observations-') && name !== cacheName) await caches.delete(name);
  await worker.clients.claim();
}

worker.addEventListener('fetch', (event) => {
  const { request, respondWith } = event as Asked;
  const answer = (with_: Promise<Response>): void => respondWith.call(event, with_);
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  if (request.mode === 'navigate') {
    if (pathname === shell || /^\/observations\/[^/]+\/record\/?$/.test(pathname))
      answer(fetch(request).catch(() => kept(shell)));
  } else if (files.includes(pathname)) answer(kept(pathname).catch(() => fetch(request)));
});

async function kept(path: string): Promise<Response> {
  const found = await caches.match(path);
  if (!found) throw new TypeError('It is not kept here.');
  return found;
}
