import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { daysAgo, draftState, leaveOnDevice, openTried, tried, written } from './tried-page.test-helper.ts';

const putMineBack = (page: Page) => page.getByRole('button', { name: 'Put my words back' });

test('words that were begun on an older text, or before a newer draft, are offered and not put in', async () => {
  const changes = [() => (tried.version = 5), () => (tried.savedAt = daysAgo(1).toISOString())];
  for (const change of changes) {
    const page = await openTried();
    await leaveOnDevice(page, 'Begun before', daysAgo(3));
    change();
    tried.refuses = false;
    await page.goto(tried.address);
    assert.equal(await written(page), '');
    await page.getByLabel('Tuesday').check();
    await draftState(page, /^Saved/);
    await page.reload();
    await page
      .getByText(/This device still has what you wrote here on .* What you see was saved meanwhile\./)
      .waitFor();
    await page.getByRole('button', { name: 'Put my words back' }).click();
    assert.equal(await written(page), 'Begun before');
    const begunOn = page.locator('draft-form [name=version]');
    assert.equal(await begunOn.inputValue(), '4', 'words begun on an older text are sent as such');
    assert.equal(await page.getByRole('button', { name: 'Put my words back' }).count(), 0);
    await page.context().close();
  }
});

test('what is written and not saved beside older words that are offered is kept with them, not over them', async () => {
  const page = await openTried();
  await leaveOnDevice(page, 'Older words', daysAgo(1));
  tried.savedAt = new Date().toISOString();
  await page.goto(tried.address);
  await page.getByLabel('Most needed').fill('Newer words');
  await draftState(page, /Not saved yet\. Kept on this device/);
  await page.goto(tried.address);
  assert.equal(await written(page), 'Newer words', 'they were written on what the form shows');
  await putMineBack(page).click();
  assert.equal(await written(page), 'Older words');
  await page.goto(tried.address);
  assert.equal(await written(page), 'Older words');
  assert.equal(await putMineBack(page).count(), 0);
  await page.context().close();
});

test('older words that are not needed can be thrown away, and stay away', async () => {
  const page = await openTried();
  await leaveOnDevice(page, 'Older words');
  tried.savedAt = new Date().toISOString();
  await page.goto(tried.address);
  await page.getByRole('button', { name: 'Throw those words away' }).click();
  await page.goto(tried.address);
  assert.equal(await putMineBack(page).count(), 0);
  assert.equal(await page.evaluate(() => localStorage.length), 0);
  await page.context().close();
});

test('a device whose clock is fast does not put its words over a draft that was kept elsewhere meanwhile', async () => {
  const page = await openTried();
  await leaveOnDevice(page, 'Of the laptop', new Date(Date.now() + 600_000));
  tried.savedAt = new Date().toISOString();
  await page.goto(tried.address);
  await putMineBack(page).waitFor();
  assert.equal(await written(page), '');
  await page.context().close();
});

test('words that go on with a draft this page kept itself are put back, however slow the clock', async () => {
  const page = await openTried();
  tried.keepsAt = new Date(Date.now() + 600_000).toISOString();
  await page.getByLabel('Most needed').fill('A beginning');
  await draftState(page, /^Saved/);
  tried.savedAt = tried.keepsAt.replace('Z', '+00:00');
  await leaveOnDevice(page, 'A beginning and an end');
  await page.goto(tried.address);
  assert.equal(await written(page), 'A beginning and an end');
  await page.context().close();
});

test('words kept by the version before, which knew neither when nor where they were written, are offered', async () => {
  const page = await openTried();
  await page.goto(`${tried.address}elsewhere`);
  await page.evaluate(() => {
    localStorage.setItem('draft:rhian:needs/3', '{"most":"From before","days":["Monday"]}');
    localStorage.setItem('draft:someone-else:needs/3', '{"most":"Not hers"}');
    localStorage.setItem('draft:rhian:broken', '{"most":');
  });
  await page.reload();
  await page.goto(tried.address);
  await putMineBack(page).click();
  assert.equal(await written(page), 'From before');
  await draftState(page, /^Saved/);
  assert.deepEqual(await page.evaluate(() => Object.keys(localStorage)), ['draft:someone-else:needs/3']);
  await page.context().close();
});
