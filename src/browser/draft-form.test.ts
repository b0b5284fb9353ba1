import assert from 'node:assert/strict';
import { test } from 'node:test';
import { daysAgo, draftState, leaveOnDevice, openTried, tried, written } from './tried-page.test-helper.ts';

test('words are saved as one types, and the page says when', async () => {
  const page = await openTried();
  await page.getByLabel('Most needed').fill('Time to plan together');
  await page.getByLabel('Tuesday').check();
  await page.getByLabel('Secret').fill('correct horse');
  await draftState(page, /^Saved \d\d:\d\d$/);
  const saved = tried.posts.at(-1)!;
  assert.equal(saved.path, '/drafts');
  assert.equal(saved.body.get('key'), 'needs/3');
  assert.equal(saved.body.get('drawn_for'), 'celyn');
  assert.deepEqual(JSON.parse(saved.body.get('body')!), {
    version: '4',
    most: 'Time to plan together',
    days: ['Tuesday'],
  });
  await page.context().close();
});

test('without a connection words are kept on the device, say so, and come back', async () => {
  const page = await openTried();
  await page.context().setOffline(true);
  await page.getByLabel('Most needed').fill('Kept here');
  await draftState(page, /Not saved yet: no connection\. Kept on this device\./);
  await page.context().setOffline(false);
  await draftState(page, /^Saved/);
  assert.equal(JSON.parse(tried.posts.at(-1)!.body.get('body')!).most, 'Kept here');
  await page.context().close();
});

test('what could not be saved is put back when the page is opened again, for its writer alone, whatever others are called', async () => {
  const page = await openTried();
  await leaveOnDevice(page, 'Mine alone');
  await page.goto(`${tried.address}?who=another-rhian`);
  assert.equal(await written(page), '');
  await page.goto(tried.address);
  assert.equal(await written(page), 'Mine alone');
  assert.equal(await page.getByLabel('Monday').isChecked(), true);
  await draftState(
    page,
    /^You wrote this on \d+ \w+ \d{4} at \d\d:\d\d\. .* has not heard that it was saved\.$/,
  );
  await page.context().close();
});

test('what was written in one school stays out of the same form in another, and a page left open there says so', async () => {
  const page = await openTried();
  await leaveOnDevice(page, 'For these colleagues');
  await page.goto(`${tried.address}?in=hill`);
  assert.equal(await written(page), '');
  await page.goto(tried.address);
  assert.equal(await written(page), 'For these colleagues');
  tried.refuses = 409;
  await page.getByLabel('Most needed').fill('For these colleagues alone');
  await draftState(page, /Not saved yet\. Kept on this device\. Go back to this school in another tab/);
  await page.goto(tried.address);
  assert.equal(await written(page), 'For these colleagues alone');
  await page.context().close();
});

test('words that stand in the form already, or that are weeks old, are forgotten', async () => {
  for (const at of [undefined, daysAgo(15)]) {
    const page = await openTried();
    await leaveOnDevice(page, at ? 'Long ago' : '', at);
    if (at === undefined)
      await page.evaluate(() => {
        for (const [name, kept] of Object.entries(localStorage))
          localStorage.setItem(name, kept.replace('["Monday"]', '[]'));
      });
    await page.goto(tried.address);
    assert.equal(await written(page), '');
    assert.equal(await page.evaluate(() => localStorage.length), 0);
    assert.equal(await page.locator('.draft-state').textContent(), '');
    await page.context().close();
  }
});

test('what was sent without a connection is there again when the form is opened, until it has arrived', async () => {
  const page = await openTried();
  const kept = () => page.evaluate(() => localStorage.length);
  await page.getByLabel('Most needed').fill('Half an hour of thinking');
  await page.context().setOffline(true);
  const failed = page.waitForEvent('requestfailed', (request) => request.url().endsWith('/needs'));
  await page.getByRole('button', { name: 'Send' }).click();
  await failed;
  await page.context().setOffline(false);
  await page.goto(`${tried.address}elsewhere`);
  await page.goto(tried.address);
  assert.equal(await page.getByLabel('Most needed').inputValue(), 'Half an hour of thinking');
  await draftState(page, /has not heard that it was saved|^Saved/);
  tried.sent = 'goes on';
  await page.getByRole('button', { name: 'Send' }).click();
  await page.waitForURL(/\/done$/);
  tried.sent = 'stays';
  assert.equal(await kept(), 0);
  assert.equal(await page.evaluate(() => document.cookie), '', 'it is said once');
  await page.context().close();
});

test('signing out leaves nothing of what was written on the device', async () => {
  const page = await openTried();
  tried.refuses = 401;
  await page.getByLabel('Most needed').fill('Mine alone');
  await draftState(page, /Kept on this device/);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.waitForURL(/who=$/);
  assert.equal(await page.evaluate(() => localStorage.length), 0);
  await page.context().close();
});
