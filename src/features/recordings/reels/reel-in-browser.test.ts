import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import type { Page } from 'playwright-core';
import { buildAssets } from '#ui/assets.ts';
import { openChromium } from '#test/chromium.ts';
import { axeTroubles, tooWide } from '#test/page-checks.ts';
import { hiddenFields } from '../transcripts/transcripts.scene.ts';
import { readyRecording, recordingScene } from '../recordings.scene.ts';

const chromium = await openChromium();
after(() => chromium.close());

const all = await recordingScene({ assets: await buildAssets() });
const recording = await readyRecording(all, { withFilm: true });
const ann = await all.as('ann');
for (const [from, until, title] of [
  ['5', '6', 'The answer'],
  ['1', '2', 'The question'],
] as const)
  await ann.post(`${recording.address}/reel/clips`, { from, until, title });

async function opened(path: string, options: Parameters<typeof chromium.newContext>[0] = {}): Promise<Page> {
  if (!all.site.app.server.listening) await all.site.app.listen({ host: '127.0.0.1', port: 0 });
  const url = `http://127.0.0.1:${(all.site.app.server.address() as AddressInfo).port}`;
  const context = await chromium.newContext({ locale: 'en-GB', ...options });
  await context.addCookies([{ ...(await all.site.cookieOf(all.people.ann)), url }]);
  const page = await context.newPage();
  await page.goto(url + recording.address + path);
  return page;
}

const film = (page: Page): Promise<{ at: number; paused: boolean }> =>
  page.evaluate(() => {
    const media = document.querySelector('video')!;
    return { at: media.currentTime, paused: media.paused };
  });

test('one clip follows another, by one button or by a key, and the reel stands still at its end', async () => {
  const page = await opened('/reel?t=1,2');
  await page.evaluate(() => (document.querySelector('video')!.muted = true));
  await page.getByRole('button', { name: 'Play one after another' }).waitFor();
  await page.keyboard.press('j');
  assert.equal(await page.getByText('Clip 1 of 2').count(), 0);
  await page.getByRole('button', { name: 'Play one after another' }).focus();
  await page.keyboard.press('j');
  await page.getByText('Clip 1 of 2').waitFor();
  const first = await film(page);
  assert.ok(first.at >= 5 && first.at <= 6.3, `at ${first.at}`);
  await page.getByText('Clip 2 of 2').waitFor();
  const second = await film(page);
  assert.ok(second.at >= 1 && second.at <= 2.3, `at ${second.at}`);
  await page.getByText('The reel is over').waitFor();
  const over = await film(page);
  assert.ok(over.paused && over.at < 2.6, `at ${over.at}`);
  await page.getByRole('link', { name: /The answer/ }).click();
  await page.getByText('Clip 1 of 2').waitFor();
  assert.equal(await page.locator('.clip[aria-current]').count(), 1);
  await page.keyboard.press('p');
  await page.waitForFunction(() => document.querySelector('video')!.paused);
  await page.getByLabel('Title').last().fill('jkp');
  assert.ok((await film(page)).paused);
  await page.context().close();
});

test('without its script each clip is a link to its stretch', async () => {
  const page = await opened('/reel', { javaScriptEnabled: false });
  assert.equal(await page.getByRole('button', { name: 'Play one after another' }).count(), 0);
  await page.getByRole('link', { name: /The question/ }).click();
  assert.match((await page.locator('video').getAttribute('src'))!, /#t=1,2$/);
  await page.context().close();
});

test('reel, transcript and note files fit a phone and a wide screen, and have no barrier that can be measured', async () => {
  const text = '0:00-0:02 Teacher: What do you see?\n0:02 Pupil 1: Two halves.\n0:05 Teacher: Tell Sion why';
  const seen = await ann.post(`${recording.address}/transcript/look`, { text, language: 'en' });
  const confirming = `${recording.address}/transcript/new`;
  assert.equal((await ann.post(confirming, hiddenFields(seen, confirming))).status, 303);
  for (const width of [360, 1280]) {
    for (const path of ['/reel', '/transcript', '/transcript/new', '/note-files']) {
      const page = await opened(path, { viewport: { width, height: 800 }, reducedMotion: 'reduce' });
      assert.deepEqual(await tooWide(page), [], `${path} at ${width}`);
      assert.deepEqual(await axeTroubles(page), [], `${path} at ${width}`);
      await page.context().close();
    }
  }
});
