import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { ensureFfmpeg } from '../media/ensure-ffmpeg.ts';
import { runProgram } from '../media/run-program.ts';
import { makeWorld } from '../world.ts';
import { journey } from './journey.ts';

const folder = await mkdtemp(join(tmpdir(), 'staffroom-upload-'));
after(() => rm(folder, { recursive: true, force: true }));

/** Noise cannot be made small, so this is several pieces of sending. */
async function longFilm(): Promise<string> {
  const { ffmpeg } = await ensureFfmpeg();
  const path = join(folder, 'IMG_2041.webm');
  const noise = 'nullsrc=size=320x240:rate=20:duration=9,geq=random(1)*255:128:128';
  const how = ['-c:v', 'libvpx', '-deadline', 'realtime', '-cpu-used', '8', '-b:v', '20M', '-qmax', '20'];
  await runProgram(ffmpeg, ['-v', 'error', '-y', '-f', 'lavfi', '-i', noise, ...how, path]);
  return path;
}

/** What lies ready on the device: its length and its sum. */
const onDevice = (page: Page): Promise<{ bytes: number; sha256: string }> =>
  page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    for await (const [name, handle] of root.entries()) {
      if (name.endsWith('.json') || !(handle instanceof FileSystemFileHandle)) continue;
      const bytes = await (await handle.getFile()).arrayBuffer();
      const sum = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
      return {
        bytes: bytes.byteLength,
        sha256: [...sum].map((n) => n.toString(16).padStart(2, '0')).join(''),
      };
    }
    return { bytes: 0, sha256: '' };
  });

const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).filter({ visible: true }).first().click();

journey('a film survives a lost line and a closed tab, and arrives whole', async (walk) => {
  const world = await makeWorld(walk.site.db);
  const { people, school } = world;
  const film = await longFilm();
  const ffion = await walk.browser(true);
  await ffion.signInAs(people.teacher);

  await ffion.visit('/recordings');
  await ffion.sees('Nothing is recorded yet.');
  await ffion.press('Record a lesson');
  await ffion.fill('What it is called', 'Explaining fractions');
  await ffion.tick('Nobody but me can be seen or heard in it');
  await ffion.press('Go on to the film');
  assert.equal(await ffion.title(), 'Film and send');
  const send = ffion.at;

  // A slow line: each piece takes a while, so that one can be cut in the middle.
  const context = ffion.page.context();
  let pieces = 0;
  await context.route('**/upload/*', async (route) => {
    if (route.request().method() === 'PATCH') {
      pieces += 1;
      await pause(400);
    }
    await route.continue().catch(() => {});
  });
  const reach = async (n: number): Promise<void> => {
    while (pieces < n) await pause(20);
  };

  await ffion.page.locator('[data-is="file"]').setInputFiles(film);
  await press(ffion.page, 'Make what is sent');
  await ffion.sees('Look at the whole before you send it');
  const made = await onDevice(ffion.page);
  assert.ok(made.bytes > 8 * 1024 ** 2, `${made.bytes} bytes are too few to be cut`);
  await press(ffion.page, 'Send this recording');
  await reach(2);
  await context.setOffline(true);
  await ffion.sees('No connection just now.');
  await context.setOffline(false);
  await reach(3);
  await press(ffion.page, 'Pause');
  await ffion.sees('Paused. What has arrived stays there.');
  await press(ffion.page, 'Go on');
  const before = pieces;
  await reach(before + 1);
  await ffion.page.close({ runBeforeUnload: false });

  // The tab was closed; nothing but what was made is left on the device.
  const page = await context.newPage();
  await page.goto(send);
  await page.getByText(/IMG_2041\.webm stopped at \d+ %/).waitFor();
  assert.equal(await page.evaluate(() => JSON.stringify(localStorage).includes('IMG_2041')), false);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  assert.equal(overflow, false, 'the page is wider than the phone');
  const offsets: number[] = [];
  page.on('request', (request) => {
    if (request.method() === 'PATCH') offsets.push(Number(request.headers()['upload-offset']));
  });
  await press(page, 'Look at it');
  await press(page, 'Send this recording');
  await page.waitForURL((url) => url.pathname === send.replace(/\/send$/, ''), { timeout: 30_000 });
  assert.ok(offsets[0]! >= 2 * 1024 ** 2, `it goes on from ${offsets[0]}, not from the beginning`);

  const [medium, ...others] = await walk.site.db
    .selectFrom('recording_medium')
    .select(['bytes', 'sha256', 'media_type as mediaType'])
    .where('owner_id', '=', school.id)
    .execute();
  assert.deepEqual(others, []);
  assert.deepEqual({ ...medium, bytes: Number(medium!.bytes) }, { ...made, mediaType: 'video/webm' });
  await page.goto('/recordings');
  await page.getByText('Explaining fractions').waitFor();
  assert.equal((await onDevice(page)).bytes, 0);
});
