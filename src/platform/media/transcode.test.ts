import assert from 'node:assert/strict';
import { chmod, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { ensureFfmpeg } from '#test/media/ensure-ffmpeg.ts';
import { media, type MediaName } from '#test/media/make-media.ts';
import { fileInput } from './input.ts';
import { inFolder, recording, slowly, upperLeft } from './media.test-helper.ts';
import { probe } from './probe.ts';
import { makePlayable } from './transcode.ts';

const ffmpeg = await ensureFfmpeg();

test('a phone’s film comes out upright, smaller, in what every browser plays', () =>
  inFolder(async (folder) => {
    const made = await makePlayable(ffmpeg, await recording('rotated.mp4'), { folder });
    assert.deepEqual([made.width, made.height, made.copied], [720, 1280, false]);
    const { video, audio } = await probe(ffmpeg, await fileInput(made.path));
    assert.deepEqual([video?.codec, video?.pixelFormat, video?.rotation], ['h264', 'yuv420p', 0]);
    assert.equal(audio?.codec, 'aac');
    const [red = 0, green = 0, blue = 0] = await upperLeft(made.path);
    assert.ok(red > 180 && green < 80 && blue < 80, 'the red corner is at the upper left');
    assert.equal(basename(dirname(made.path)), basename(folder));
  }));

test('it can be turned once more', () =>
  inFolder(async (folder) => {
    const made = await makePlayable(ffmpeg, await recording('silent.mp4'), { folder, rotate: 270 });
    assert.deepEqual([made.width, made.height, made.copied], [180, 320, false]);
  }));

test('a film that is too large and too quick is made smaller and slower', () =>
  inFolder(async (folder) => {
    const made = await makePlayable(ffmpeg, await recording('large.mp4'), { folder });
    assert.deepEqual([made.width, made.height], [1280, 720]);
    const { video } = await probe(ffmpeg, await fileInput(made.path));
    assert.ok(Math.abs((video?.frameRate ?? 0) - 30) < 1, String(video?.frameRate));
  }));

test('WebM becomes MP4, and what is done is told as it rises', () =>
  inFolder(async (folder) => {
    const told: number[] = [];
    const input = slowly(await readFile(await media('moving.webm')), 16, 90);
    const made = await makePlayable(ffmpeg, input, { folder, onProgress: (share) => told.push(share) });
    assert.equal(made.mediaType, 'video/mp4');
    assert.ok(Math.abs(made.durationMs - 8000) < 100);
    assert.ok(
      told.some((share) => share > 0 && share < 1),
      told.join(' '),
    );
    assert.deepEqual(
      told,
      told.toSorted((a, b) => a - b),
    );
    assert.equal(told.at(-1), 1);
  }));

test('what browsers play already is packed anew, without place, device, title or date, ready to begin early', () =>
  inFolder(async (folder) => {
    const source = await readFile(await media('moving.mp4'), 'latin1');
    assert.ok(source.includes('+51.5033') && source.includes('Room 12'));
    const made = await makePlayable(ffmpeg, await recording('moving.mp4'), { folder });
    assert.equal(made.copied, true);
    const result = await readFile(made.path, 'latin1');
    for (const word of ['+51.5033', 'Handy', 'Room 12', 'Lavf']) assert.ok(!result.includes(word), word);
    assert.ok(result.indexOf('moov') < result.indexOf('mdat'));
  }));

test('place and device are gone too from what is made anew', () =>
  inFolder(async (folder) => {
    const trim = { fromMs: 2000, toMs: 5000 };
    const made = await makePlayable(ffmpeg, await recording('moving.mp4'), { folder, trim });
    assert.equal(made.copied, false);
    assert.ok(Math.abs(made.durationMs - 3000) < 100, String(made.durationMs));
    assert.equal(made.expectedMs, 3000);
    const result = await readFile(made.path, 'latin1');
    for (const word of ['+51.5033', 'Handy', 'Room 12']) assert.ok(!result.includes(word), word);
  }));

test('a part is cut from what a browser’s recorder wrote; past its end there is nothing', () =>
  inFolder(async (folder) => {
    const input = await recording('streamed.webm');
    const made = await makePlayable(ffmpeg, input, { folder, trim: { fromMs: 6000, toMs: 60_000 } });
    assert.ok(Math.abs(made.durationMs - 2000) < 150, String(made.durationMs));
  }));

const sounds: [name: MediaName, copied: boolean][] = [
  ['spoken.m4a', true],
  ['spoken.mp4', true],
  ['spoken.webm', false],
  ['spoken.mp3', false],
];
for (const [name, copied] of sounds) {
  test(`${name} becomes M4A${copied ? ' without being made anew' : ''}`, () =>
    inFolder(async (folder) => {
      const made = await makePlayable(ffmpeg, await recording(name), { folder });
      assert.deepEqual([made.mediaType, made.width, made.copied], ['audio/mp4', null, copied]);
      assert.ok(Math.abs(made.durationMs - 8000) < 100, String(made.durationMs));
    }));
}

test('of a film whose end is missing the beginning is kept', () =>
  inFolder(async (folder) => {
    const made = await makePlayable(ffmpeg, await recording('truncated-end.webm'), { folder });
    assert.ok(made.durationMs > 3000 && made.durationMs < 5000, String(made.durationMs));
    assert.ok(made.expectedMs > 7900);
  }));

test('whoever calls it off ends the process, and nothing is left', () =>
  inFolder(async (folder) => {
    // The real program, which first writes down its own number.
    const noted = join(folder, 'pid');
    const program = join(folder, 'ffmpeg');
    await writeFile(program, `#!/bin/sh\necho $$ > '${noted}'\nexec '${ffmpeg.ffmpeg}' "$@"\n`);
    await chmod(program, 0o755);
    const calledOff = new AbortController();
    const input = slowly(await readFile(await media('moving.webm')), 100, 100);
    const making = makePlayable({ ...ffmpeg, ffmpeg: program }, input, { folder, signal: calledOff.signal });
    const outcome = assert.rejects(making, /No longer wanted/);
    let pid = 0;
    for (let tries = 0; pid === 0 && tries < 200; tries += 1) {
      await wait(50);
      pid = Number(await readFile(noted, 'utf8').catch(() => '0'));
    }
    assert.ok(pid > 0);
    process.kill(pid, 0);
    calledOff.abort(new Error('No longer wanted.'));
    await outcome;
    assert.throws(() => process.kill(pid, 0), { code: 'ESRCH' });
    assert.deepEqual((await readdir(folder)).toSorted(), ['ffmpeg', 'pid']);
  }));
