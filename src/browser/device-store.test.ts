import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { keptOn } from '#test/journeys/kept-on-device.ts';
import { daysAgo, openTried, tried } from './tried-page.test-helper.ts';

const note = {
  id: '5f6b1c0e-3b7a-4a52-9c1e-2f5d6a7b8c9d',
  action: '/lesson/notes',
  fields: { text: 'Gwen hums a tune' },
  about: 'Gwen',
  leaving: 'Some notes have not been sent.',
};

/** A note as earlier versions of these pages kept it: as plain text. */
async function leaveOlder(page: Page, at: Date, who = 'rhian'): Promise<void> {
  await page.evaluate(
    ([name, kept]) => localStorage.setItem(name!, kept!),
    [`queued:${who}:celyn:${note.id}`, JSON.stringify({ ...note, at: at.getTime() })],
  );
  await page.reload();
}

/** Waits until the names of what the device keeps are these. */
async function keeps(page: Page, expected: readonly string[]): Promise<void> {
  const names = async () => (await keptOn(page)).map(({ name }) => name).toSorted();
  for (let tries = 0; tries < 50 && (await names()).join() !== expected.join(); tries++)
    await page.waitForTimeout(100);
  assert.deepEqual(await names(), expected);
}

test('notes that an earlier version kept as plain text are sealed, under a key that cannot be read out', async () => {
  const page = await openTried();
  await leaveOlder(page, daysAgo(1));
  await keeps(page, ['keys:rhian', 'local:waits:rhian', `note:rhian:celyn:${note.id}`]);
  for (const { text } of await keptOn(page)) assert.doesNotMatch(text, /Gwen|hums|lesson|Some notes/);
  const exported = await page.evaluate(async () => {
    const store = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('staffroom');
      request.addEventListener('success', () => resolve(request.result));
    });
    const key = await new Promise<CryptoKey>((resolve) => {
      const request = store.transaction('keys').objectStore('keys').get('rhian');
      request.addEventListener('success', () => resolve(request.result as CryptoKey));
    });
    return crypto.subtle.exportKey('raw', key).then(
      () => 'read out',
      () => 'kept in',
    );
  });
  assert.equal(exported, 'kept in');
  // It is sent as before, under its id, with how long ago it was written.
  for (let tries = 0; tries < 50 && !tried.posts.some(({ path }) => path === note.action); tries++)
    await page.waitForTimeout(100);
  const { body } = tried.posts.find(({ path }) => path === note.action)!;
  assert.equal(body.get('text'), 'Gwen hums a tune');
  assert.ok(Math.abs(Number(body.get('ago')) - 86_400) < 60);
  await page.context().close();
});

test('what is weeks old goes, whoever wrote it', async () => {
  const page = await openTried();
  await leaveOlder(page, daysAgo(15), 'gwyn');
  await keeps(page, ['keys:gwyn']);
  await page.context().close();
});

test('what waits of whoever is signed in is sent before it is too old, as after a clock was put right', async () => {
  const page = await openTried();
  await leaveOlder(page, daysAgo(400));
  for (let tries = 0; tries < 50 && !tried.posts.some(({ path }) => path === note.action); tries++)
    await page.waitForTimeout(100);
  assert.ok(tried.posts.some(({ path, body }) => path === note.action && body.get('id') === note.id));
  await keeps(page, ['keys:rhian', 'local:waits:rhian', `note:rhian:celyn:${note.id}`]);
  await page.context().close();
});

test('a page that was open before anything waited takes it off as well when one signs out there', async () => {
  const before = await openTried();
  const page = await before.context().newPage();
  await page.goto(tried.address);
  await leaveOlder(page, daysAgo(1));
  await keeps(page, ['keys:rhian', 'local:waits:rhian', `note:rhian:celyn:${note.id}`]);
  await page.close();
  await before.waitForTimeout(500);
  const signOut = before.getByRole('button', { name: 'Sign out' });
  await signOut.click();
  await before.getByText(note.leaving).waitFor();
  await signOut.click();
  await before.waitForURL(/who=$/);
  await keeps(before, []);
  await before.context().close();
});

test('somebody else who signs in on it neither reads nor sends what waits', async () => {
  const page = await openTried();
  await leaveOlder(page, daysAgo(1));
  await keeps(page, ['keys:rhian', 'local:waits:rhian', `note:rhian:celyn:${note.id}`]);
  tried.posts = [];
  await page.goto(`${tried.address}?who=tomos`);
  await page.waitForTimeout(500);
  assert.deepEqual(
    tried.posts.filter(({ path }) => path === note.action),
    [],
  );
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.waitForURL(/who=$/);
  await keeps(page, ['keys:rhian', 'local:waits:rhian', `note:rhian:celyn:${note.id}`]);
  await page.context().close();
});
