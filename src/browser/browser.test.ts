import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import { after, before, test } from 'node:test';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { openChromium } from '#test/chromium.ts';
import { copyLink, printButton } from '#ui/actions.ts';
import { buildAssets } from '#ui/assets.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { layout } from '#ui/layout.ts';

let browser: Browser;
let server: Server;
let address: string;
let refuses = false;
/** What becomes of the form when it is sent: nothing one sees, it comes back, or one goes on. */
let sent: 'stays' | 'comes back' | 'goes on' = 'stays';
/** Of the text that the page's form is drawn with. */
let version = 4;
let posts: { path: string; body: URLSearchParams }[] = [];

before(async () => {
  const assets = await buildAssets();
  const page = (who: string, holdsForm = true) =>
    String(
      layout(
        {
          title: 'A page to try the browser’s half on',
          audience: { icon: 'private', words: 'Only you', why: 'It is a test.' },
          body: html`${
            holdsForm &&
            form({ action: '/needs', button: 'Send', draft: 'needs/3', hidden: { version } }, (f) => [
              f.textarea({ name: 'most', label: 'Most needed' }),
              f.checkboxes({ name: 'days', label: 'Days', options: ['Monday', 'Tuesday'] }),
              f.password({ name: 'secret', label: 'Secret' }),
            ])
          }${printButton()}${copyLink('https://staffroom.example/x', 'Address')}`,
        },
        {
          locale: 'en-GB',
          direction: 'ltr',
          path: '/',
          demo: false,
          person: { id: who, name: 'Rhian Puw' },
          organisation: null,
          places: [{ key: 'today', label: 'Today', href: '/later', current: false }],
          said: null,
          theme: 'auto',
          asset: (name) => assets.get(name)!.path,
        },
      ),
    );
  server = createServer(async (request, response) => {
    const asset = [...assets.values()].find(({ path }) => path === request.url);
    if (asset) return void response.setHeader('content-type', asset.type).end(asset.body);
    if (request.method === 'POST') {
      let body = '';
      for await (const part of request) body += String(part);
      posts.push({ path: request.url!, body: new URLSearchParams(body) });
      if (request.url === '/sign-out') return void response.writeHead(303, { location: '/?who=' }).end();
      if (request.url === '/needs' && sent === 'goes on') {
        const taken = 'staffroom_taken=needs%2F2%0Aneeds%2F3; Path=/';
        return void response.writeHead(303, { location: '/done', 'set-cookie': taken }).end();
      }
      if (request.url === '/needs' && sent === 'comes back') {
        response.setHeader('content-type', 'text/html; charset=utf-8').statusCode = 422;
        return void response.end(page('rhian'));
      }
      response.statusCode = refuses ? 401 : 204;
      return void response.end();
    }
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.setHeader('content-security-policy', "default-src 'self'");
    response.end(
      page(
        new URL(request.url!, 'http://x').searchParams.get('who') ?? 'rhian',
        request.url !== '/elsewhere',
      ),
    );
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  browser = await openChromium();
});

after(async () => {
  await browser?.close();
  server?.close();
  server?.closeAllConnections();
});

async function open(): Promise<Page> {
  posts = [];
  refuses = false;
  const page = await (await browser.newContext()).newPage();
  await page.goto(address);
  return page;
}

const state = (page: Page, words: RegExp) =>
  page.locator('.draft-state', { hasText: words }).waitFor({ timeout: 5000 });

test('words are saved as one types, and the page says when', async () => {
  const page = await open();
  await page.getByLabel('Most needed').fill('Time to plan together');
  await page.getByLabel('Tuesday').check();
  await page.getByLabel('Secret').fill('correct horse');
  await state(page, /^Saved \d\d:\d\d$/);
  const saved = posts.at(-1)!;
  assert.equal(saved.path, '/drafts');
  assert.equal(saved.body.get('key'), 'needs/3');
  assert.deepEqual(JSON.parse(saved.body.get('body')!), {
    version: '4',
    most: 'Time to plan together',
    days: ['Tuesday'],
  });
  await page.context().close();
});

test('without a connection words are kept on the device, say so, and come back', async () => {
  const page = await open();
  await page.context().setOffline(true);
  await page.getByLabel('Most needed').fill('Kept here');
  await state(page, /Not saved yet: no connection\. Kept on this device\./);
  await page.context().setOffline(false);
  await state(page, /^Saved/);
  assert.equal(JSON.parse(posts.at(-1)!.body.get('body')!).most, 'Kept here');
  await page.context().close();
});

test('what could not be saved is put back when the page is opened again, for its writer alone, whatever others are called', async () => {
  const page = await open();
  refuses = true;
  await page.getByLabel('Most needed').fill('Mine alone');
  await page.getByLabel('Monday').check();
  await state(page, /Not saved yet\. Kept on this device/);
  await page.goto(`${address}?who=another-rhian`);
  assert.equal(await page.getByLabel('Most needed').inputValue(), '');
  version = 5;
  await page.goto(address);
  assert.equal(await page.getByLabel('Most needed').inputValue(), 'Mine alone');
  assert.equal(await page.getByLabel('Monday').isChecked(), true);
  const begunOn = page.locator('draft-form [name=version]');
  assert.equal(await begunOn.inputValue(), '4', 'words begun on an older text are sent as such');
  version = 4;
  await page.context().close();
});

test('what was sent without a connection is there again when the form is opened, until it has arrived', async () => {
  const page = await open();
  const kept = () => page.evaluate(() => localStorage.length);
  await page.getByLabel('Most needed').fill('Half an hour of thinking');
  await page.context().setOffline(true);
  const failed = page.waitForEvent('requestfailed', (request) => request.url().endsWith('/needs'));
  await page.getByRole('button', { name: 'Send' }).click();
  await failed;
  await page.context().setOffline(false);
  await page.goto(`${address}elsewhere`);
  await page.goto(address);
  assert.equal(await page.getByLabel('Most needed').inputValue(), 'Half an hour of thinking');
  await state(page, /It has not heard that they were saved|^Saved/);
  sent = 'goes on';
  await page.getByRole('button', { name: 'Send' }).click();
  await page.waitForURL(/\/done$/);
  sent = 'stays';
  assert.equal(await kept(), 0);
  assert.equal(await page.evaluate(() => document.cookie), '', 'it is said once');
  await page.context().close();
});

test('signing out leaves nothing of what was written on the device', async () => {
  const page = await open();
  refuses = true;
  await page.getByLabel('Most needed').fill('Mine alone');
  await state(page, /Kept on this device/);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.waitForURL(/who=$/);
  assert.equal(await page.evaluate(() => localStorage.length), 0);
  await page.context().close();
});

test('pressing the button twice sends the form once', async () => {
  const page = await open();
  await page.getByRole('button', { name: 'Send' }).dblclick();
  await page.waitForTimeout(300);
  assert.equal(posts.filter(({ path }) => path === '/needs').length, 1);
  await page.context().close();
});

test('after a form that came back was sent again, Back opens its page and sends nothing', async () => {
  const page = await open();
  for (sent of ['comes back', 'comes back', 'goes on'] as const) {
    const answered = page.waitForResponse((response) => response.url().endsWith('/needs'));
    await page.getByRole('button', { name: 'Send' }).click();
    await answered;
    await page.waitForLoadState();
  }
  sent = 'stays';
  await page.waitForURL(/\/done$/);
  const sendings = posts.filter(({ path }) => path === '/needs').length;
  await page.goBack();
  assert.equal(new URL(page.url()).pathname, '/');
  assert.equal(posts.filter(({ path }) => path === '/needs').length, sendings);
  await page.context().close();
});

test('buttons that need a browser’s help show themselves, and a rest on a place fetches it ahead', async () => {
  const page = await open();
  assert.equal(await page.getByRole('button', { name: 'Print this page' }).isVisible(), true);
  await page.getByRole('link', { name: 'Today' }).hover();
  await page.locator('link[rel=prefetch][href$="/later"]').waitFor({ state: 'attached', timeout: 3000 });
  await page.context().close();
});

test('without JavaScript the form, its draft button and the address to copy are all there', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(address);
  assert.equal(await page.getByRole('button', { name: 'Keep as draft' }).isVisible(), true);
  assert.equal(await page.getByRole('button', { name: 'Print this page' }).isVisible(), false);
  assert.equal(await page.getByText('https://staffroom.example/x').isVisible(), true);
  await context.close();
});
