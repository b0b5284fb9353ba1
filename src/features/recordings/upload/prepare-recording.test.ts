import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readFile } from 'node:fs/promises';
import { make, openWith, requests, send, unfold } from './prepare-page.test-helper.ts';
import {
  camera,
  colour,
  contrast,
  filmed,
  height,
  length,
  lengthOf,
  loudness,
  pictureAt,
  place,
  type Spot,
  tracksOf,
  width,
} from './prepared-films.test-helper.ts';

const close = (value: number, to: number, by: number): boolean => Math.abs(value - to) <= by;

test('a face that was blurred is gone at that time and place, and nowhere else', async () => {
  const film = await filmed('webm');
  const page = await openWith(film);
  await unfold(page, 'Blur faces');
  await page.getByRole('button', { name: 'Draw a blur' }).click();
  const box = (await page.locator('.prepare-boxes').boundingBox())!;
  await page.mouse.move(box.x + box.width * 0.4, box.y + box.height * 0.3);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.6, box.y + box.height * 0.6, { steps: 3 });
  await page.mouse.up();
  const entry = page.getByRole('group', { name: 'Blur 1' });
  await entry.getByLabel('From', { exact: true }).fill('1');
  await entry.getByLabel('Until').fill('3');
  await entry.getByLabel('Shape').selectOption('Square');
  await make(page);
  const { path, prepared, durationMs } = await send(page);
  assert.deepEqual([prepared['blurred'], prepared['trimmed']], [true, false]);
  assert.ok(close(durationMs / 1000, length, 0.05));
  const face: Spot = { x: 0.42, y: 0.33, width: 0.16, height: 0.24 };
  const beside: Spot = { x: 0.65, y: 0.3, width: 0.2, height: 0.3 };
  for (const [moment, isHidden] of [
    [0.5, false],
    [1.1, true],
    [2, true],
    [2.9, true],
    [3.5, false],
  ] as const) {
    const picture = await pictureAt(path, moment);
    const seen = contrast(picture, face);
    if (isHidden) assert.ok(seen < 12, `${moment} s: the squares are still seen (${seen})`);
    else assert.ok(seen > 70, `${moment} s: hidden too early or too long (${seen})`);
    assert.ok(contrast(picture, beside) > 70, `${moment} s: hidden beside the face`);
  }
  assert.ok(colour(await pictureAt(path, 0.5), { x: 0, y: 0, width: 0.1, height: 0.1 })[0] > 150);
  assert.deepEqual(
    requests.map(({ method, bytes }) => [method, bytes]),
    [['GET', 0]],
  );
  await page.context().close();
});

test('a blur that is moved at a later moment goes there in a straight line', async () => {
  const page = await openWith(await filmed('webm'));
  await unfold(page, 'Blur faces');
  await page.getByRole('button', { name: 'Put one in the middle' }).click();
  const entry = page.getByRole('group', { name: 'Blur 1' });
  await entry.getByText('Places in numbers').click();
  const first = entry.getByRole('listitem').first();
  for (const [label, value] of Object.entries({ 'From left, %': '5', 'From top, %': '40', 'Width, %': '15' }))
    await first.getByLabel(label).fill(value);
  await entry.getByLabel('How').selectOption('Covered');
  await page.getByRole('slider', { name: 'End of the part' }).waitFor();
  for (let second = 0; second < 4; second++) await page.getByRole('button', { name: '1 s on' }).click();
  const box = page.getByRole('button', { name: /^Blur 1/ });
  await box.focus();
  // From 5 % to 80 % of the width, by the arrow keys alone.
  for (let press = 0; press < 75; press++) await page.keyboard.press('ArrowRight');
  assert.match((await box.getAttribute('aria-label'))!, /80 % from the left, 40 % from the top, 15 % wide/);
  await page.keyboard.press('Shift+ArrowDown');
  assert.match((await box.getAttribute('aria-label'))!, /31 % high/);
  await make(page);
  const { path } = await send(page);
  const at = (share: number): Spot => ({ x: share + 0.04, y: 0.47, width: 0.07, height: 0.14 });
  for (const [moment, share] of [
    [0, 0.05],
    [2, 0.425],
    [3.9, 0.78],
  ] as const) {
    const picture = await pictureAt(path, moment);
    assert.ok(contrast(picture, at(share)) < 12, `not covered at ${moment} s`);
    for (const other of [0.05, 0.425, 0.78].filter((each) => each !== share))
      assert.ok(contrast(picture, at(other)) > 70, `covered elsewhere at ${moment} s`);
  }
  await page.context().close();
});

test('only the part that is kept is sent; the place and the camera stay behind', async () => {
  const film = await filmed('mp4');
  const before = await readFile(film);
  assert.ok(before.includes(place) && before.includes(camera));
  const page = await openWith(film);
  await page.getByLabel('From', { exact: true }).fill('0:01');
  await page.getByLabel('Until', { exact: true }).fill('0:03.0');
  await page.getByRole('heading', { name: 'Make it ready' }).click();
  await page.getByText('0:02 of 0:04 are kept.').waitFor();
  await make(page);
  const { path, prepared, name, durationMs } = await send(page);
  assert.deepEqual([name, prepared['trimmed'], durationMs], ['lesson.mp4', true, 2000]);
  assert.ok(close(await lengthOf(path), 2, 0.15), `${await lengthOf(path)} s`);
  const lower: Spot = { x: 0.2, y: 0.92, width: 0.6, height: 0.05 };
  const [, , blue] = colour(await pictureAt(path, 0.5), lower);
  const [, green] = colour(await pictureAt(path, 1.5), lower);
  assert.ok(blue > 150 && green > 150, 'another part than was chosen');
  const after = await readFile(path);
  assert.ok(!after.includes(place) && !after.includes(camera));
  await page.context().close();
});

test('a part that begins far from any whole picture of the film has its picture from its beginning on', async () => {
  // As browsers record: one picture is whole, the first; the others say what changed.
  const page = await openWith(await filmed('webm'));
  await page.getByLabel('From', { exact: true }).fill('0:01');
  await page.getByLabel('Until', { exact: true }).fill('0:03');
  await page.getByRole('heading', { name: 'Make it ready' }).click();
  await make(page);
  const { path, kind } = await send(page);
  assert.equal(kind, 'video');
  assert.deepEqual(await tracksOf(path), ['audio', 'video']);
  assert.ok(close(await lengthOf(path), 2, 0.15), `${await lengthOf(path)} s`);
  const lower: Spot = { x: 0.2, y: 0.92, width: 0.6, height: 0.05 };
  const [, , blue] = colour(await pictureAt(path, 0.1), lower);
  const [, green] = colour(await pictureAt(path, 1.5), lower);
  assert.ok(blue > 150 && green > 150, 'another part than was chosen');
  await page.context().close();
});

test('a film of which nothing was asked goes as it is encoded, without its place', async () => {
  const page = await openWith(await filmed('mp4'));
  await make(page);
  const { path, prepared, kind, type } = await send(page);
  assert.deepEqual(
    [kind, type.split(';')[0], Object.values(prepared).includes(true)],
    ['video', 'video/mp4', false],
  );
  assert.ok(close(await lengthOf(path), length, 0.1));
  assert.ok(contrast(await pictureAt(path, 2), { x: 0.3, y: 0.3, width: 0.4, height: 0.4 }) > 90);
  assert.ok(!(await readFile(path)).includes(place));
  await page.context().close();
});

for (const ending of ['webm', 'mp4'] as const)
  test(`a moment that was silenced is silent, and the picture turned is turned (${ending})`, async () => {
    const page = await openWith(await filmed(ending));
    await unfold(page, 'Silence moments');
    await page.getByRole('button', { name: 'Silence from here' }).click();
    const entry = page.getByRole('group', { name: 'Silence 1' });
    await entry.getByLabel('From').fill('1.5');
    await entry.getByLabel('Until').fill('2.5');
    await unfold(page, 'Turn the picture');
    await page.getByRole('button', { name: 'Turn by a quarter' }).click();
    await make(page);
    const { path, prepared } = await send(page);
    assert.deepEqual([prepared['muted'], prepared['rotated'], prepared['blurred']], [true, true, false]);
    assert.ok((await loudness(path, 1.55, 2.45)) < 0.001, 'not silent');
    assert.ok(
      (await loudness(path, 0.2, 1.4)) > 0.05 && (await loudness(path, 2.6, 3.5)) > 0.05,
      'too silent',
    );
    const picture = await pictureAt(path, 1);
    assert.deepEqual([picture.width, picture.height], [height, width]);
    // What was in the upper left corner is in the upper right.
    const [red, green] = colour(picture, { x: 0.84, y: 0.02, width: 0.12, height: 0.08 });
    assert.ok(red > 150 && green < 100, `${red} ${green}`);
    await page.context().close();
  });

test('sound only: no picture is sent', async () => {
  const page = await openWith(await filmed('webm'));
  await unfold(page, 'Blur faces');
  await page.getByLabel('Sound only').check();
  await make(page);
  const { path, kind, type, prepared } = await send(page);
  assert.deepEqual([kind, type.split(';')[0], prepared['soundOnly']], ['audio', 'audio/webm', true]);
  assert.deepEqual(await tracksOf(path), ['audio']);
  await page.context().close();
});

test('the whole picture blurred shows no square anywhere, and the sound is all there', async () => {
  const page = await openWith(await filmed('webm'));
  await unfold(page, 'Blur faces');
  await page.getByLabel('Blur the whole picture').check();
  await make(page);
  const { path, prepared } = await send(page);
  assert.equal(prepared['blurred'], true);
  const seen = contrast(await pictureAt(path, 1), { x: 0.2, y: 0.3, width: 0.6, height: 0.5 });
  assert.ok(seen < 12, String(seen));
  assert.ok((await loudness(path, 0.5, 3.5)) > 0.05);
  await page.context().close();
});
