import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { after, before, test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { buildAssets, stylesheets, type AssetFolders, type Assets } from './assets.ts';

let assets: Assets;
let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'staffroom-assets-'));
  assets = await buildAssets();
});
after(() => rm(folder, { recursive: true }));

test('what is sent compressed is the same as what is sent plain', () => {
  for (const { body, gzip, brotli } of assets.values()) {
    assert.deepEqual(gunzipSync(gzip), body);
    assert.deepEqual(brotliDecompressSync(brotli), body);
  }
});

test('the address of a file holds a fingerprint of its content', () => {
  assert.match(assets.get('staffroom.css')!.path, /^\/assets\/staffroom\.[0-9a-f]{10}\.css$/);
  assert.match(assets.get('browser.js')!.path, /^\/assets\/browser\.[0-9a-f]{10}\.js$/);
});

test('a first visit stays small: style under 28 KB as written, script under 9 KB', () => {
  assert.ok(assets.get('staffroom.css')!.brotli.length < 12_000);
  assert.ok(assets.get('browser.js')!.body.length < 9_000);
  const which = assets.get('which-parts.js')!;
  assert.ok(assets.get('browser.js')!.body.includes(which.path), 'the script knows who knows its parts');
  for (const part of ['joint-writing.js', 'lesson-notes.js', 'waiting-notes.js', 'observe-lesson.js'])
    assert.ok(which.body.includes(assets.get(part)!.path), part);
});

test('what several parts share is a file of its own, and one writes on a phone with less than 18 KB of script', () => {
  const all = [...assets.values()];
  const shared = all.filter(({ path }) => path.includes('/shared.'));
  const withShared = (body: Buffer, seen = new Set<string>()): number =>
    shared
      .filter(({ path }) => !seen.has(path) && body.includes(path.split('/').at(-1)!))
      .reduce((bytes, each) => {
        if (seen.has(each.path)) return bytes;
        seen.add(each.path);
        return bytes + withShared(each.body, seen);
      }, body.length);
  for (const part of ['joint-writing.js', 'lesson-notes.js', 'observe-lesson.js', 'observe-capture.js'])
    assert.ok(withShared(assets.get(part)!.body) < 18_000, part);
  const queue = all.filter(({ body, type }) => type.includes('javascript') && body.includes('waits:'));
  assert.equal(queue.length, 1, 'there is one queue, whatever stands on the page');
});

test('a worker stays at its address, is asked for anew, and knows what its page is made of', () => {
  const { path, mayChange, body } = assets.get('observations.worker.js')!;
  assert.deepEqual([path, mayChange], ['/observations/worker.js', true]);
  for (const name of ['staffroom.css', 'browser.js', 'which-parts.js', 'observe-capture.js'])
    assert.ok(body.includes(assets.get(name)!.path), name);
});

test('ours come first, features after, print last, in the same order every time', async () => {
  const folders: AssetFolders = {
    ui: join(folder, 'ui'),
    features: join(folder, 'features'),
    browser: folder,
  };
  await mkdir(join(folders.ui, 'chart'), { recursive: true });
  await mkdir(join(folders.features, 'b'), { recursive: true });
  await mkdir(join(folders.features, 'a'), { recursive: true });
  for (const name of [
    'print',
    'tokens',
    'base',
    'layout',
    'places',
    'forms',
    'choices',
    'tables',
    'components',
    'tabs',
    'chart/chart',
  ])
    await writeFile(join(folders.ui, `${name}.css`), '');
  await writeFile(join(folders.features, 'b/b.css'), '');
  await writeFile(join(folders.features, 'a/a.css'), '');
  assert.deepEqual(
    (await stylesheets(folders)).map((file) => basename(file, '.css')),
    [
      'tokens',
      'base',
      'layout',
      'places',
      'forms',
      'choices',
      'tables',
      'components',
      'tabs',
      'chart',
      'a',
      'b',
      'print',
    ],
  );
});
