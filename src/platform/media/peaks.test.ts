import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ensureFfmpeg } from '#test/media/ensure-ffmpeg.ts';
import { recording } from './media.test-helper.ts';
import { gatherPeaks, peaks } from './peaks.ts';

const ffmpeg = await ensureFfmpeg();

/** Samples as ffmpeg writes them. */
function pcm(samples: number[]): Buffer {
  const bytes = Buffer.alloc(samples.length * 2);
  for (const [i, sample] of samples.entries()) bytes.writeInt16LE(sample, i * 2);
  return bytes;
}

test('words are loud and pauses are not', async () => {
  const found = await peaks(ffmpeg, await recording('moving.webm'));
  assert.ok(found && found.length >= 780 && found.length <= 820, String(found?.length));
  assert.ok(found.every((peak) => peak >= 0 && peak <= 1));
  assert.ok(Math.max(...found) > 0.3);
  // The words end before the eight seconds do.
  assert.ok(Math.max(...found.slice(-20)) < 0.05);
});

test('an hour has as many peaks as fit a page', async () => {
  const found = await peaks(ffmpeg, await recording('hour.m4a'));
  assert.ok(found && found.length >= 600 && found.length <= 1200, String(found?.length));
  assert.ok(found.slice(1, -1).every((peak) => peak > 0.01 && peak < 0.1));
});

test('a film without sound has no peaks', async () => {
  assert.equal(await peaks(ffmpeg, await recording('silent.mp4')), null);
});

test('every sample counts once, wherever the pieces are cut', () => {
  const samples = Array.from({ length: 8000 * 60 }, (_, i) => (i === 240_001 ? -32_768 : 3277));
  const bytes = pcm(samples);
  const [whole, inPieces] = [gatherPeaks(), gatherPeaks()];
  whole.add(bytes);
  for (let at = 0; at < bytes.length; at += 997) inPieces.add(bytes.subarray(at, at + 997));
  const found = whole.peaks();
  assert.deepEqual(inPieces.peaks(), found);
  assert.equal(found.length, 750);
  assert.equal(found[375], 1);
  assert.deepEqual([...new Set(found.toSpliced(375, 1))], [0.1]);
});
