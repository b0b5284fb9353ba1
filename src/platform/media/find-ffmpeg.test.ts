import assert from 'node:assert/strict';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { test } from 'node:test';
import { ensureFfmpeg } from '#test/media/ensure-ffmpeg.ts';
import { findFfmpeg, searchFfmpeg } from './find-ffmpeg.ts';

test('ffmpeg is found on PATH, or where FFMPEG_PATH says', async () => {
  const { ffmpeg, ffprobe } = await ensureFfmpeg();
  assert.deepEqual(await searchFfmpeg({ PATH: `/nowhere${delimiter}${dirname(ffmpeg)}` }), {
    ffmpeg,
    ffprobe,
  });
  assert.deepEqual(await searchFfmpeg({ FFMPEG_PATH: ffmpeg, PATH: '' }), { ffmpeg, ffprobe });
});

test('a path that leads nowhere means: go without', async () => {
  assert.equal(await searchFfmpeg({ PATH: '/nowhere' }), null);
  assert.equal(await searchFfmpeg({ ...process.env, FFMPEG_PATH: '/nowhere/ffmpeg' }), null);
});

test('an ffmpeg that cannot write H.264 is passed over', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'staffroom-ffmpeg-'));
  for (const name of ['ffmpeg', 'ffprobe']) {
    await writeFile(join(folder, name), '#!/bin/sh\necho " A..... aac"\n');
    await chmod(join(folder, name), 0o755);
  }
  assert.equal(await searchFfmpeg({ PATH: folder }), null);
  await rm(folder, { recursive: true });
});

test('it is asked for once', async () => {
  assert.equal(findFfmpeg(), findFfmpeg());
  await findFfmpeg();
});
