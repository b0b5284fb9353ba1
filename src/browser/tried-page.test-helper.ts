import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { after, before } from 'node:test';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { openChromium } from '#test/chromium.ts';
import { copyLink, printButton, tickAll } from '#ui/actions.ts';
import { type Asset, buildAssets } from '#ui/assets.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { layout } from '#ui/layout.ts';

/** A page of our own, served by itself, on which the browser's half is tried; tests say how its server behaves. */
export const tried = {
  address: '',
  /** How the server answers to the saving of a draft, where it does not take it. */
  refuses: false as false | 401 | 409,
  /** What becomes of the form when it is sent: nothing one sees, it comes back, or one goes on. */
  sent: 'stays' as 'stays' | 'comes back' | 'goes on',
  /** Of the text that the page's form is drawn with. */
  version: 4,
  /** When the draft that the page shows was kept. */
  savedAt: undefined as string | undefined,
  /** When the server says that it kept the next draft. */
  keepsAt: undefined as string | undefined,
  posts: [] as { path: string; body: URLSearchParams }[],
};

let browser: Browser;
let assets: ReadonlyMap<string, Asset>;
const server = createServer();

/** The browser, for a context of its own. */
export const chromium = (): Browser => browser;

/** The page, opened by somebody whose device keeps nothing yet. */
export async function openTried(): Promise<Page> {
  tried.posts = [];
  tried.refuses = false;
  [tried.version, tried.savedAt, tried.keepsAt] = [4, undefined, undefined];
  const page = await (await browser.newContext()).newPage();
  await page.goto(tried.address);
  return page;
}

/** Waits until the form says this of its draft. */
export const draftState = (page: Page, words: RegExp): Promise<void> =>
  page.locator('.draft-state', { hasText: words }).waitFor({ timeout: 5000 });

/** Words that no server has, written at a moment by the clock of the device. */
export async function leaveOnDevice(page: Page, words: string, at?: Date): Promise<void> {
  tried.refuses = 401;
  await page.getByLabel('Most needed').fill(words);
  await page.getByLabel('Monday').check();
  await draftState(page, /Not saved yet\. Kept on this device/);
  await page.goto(`${tried.address}elsewhere`);
  if (at === undefined) return;
  await page.evaluate((moment) => {
    for (const [name, kept] of Object.entries(localStorage))
      localStorage.setItem(name, JSON.stringify({ ...JSON.parse(kept), at: moment }));
  }, at.getTime());
}

export const daysAgo = (days: number): Date => new Date(Date.now() - days * 86_400_000);
/** What stands in the form. */
export const written = (page: Page): Promise<string> => page.getByLabel('Most needed').inputValue();

before(async () => {
  assets = await buildAssets();
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  tried.address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  browser = await openChromium();
});

after(async () => {
  await browser?.close();
  server.close();
  server.closeAllConnections();
});

const needs = { action: '/needs', button: 'Send', draft: 'needs/3' };

const page = (who: string, holdsForm = true, organisation = 'celyn') =>
  String(
    layout(
      {
        title: 'A page to try the browser’s half on',
        audience: { icon: 'private', words: 'Only you', why: 'It is a test.' },
        body: html`${
          holdsForm &&
          form(
            {
              ...needs,
              hidden: { version: tried.version, drawn_for: organisation },
              values: { draft_saved_at: tried.savedAt },
            },
            (f) => [
              f.textarea({ name: 'most', label: 'Most needed' }),
              f.checkboxes({ name: 'days', label: 'Days', options: ['Monday', 'Tuesday'] }),
              f.password({ name: 'secret', label: 'Secret' }),
              tickAll({ name: 'days', label: 'Every day', none: 'No day', href: '/?tick=all' }),
            ],
          )
        }${printButton()}${copyLink('https://staffroom.example/x', 'Address')}`,
      },
      {
        locale: 'en-GB',
        direction: 'ltr',
        path: '/',
        demo: false,
        person: { id: who, name: 'Rhian Puw' },
        organisation: { id: organisation, name: 'Ysgol Bryn Celyn' },
        places: [{ key: 'today', label: 'Today', href: '/later', current: false }],
        said: null,
        theme: 'auto',
        asset: (name) => assets.get(name)!.path,
      },
    ),
  );

server.on('request', (request, response) => void answer(request, response));

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const asset = [...assets.values()].find(({ path }) => path === request.url);
  if (asset) return void response.setHeader('content-type', asset.type).end(asset.body);
  if (request.method === 'POST') {
    let body = '';
    for await (const part of request) body += String(part);
    tried.posts.push({ path: request.url!, body: new URLSearchParams(body) });
    if (request.url === '/sign-out') return void response.writeHead(303, { location: '/?who=' }).end();
    if (request.url === '/needs' && tried.sent === 'goes on') {
      const taken = 'staffroom_taken=celyn%3Aneeds%2F2%0Acelyn%3Aneeds%2F3; Path=/';
      return void response.writeHead(303, { location: '/done', 'set-cookie': taken }).end();
    }
    if (request.url === '/needs' && tried.sent === 'comes back') {
      response.setHeader('content-type', 'text/html; charset=utf-8').statusCode = 422;
      return void response.end(page('rhian'));
    }
    if (tried.keepsAt) response.setHeader('draft-saved-at', tried.keepsAt);
    response.statusCode = tried.refuses || 204;
    return void response.end();
  }
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.setHeader('content-security-policy', "default-src 'self'");
  const { searchParams: asked } = new URL(request.url!, 'http://x');
  const holdsForm = request.url !== '/elsewhere';
  response.end(page(asked.get('who') ?? 'rhian', holdsForm, asked.get('in') ?? undefined));
}
