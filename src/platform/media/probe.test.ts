import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ensureFfmpeg } from '#test/media/ensure-ffmpeg.ts';
import type { MediaName } from '#test/media/make-media.ts';
import { inputOf, recording } from './media.test-helper.ts';
import { probe } from './probe.ts';

const ffmpeg = await ensureFfmpeg();
const look = async (name: MediaName) => probe(ffmpeg, await recording(name));

test('a phone’s upright film says how it must be turned', async () => {
  const { container, durationMs, video, audio } = await look('rotated.mp4');
  assert.equal(container, 'video/mp4');
  assert.ok(Math.abs(durationMs - 2000) < 50);
  assert.deepEqual(
    { ...video, index: 0 },
    {
      index: 0,
      codec: 'h264',
      width: 1920,
      height: 1080,
      rotation: 90,
      frameRate: 12,
      pixelFormat: 'yuv420p',
      pixelAspect: 1,
    },
  );
  assert.deepEqual({ codec: audio?.codec, channels: audio?.channels }, { codec: 'aac', channels: 1 });
});

const sounds: [name: MediaName, mediaType: string, codec: string][] = [
  ['spoken.m4a', 'audio/mp4', 'aac'],
  ['spoken.mp4', 'audio/mp4', 'aac'],
  ['spoken.webm', 'audio/webm', 'opus'],
  ['spoken.ogg', 'audio/ogg', 'opus'],
  ['spoken.mp3', 'audio/mpeg', 'mp3'],
  ['spoken.aac', 'audio/aac', 'aac'],
  ['speech.wav', 'audio/wav', 'pcm_s16le'],
];
for (const [name, mediaType, codec] of sounds) {
  test(`${name} is sound alone, ${mediaType}`, async () => {
    const probed = await look(name);
    assert.equal(probed.mediaType, mediaType);
    assert.equal(probed.video, null);
    assert.equal(probed.audio?.codec, codec);
    assert.ok(Math.abs(probed.durationMs - 8000) < 300, String(probed.durationMs));
  });
}

test('what a browser’s recorder wrote is measured, since it does not say its length', async () => {
  const probed = await look('streamed.webm');
  assert.ok(Math.abs(probed.durationMs - 8000) < 100, String(probed.durationMs));
  assert.equal(probed.mediaType, 'video/webm');
});

test('a film without sound has none', async () => {
  const probed = await look('silent.mp4');
  assert.equal(probed.audio, null);
  assert.equal(probed.video?.codec, 'h264');
});

test('a film whose table of contents was lost is damaged', async () => {
  await assert.rejects(look('truncated.mp4'), { name: 'Error', why: 'damaged' });
});

test('an empty file is no recording', async () => {
  await assert.rejects(probe(ffmpeg, inputOf(Buffer.alloc(0))), { why: 'not a recording' });
});

test('a fault while reading what is kept is not called a fault of the recording', async () => {
  const input = await recording('moving.mp4');
  let opened = 0;
  const failing = {
    bytes: input.bytes,
    open: async (range: { start: number; end: number }) => {
      opened += 1;
      if (opened > 1) throw new Error('The key is missing.');
      return input.open(range);
    },
  };
  await assert.rejects(probe(ffmpeg, failing), /The key is missing/);
});
