import { writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before } from 'node:test';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { openChromium } from '#test/chromium.ts';
import { securityHeaders } from '#platform/http/headers.ts';
import { type Asset, buildAssets } from '#ui/assets.ts';
import { layout } from '#ui/layout.ts';
import { prepareRecording } from './prepare.view.ts';
import { pathFor } from './prepared-films.test-helper.ts';

/** A page with nothing on it but the preparing of a film, served by itself under the site's own headers. */
let browser: Browser;
let assets: ReadonlyMap<string, Asset>;
let address = '';
/** Every request but those for assets, and how many bytes it carried. */
export const requests: { method: string; url: string; bytes: number }[] = [];

const server = createServer((request, response) => void answer(request, response));

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  let bytes = 0;
  for await (const piece of request) bytes += (piece as Buffer).length;
  const asset = [...assets.values()].find(({ path }) => path === request.url);
  if (asset) return void response.setHeader('content-type', asset.type).end(asset.body);
  requests.push({ method: request.method!, url: request.url!, bytes });
  for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
  const { searchParams: asked } = new URL(request.url!, 'http://x');
  response.setHeader('content-type', 'text/html; charset=utf-8').end(drawn(asked));
}

before(async () => {
  assets = await buildAssets();
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  browser = await openChromium();
});

after(async () => {
  await browser?.close();
  server.close();
  server.closeAllConnections();
});

const drawn = (asked: URLSearchParams): string =>
  String(
    layout(
      {
        title: 'A recording',
        audience: { icon: 'private', words: 'Only you', why: 'It is a test.' },
        body: prepareRecording({ withoutConsent: asked.getAll('without') }),
      },
      {
        locale: 'en-GB',
        direction: 'ltr',
        path: '/',
        demo: false,
        person: { id: asked.get('who') ?? 'rhian', name: 'Rhian Puw' },
        organisation: { id: 'celyn', name: 'Ysgol Bryn Celyn' },
        places: [],
        said: null,
        theme: (asked.get('theme') ?? 'auto') as 'auto',
        asset: (name) => assets.get(name)!.path,
      },
    ),
  );

/** The page, as somebody opens it whose device keeps nothing; `query` such as '?without=Mali Wyn'. */
export async function openPreparing(query = '', options: BrowserContextOptions = {}): Promise<Page> {
  requests.length = 0;
  const page = await (await browser.newContext({ locale: 'en-GB', ...options })).newPage();
  await page.goto(address + query);
  return page;
}

/** Opens the page and chooses a film, and waits until it can be changed. */
export async function openWith(film: string, query?: string, options?: BrowserContextOptions): Promise<Page> {
  const page = await openPreparing(query, options);
  await choose(page, film);
  return page;
}

export async function choose(page: Page, film: string): Promise<void> {
  await page.getByRole('heading', { name: 'Film, or choose' }).waitFor();
  await page.getByLabel('Choose a film or a sound').setInputFiles(film);
  await page.getByRole('heading', { name: 'Make it ready' }).waitFor({ timeout: 8000 });
}

export async function make(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Make what is sent' }).click();
  await page.getByRole('heading', { name: 'Look at the whole' }).waitFor({ timeout: 20_000 });
}

export interface Handed {
  name: string;
  durationMs: number;
  kind: string;
  prepared: Record<string, boolean>;
  opfsName: string | null;
  type: string;
  /** Where the file lies now, for ffmpeg. */
  path: string;
}

/** Presses Send and takes what is handed on, as whatever sends it would. */
export async function send(page: Page): Promise<Handed> {
  const detail = page.evaluate(
    () =>
      new Promise<Omit<Handed, 'path'> & { bytes: string }>((resolve) => {
        document.addEventListener(
          'recording-ready',
          (event) => {
            const { file, ...rest } = (event as CustomEvent<{ file: File } & Omit<Handed, 'path' | 'type'>>)
              .detail;
            const reader = new FileReader();
            reader.addEventListener('load', () =>
              resolve({ ...rest, type: file.type, bytes: (reader.result as string).split(',')[1]! }),
            );
            reader.readAsDataURL(file);
          },
          { once: true },
        );
      }),
  );
  await page.getByRole('button', { name: 'Send this recording' }).click();
  const { bytes, ...rest } = await detail;
  const path = pathFor(`${crypto.randomUUID()}-${rest.name}`);
  await writeFile(path, Buffer.from(bytes, 'base64'));
  return { ...rest, path };
}

/** Opens one of the groups of what can be done. */
export async function unfold(page: Page, title: string): Promise<void> {
  const group = page.locator('details.prepare-group', { has: page.locator('summary', { hasText: title }) });
  if ((await group.getAttribute('open')) === null) await group.locator('summary').first().click();
}
