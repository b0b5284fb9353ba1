import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chromium, draftState, openTried, tried } from './tried-page.test-helper.ts';

test('pressing the button twice sends the form once', async () => {
  const page = await openTried();
  await page.getByRole('button', { name: 'Send' }).dblclick();
  await page.waitForTimeout(300);
  assert.equal(tried.posts.filter(({ path }) => path === '/needs').length, 1);
  await page.context().close();
});

test('after a form that came back was sent again, Back opens its page and sends nothing', async () => {
  const page = await openTried();
  for (tried.sent of ['comes back', 'comes back', 'goes on'] as const) {
    const answered = page.waitForResponse((response) => response.url().endsWith('/needs'));
    await page.getByRole('button', { name: 'Send' }).click();
    await answered;
    await page.waitForLoadState();
  }
  tried.sent = 'stays';
  await page.waitForURL(/\/done$/);
  const sendings = tried.posts.filter(({ path }) => path === '/needs').length;
  await page.goBack();
  assert.equal(new URL(page.url()).pathname, '/');
  assert.equal(tried.posts.filter(({ path }) => path === '/needs').length, sendings);
  await page.context().close();
});

test('buttons that need a browser’s help show themselves, and a rest on a place fetches it ahead', async () => {
  const page = await openTried();
  assert.equal(await page.getByRole('button', { name: 'Print this page' }).isVisible(), true);
  await page.getByRole('link', { name: 'Today' }).hover();
  await page.locator('link[rel=prefetch][href$="/later"]').waitFor({ state: 'attached', timeout: 3000 });
  await page.context().close();
});

test('one button ticks all boxes or none, and says which; what it ticked is saved like any other', async () => {
  const page = await openTried();
  const days = page.locator('input[name="days"]');
  const ticked = () => days.evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).checked));
  await page.getByRole('button', { name: 'Every day' }).click();
  assert.deepEqual(await ticked(), [true, true]);
  await draftState(page, /^Saved/);
  assert.deepEqual(JSON.parse(tried.posts.at(-1)!.body.get('body')!).days, ['Monday', 'Tuesday']);
  await page.getByRole('button', { name: 'No day' }).click();
  assert.deepEqual(await ticked(), [false, false]);
  await page.getByLabel('Monday').check();
  await page.getByRole('button', { name: 'Every day' }).click();
  assert.deepEqual(await ticked(), [true, true]);
  await page.context().close();
});

test('without JavaScript the form, its draft button and the address to copy are all there', async () => {
  const context = await chromium().newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(tried.address);
  assert.equal(await page.getByRole('button', { name: 'Keep as draft' }).isVisible(), true);
  assert.equal(await page.getByRole('button', { name: 'Print this page' }).isVisible(), false);
  assert.equal(await page.getByText('https://staffroom.example/x').isVisible(), true);
  await context.close();
});
