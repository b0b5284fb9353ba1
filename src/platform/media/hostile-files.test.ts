import assert from 'node:assert/strict';
import { copyFile, readdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { test } from 'node:test';
import { ensureFfmpeg } from '#test/media/ensure-ffmpeg.ts';
import { media, type MediaName } from '#test/media/make-media.ts';
import { inFolder, inputOf, recording } from './media.test-helper.ts';
import { pointingOutside } from './outside-reference.test-helper.ts';
import { probe } from './probe.ts';
import { FfmpegFailed, runFfmpeg } from './run-ffmpeg.ts';
import { openSafely } from './safe-input.ts';
import { withServedInput } from './serve-input.ts';
import { makePlayable } from './transcode.ts';

/** Files that name other files or addresses, sent under the name of a film. */

const ffmpeg = await ensureFfmpeg();

const hostile: [name: MediaName, why: string][] = [
  ['renamed.mp4', 'not a recording'],
  ['playlist.mp4', 'not a recording'],
  ['list.mp4', 'not a recording'],
  ['drawing.mp4', 'not a recording'],
  ['subtitles.mp4', 'not a recording'],
  ['disguised.mp4', 'damaged'],
];
for (const [name, why] of hostile) {
  test(`${name} is refused: ${why}`, async () => {
    await assert.rejects(probe(ffmpeg, await recording(name)), { why });
    await inFolder(async (folder) =>
      assert.rejects(makePlayable(ffmpeg, await recording(name), { folder }), { why }),
    );
  });
}

/** Hands the text to ffmpeg as if it had been taken for a film, past the look at its first bytes. */
const forced = (text: string): Promise<void> =>
  withServedInput(inputOf(Buffer.from(text)), (address) =>
    runFfmpeg(ffmpeg.ffmpeg, ['-v', 'error', ...openSafely(address, 'video/mp4'), '-f', 'null', '-'], {
      limitMs: 20_000,
    }),
  );

test('a playlist that was taken for a film all the same fetches nothing', async () => {
  let asked = 0;
  const canary = createServer((_, response) => {
    asked += 1;
    response.end();
  }).listen(0, '127.0.0.1');
  await once(canary, 'listening');
  const { port } = canary.address() as AddressInfo;
  const address = `http://127.0.0.1:${port}/canary.ts`;
  await assert.rejects(forced(`#EXTM3U\n#EXTINF:10.0,\n${address}\n#EXT-X-ENDLIST\n`), FfmpegFailed);
  await assert.rejects(forced(`ffconcat version 1.0\nfile '${address}'\n`), FfmpegFailed);
  canary.close();
  assert.equal(asked, 0);
});

test('a list that names another film plays it when ffmpeg is left to itself, and not here', async () => {
  await inFolder(async (folder) => {
    await copyFile(await media('silent.mp4'), join(folder, 'secret.mp4'));
    const list = join(folder, 'list.mp4');
    await writeFile(list, 'ffconcat version 1.0\nfile secret.mp4\n');
    const limits = { limitMs: 20_000 };
    await runFfmpeg(ffmpeg.ffmpeg, ['-v', 'error', '-i', list, '-f', 'null', '-'], limits);
    await assert.rejects(forced(await readFile(list, 'utf8')), FfmpegFailed);
    // Nor from disk, were it ever opened there: no file may be opened, not even its own.
    const words = [...openSafely(list, 'video/mp4'), '-f', 'null', '-'];
    await assert.rejects(runFfmpeg(ffmpeg.ffmpeg, ['-v', 'error', ...words], limits), FfmpegFailed);
  });
});

/** Whether ffmpeg, asked with these words in place of its input, finds pictures to decode. */
async function shows(words: readonly string[]): Promise<boolean> {
  let frames = '';
  await runFfmpeg(ffmpeg.ffmpeg, ['-v', 'error', ...words, '-f', 'framemd5', '-'], {
    limitMs: 20_000,
    onOutput: (chunk) => (frames += chunk.toString()),
  }).catch((error: unknown) => {
    if (!(error instanceof FfmpegFailed)) throw error;
  });
  return /^0,/m.test(frames);
}

/** What ffmpeg may be told, and is not here: to follow a film to where it says that its pictures lie. */
const following = ['-enable_drefs', '1', '-use_absolute_path', '1', '-i'];

test('a film that says its pictures lie in another file is not given those of that file', async () => {
  await inFolder(async (folder) => {
    const secret = join(folder, 'secret.mp4');
    await copyFile(await media('silent.mp4'), secret);
    const film = pointingOutside(await readFile(secret), { path: secret, levels: 0 });
    const sent = join(folder, 'sent.mp4');
    await writeFile(sent, film);
    assert.equal(await shows([...following, sent]), true, 'it does name the other');
    await withServedInput(inputOf(film), async (address) =>
      assert.equal(await shows(openSafely(address, 'video/mp4')), false),
    );
    await assert.rejects(makePlayable(ffmpeg, inputOf(film), { folder }));
    assert.deepEqual((await readdir(folder)).sort(), ['secret.mp4', 'sent.mp4'], 'nothing was made of it');
  });
});

test('a film that says its pictures lie beside it, where it was fetched from, fetches nothing more', async (t) => {
  const film = await readFile(await media('silent.mp4'));
  const sent = pointingOutside(film, { path: '/x/secret.mp4', levels: 1 });
  const asked = new Set<string>();
  const canary = createServer(({ url }, response) => {
    asked.add(url!);
    response.end(url === '/film.mp4' ? sent : film);
  }).listen(0, '127.0.0.1');
  t.after(() => {
    canary.close();
    canary.closeAllConnections();
  });
  await once(canary, 'listening');
  const address = `http://127.0.0.1:${(canary.address() as AddressInfo).port}/film.mp4`;
  await shows(openSafely(address, 'video/mp4'));
  assert.deepEqual([...asked], ['/film.mp4']);
  await shows([...following, address]);
  assert.deepEqual([...asked], ['/film.mp4', '/secret.mp4'], 'it does name the other');
});

test('a type that holds no recording is never opened', () => {
  assert.throws(() => openSafely('http://127.0.0.1/', 'image/svg+xml'), /no reader/);
});
