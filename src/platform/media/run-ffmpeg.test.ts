import assert from 'node:assert/strict';
import { getPriority } from 'node:os';
import { test } from 'node:test';
import { FfmpegFailed, runFfmpeg, TookTooLong } from './run-ffmpeg.ts';
import { inTurn } from './in-turn.ts';

const node = process.execPath;

test('what takes too long is ended', async () => {
  const begun = Date.now();
  await assert.rejects(runFfmpeg(node, ['-e', 'setTimeout(() => {}, 60000)'], { limitMs: 300 }), TookTooLong);
  assert.ok(Date.now() - begun < 20_000);
});

test('what fails says why; what is not there says so', async () => {
  await assert.rejects(
    runFfmpeg(node, ['-e', 'process.stderr.write("No room left"); process.exit(3)'], { limitMs: 20_000 }),
    (error: unknown) => error instanceof FfmpegFailed && error.complaint === 'No room left',
  );
  await assert.rejects(runFfmpeg('/nowhere/ffmpeg', [], { limitMs: 20_000 }), { code: 'ENOENT' });
});

test('it runs behind everything else, and sees no password', async () => {
  process.env.DATABASE_URL_OF_THIS_TEST = 'secret';
  let said = '';
  const script = 'console.log(require("os").getPriority(), Object.keys(process.env).join())';
  await runFfmpeg(node, ['-e', script], { limitMs: 20_000, onOutput: (chunk) => (said += chunk.toString()) });
  delete process.env.DATABASE_URL_OF_THIS_TEST;
  assert.ok(Number.parseInt(said) >= Math.max(10, getPriority()), said);
  assert.doesNotMatch(said, /DATABASE|proxy/i);
});

test('one is worked on at a time, in the order asked; one that failed holds up nobody', async () => {
  const seen: string[] = [];
  const work = (name: string, fails = false) =>
    inTurn(async () => {
      seen.push(`${name} begins`);
      await new Promise((resolve) => setTimeout(resolve, 10));
      seen.push(`${name} ends`);
      if (fails) throw new Error('failed');
    });
  const first = assert.rejects(work('first', true));
  const calledOff = assert.rejects(
    inTurn(async () => seen.push('never'), AbortSignal.abort(new Error('No longer wanted.'))),
    /No longer wanted/,
  );
  await Promise.all([first, calledOff, work('second')]);
  assert.deepEqual(seen, ['first begins', 'first ends', 'second begins', 'second ends']);
});
