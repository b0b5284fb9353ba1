import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { ensureFfmpeg } from '#test/media/ensure-ffmpeg.ts';
import { mediaTypeOf } from '../storage/media-type.ts';
import { inFolder, recording, upperLeft } from './media.test-helper.ts';
import { poster } from './poster.ts';

const ffmpeg = await ensureFfmpeg();

/** Width and height as a JPEG says them in its frame header (ITU-T T.81, B.2.2). */
function sizeOf(jpeg: Buffer): [number, number] {
  const frame = jpeg.indexOf(Buffer.from([0xff, 0xc0]));
  return [jpeg.readUInt16BE(frame + 7), jpeg.readUInt16BE(frame + 5)];
}

test('a film has one small picture, upright', () =>
  inFolder(async (folder) => {
    const jpeg = await poster(ffmpeg, await recording('rotated.mp4'));
    assert.ok(jpeg);
    assert.equal(mediaTypeOf(jpeg), 'image/jpeg');
    assert.deepEqual(sizeOf(jpeg), [640, 1138]);
    await writeFile(join(folder, 'poster.jpg'), jpeg);
    const [red = 0, green = 0] = await upperLeft(join(folder, 'poster.jpg'));
    assert.ok(red > 180 && green < 80);
  }));

test('a small film’s picture is not made larger', async () => {
  const jpeg = await poster(ffmpeg, await recording('truncated-end.webm'));
  assert.deepEqual(jpeg && sizeOf(jpeg), [320, 180]);
});

test('sound has no picture', async () => {
  assert.equal(await poster(ffmpeg, await recording('spoken.m4a')), null);
});
