import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import type { Page } from 'playwright-core';
import { newId } from '#platform/db/ids.ts';
import { buildAssets } from '#ui/assets.ts';
import { openChromium } from '#test/chromium.ts';
import { tooWide } from '#test/page-checks.ts';
import { insertNotes } from '../notes/write-notes.ts';
import { readyRecording, recordingScene } from '../recordings.scene.ts';

const chromium = await openChromium();
const assets = await buildAssets();
after(() => chromium.close());

type Scene = Awaited<ReturnType<typeof recordingScene>>;

/** Ann's own film of eight seconds and another, with a note on each. */
async function two(): Promise<{ all: Scene; first: string; second: string; address: string }> {
  const all = await recordingScene({ assets });
  const one = await readyRecording(all, { withFilm: true });
  const other = await readyRecording(all, { withFilm: true, title: 'The week before' });
  for (const { id } of [one, other])
    await insertNotes(
      all.db,
      { ownerId: all.school.id, recordingId: id },
      [
        {
          id: newId(all.site.clock.now),
          personId: all.people.ann.personId,
          fromMs: 3000,
          toMs: null,
          sort: 'describe',
          text: 'Hands go up',
          tags: [],
        },
      ],
      all.site.clock.now,
    );
  return { all, first: one.id, second: other.id, address: `${one.address}/beside/${other.id}` };
}

async function opened(
  all: Scene,
  address: string,
  options: Parameters<typeof chromium.newContext>[0] = {},
): Promise<Page> {
  if (!all.site.app.server.listening) await all.site.app.listen({ host: '127.0.0.1', port: 0 });
  const url = `http://127.0.0.1:${(all.site.app.server.address() as AddressInfo).port}`;
  const context = await chromium.newContext({ locale: 'en-GB', ...options });
  await context.addCookies([{ ...(await all.site.cookieOf(all.people.ann)), url }]);
  const page = await context.newPage();
  await page.goto(url + address);
  return page;
}

const ready = (page: Page) => page.getByRole('button', { name: 'Play both' }).waitFor();

/** Where both are, read in the same moment. */
const places = (
  page: Page,
): Promise<{ first: number; second: number; paused: boolean[]; muted: boolean[] }> =>
  page.evaluate(() => {
    const [first, second] = document.querySelectorAll('video');
    return {
      first: first!.currentTime,
      second: second!.currentTime,
      paused: [first!.paused, second!.paused],
      muted: [first!.muted, second!.muted],
    };
  });

const settled = (page: Page) =>
  page.waitForFunction(() => [...document.querySelectorAll('video')].every((film) => !film.seeking));

test('played together they stay within 150 milliseconds of each other, one of them with its sound, and stop together', async () => {
  const { all, address } = await two();
  const page = await opened(all, address);
  await ready(page);
  await page.getByRole('button', { name: 'Play both' }).click();
  await page.waitForFunction(() => document.querySelector('video')!.currentTime > 1);
  const most = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const [first, second] = document.querySelectorAll('video');
        let most = 0;
        const look = () => {
          most = Math.max(most, Math.abs(first!.currentTime - second!.currentTime));
          if (first!.currentTime > 5) resolve(most);
          else requestAnimationFrame(look);
        };
        look();
      }),
  );
  assert.ok(most < 0.15, `apart by ${most} s`);
  assert.deepEqual((await places(page)).muted, [false, true]);
  await page.getByRole('button', { name: 'Pause both' }).click();
  await settled(page);
  const { first, second, paused } = await places(page);
  assert.deepEqual(paused, [true, true]);
  assert.ok(Math.abs(first - second) < 0.05, `${first} and ${second}`);
  await page.context().close();
});

test('one that fell behind is brought back into step', async () => {
  const { all, address } = await two();
  const page = await opened(all, address);
  await ready(page);
  await page.getByRole('button', { name: 'Play both' }).click();
  await page.waitForFunction(() => document.querySelector('video')!.currentTime > 0.5);
  // As a browser does that has no time for the second for a while.
  await page.evaluate(() => {
    document.querySelectorAll('video')[1]!.playbackRate = 0.1;
  });
  await page.waitForTimeout(1500);
  const { first, second } = await places(page);
  assert.ok(Math.abs(first - second) < 0.15, `${first} and ${second}`);
  await page.context().close();
});

test('the one bar moves both; so do the bar and the button of either film, a note, and the keys', async () => {
  const { all, address } = await two();
  const page = await opened(all, address);
  await ready(page);
  const bar = page.getByRole('slider', { name: 'Where both are' });
  await bar.fill('4');
  await settled(page);
  assert.deepEqual([(await places(page)).first, (await places(page)).second], [4, 4]);
  assert.match((await bar.getAttribute('aria-valuetext')) ?? '', /0:04 of 0:08/);
  await page.evaluate(() => {
    document.querySelectorAll('video')[1]!.currentTime = 6;
  });
  await page.waitForFunction(() => Math.abs(document.querySelector('video')!.currentTime - 6) < 0.1);
  await page.getByRole('link', { name: '0:03' }).first().click();
  await settled(page);
  assert.deepEqual([(await places(page)).first, (await places(page)).second], [3, 3]);
  await page.locator('h1').click();
  await page.keyboard.press('ArrowRight');
  await settled(page);
  assert.equal((await places(page)).second, 4);
  await page.keyboard.press('m');
  assert.deepEqual((await places(page)).muted, [true, false]);
  await page.keyboard.press('k');
  await page.waitForFunction(() => [...document.querySelectorAll('video')].every((film) => !film.paused));
  await page.evaluate(() => document.querySelectorAll('video')[1]!.pause());
  await page.waitForFunction(() => [...document.querySelectorAll('video')].every((film) => film.paused));
  await page.getByRole('button', { name: 'Play both' }).waitFor();
  await page.context().close();
});

test('moved apart and lined up, the second keeps its distance, also when the page is opened again', async () => {
  const { all, address } = await two();
  const page = await opened(all, address);
  await ready(page);
  await page.getByRole('button', { name: 'Move each by itself' }).click();
  await page.evaluate(() => {
    document.querySelectorAll('video')[1]!.currentTime = 2.5;
  });
  await settled(page);
  assert.equal((await places(page)).first, 0, 'the first stayed where it was');
  await page.getByRole('button', { name: 'Line them up here' }).click();
  await page.getByText('The second runs 2.5 seconds ahead of the first.').waitFor();
  await page.getByRole('slider').fill('3');
  await settled(page);
  const { first, second } = await places(page);
  assert.ok(Math.abs(second - first - 2.5) < 0.05, `${first} and ${second}`);
  assert.match(page.url(), /apart=2500/);
  await page.reload();
  await ready(page);
  await page.getByRole('slider').fill('-2');
  await settled(page);
  const before = await places(page);
  assert.ok(
    before.first < 0.01 && Math.abs(before.second - 0.5) < 0.05,
    'before the first begins the second is alone',
  );
  await page.getByRole('button', { name: 'Play both' }).click();
  await page.waitForFunction(() => document.querySelectorAll('video')[1]!.currentTime > 1);
  assert.deepEqual((await places(page)).paused, [true, false]);
  await page.waitForFunction(() => document.querySelector('video')!.currentTime > 0.8);
  const both = await places(page);
  assert.ok(Math.abs(both.second - both.first - 2.5) < 0.15, `${both.first} and ${both.second}`);
  await page.waitForFunction(
    () => {
      const [first, second] = document.querySelectorAll('video');
      return first!.currentTime > 6.5 && !first!.paused && second!.paused && second!.currentTime > 7.8;
    },
    undefined,
    { timeout: 20_000 },
  );
  await page.getByRole('button', { name: 'Play both' }).waitFor({ timeout: 8000 });
  await page.context().close();
});

test('at both speeds they keep in step, and on a phone nothing is cut off', async () => {
  const { all, address } = await two();
  const page = await opened(all, address, { viewport: { width: 360, height: 740 } });
  await ready(page);
  assert.deepEqual(await tooWide(page), []);
  await page.getByLabel('Speed').selectOption('1.5');
  await page.getByRole('button', { name: 'Play both' }).click();
  await page.waitForFunction(() => document.querySelector('video')!.currentTime > 2);
  const { first, second } = await places(page);
  assert.ok(Math.abs(first - second) < 0.15, `${first} and ${second}`);
  await page.context().close();
});

test('without JavaScript both players stand there, and each note opens its moment', async () => {
  const { all, address, first } = await two();
  const page = await opened(all, address, { javaScriptEnabled: false });
  assert.equal(await page.locator('video').count(), 2);
  assert.equal(await page.getByText('Each plays by itself here').count(), 1);
  const moment = await page.getByRole('link', { name: '0:03' }).first().getAttribute('href');
  assert.equal(moment, `/recordings/${first}?t=3`);
  assert.match((await (await all.as('ann')).get(moment)).text, /#t=3"/);
  await page.context().close();
});

test('it opens for those who may open both, and for nobody who may open one alone', async () => {
  const { all, first, second, address } = await two();
  const back = `/recordings/${second}/beside/${first}`;
  const huw = await all.as('huw');
  for (const path of [address, back]) assert.equal((await huw.get(path)).status, 403, path);
  const tomos = await all.as('tomos');
  assert.equal((await tomos.get(address)).status, 200, 'both were shown to him');
  const hidden = await readyRecording(all, { withFilm: true, grants: [], title: 'For nobody' });
  const unwatched = await readyRecording(all, { withFilm: true, watched: false, title: 'Not watched' });
  for (const { id } of [hidden, unwatched])
    for (const path of [`/recordings/${first}/beside/${id}`, `/recordings/${id}/beside/${first}`]) {
      const answer = await tomos.get(path);
      assert.equal(answer.status, 403, path);
      assert.doesNotMatch(answer.text, /For nobody|Not watched/);
    }
  assert.equal((await tomos.get(`/recordings/${first}/beside/${first}`)).status, 404);
  assert.doesNotMatch((await tomos.get(address)).text, /Hands go up/, 'notes of one’s own alone');
  assert.match((await (await all.as('ann')).get(`/recordings/${first}/beside`)).text, /The week before/);
});
