import assert from 'node:assert/strict';
import { test } from 'node:test';
import { canBeCopied, sizeShown } from './recipe.ts';
import { readReport, type Video } from './report.ts';

const film: Video = {
  index: 0,
  codec: 'h264',
  width: 1280,
  height: 720,
  rotation: 0,
  frameRate: 30,
  pixelFormat: 'yuv420p',
  pixelAspect: 1,
};
const sound = { index: 1, codec: 'aac', channels: 2 };
const probed = (video: Partial<Video> | null, audio: typeof sound | null = sound) => ({
  container: 'video/mp4',
  mediaType: 'video/mp4',
  durationMs: 60_000,
  video: video && { ...film, ...video },
  audio,
});

test('pictures are at most 1280 on the long side, even, and never larger than they were', () => {
  assert.deepEqual(sizeShown({ ...film, width: 3840, height: 2160 }), { width: 1280, height: 720 });
  assert.deepEqual(sizeShown({ ...film, width: 3840, height: 2160, rotation: 270 }), {
    width: 720,
    height: 1280,
  });
  assert.deepEqual(sizeShown({ ...film, width: 321, height: 181 }), { width: 320, height: 180 });
  assert.deepEqual(sizeShown({ ...film, width: 720, height: 576, pixelAspect: 64 / 45 }), {
    width: 1024,
    height: 576,
  });
  assert.deepEqual(sizeShown({ ...film, rotation: 90 }, 90), { width: 1280, height: 720 });
});

test('only what every browser plays as it is stays as it is', () => {
  const few = 5_000_000;
  assert.equal(canBeCopied(probed({}), few, {}), true);
  assert.equal(canBeCopied(probed({}, null), few, {}), true);
  assert.equal(canBeCopied(probed(null), few, {}), true);
  assert.equal(canBeCopied(probed({}), 60_000_000, {}), false, 'too many bits a second');
  assert.equal(canBeCopied(probed({ codec: 'hevc' }), few, {}), false);
  assert.equal(canBeCopied(probed({ pixelFormat: 'yuv420p10le' }), few, {}), false);
  assert.equal(canBeCopied(probed({ rotation: 90 }), few, {}), false);
  assert.equal(canBeCopied(probed({ width: 1920 }), few, {}), false);
  assert.equal(canBeCopied(probed({}, { ...sound, codec: 'opus' }), few, {}), false);
  assert.equal(canBeCopied(probed({}), few, { rotate: 90 }), false);
  assert.equal(canBeCopied(probed({}), few, { trim: { fromMs: 0, toMs: 9 } }), false);
});

test('a cover is no film, a sound nobody can read is passed over, both ways of saying a turn are understood', () => {
  const cover = {
    index: 0,
    codec_type: 'video',
    codec_name: 'mjpeg',
    width: 9,
    disposition: { attached_pic: 1 },
  };
  const strange = { index: 1, codec_type: 'audio', codec_name: 'unknown', channels: 4 };
  const known = { index: 2, codec_type: 'audio', codec_name: 'aac', channels: 2 };
  const report = readReport({ streams: [cover, strange, known], format: {} });
  assert.deepEqual(report, {
    video: null,
    audio: { index: 2, codec: 'aac', channels: 2 },
    durationMs: null,
  });
  const turned = (more: object) =>
    readReport({ streams: [{ index: 0, codec_type: 'video', codec_name: 'h264', width: 9, ...more }] }).video
      ?.rotation;
  assert.equal(turned({ side_data_list: [{}, { rotation: -90 }] }), 90);
  assert.equal(turned({ side_data_list: [{ rotation: 90 }] }), 270);
  assert.equal(turned({ side_data_list: [{ rotation: -180 }] }), 180);
  assert.equal(turned({ tags: { rotate: '270' } }), 270);
  assert.equal(turned({}), 0);
});
