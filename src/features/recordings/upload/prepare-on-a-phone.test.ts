import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { markupTroubles } from '#test/html-rules.ts';
import { axeTroubles, hearComplaints, tooWide } from '#test/page-checks.ts';
import { choose, make, openPreparing, openWith, send } from './prepare-page.test-helper.ts';
import {
  contrast,
  filmedUpright,
  height,
  pictureAt,
  type Spot,
  width,
} from './prepared-films.test-helper.ts';

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

test('on a phone a finger draws a blur over a film that was recorded upright, and it lies where it was drawn', async () => {
  const page = await openWith(await filmedUpright(), '?without=Mali Wyn', phone);
  await page.locator('.prepare-boxes').waitFor();
  await shown(page);
  await page.getByRole('button', { name: 'Draw a blur' }).tap();
  await drag(page, [0.1, 0.1], [0.5, 0.3]);
  await page.getByRole('group', { name: 'Blur 1' }).getByLabel('Shape').selectOption('Square');
  // Then the finger moves it down; nothing else on the page moves with it.
  const scrolled = await page.evaluate(() => scrollY);
  await drag(page, [0.2, 0.15], [0.2, 0.55]);
  assert.equal(await page.evaluate(() => scrollY), scrolled);
  await make(page);
  await page.getByLabel('I looked at the whole').check();
  const { path } = await send(page);
  const picture = await pictureAt(path, 2);
  assert.deepEqual([picture.width, picture.height], [height, width]);
  const place: Spot = { x: 0.13, y: 0.53, width: 0.34, height: 0.15 };
  assert.ok(contrast(picture, place) < 15, 'seen where it was moved to');
  assert.ok(contrast(picture, { ...place, y: 0.12 }) > 70, 'hidden where it was moved from');
  await page.context().close();
});

test('on a phone nothing is wider than the screen, every target fits a finger, and nothing bars anybody', async () => {
  const page = await openPreparing('?without=Mali Wyn', phone);
  const complaints = await hearComplaints(page.context());
  await page.reload();
  const looks = async (step: string): Promise<void> => {
    assert.deepEqual(await tooWide(page), [], step);
    assert.deepEqual(await small(page), [], step);
    assert.deepEqual(await axeTroubles(page), [], step);
  };
  assert.deepEqual(await markupTroubles(await (await fetch(page.url())).text()), []);
  await looks('choosing');
  await choose(page, await filmedUpright());
  await page.getByRole('button', { name: 'Put one in the middle' }).tap();
  for (const group of ['Places in numbers', 'Silence moments', 'Turn the picture'])
    await page.locator('summary', { hasText: group }).tap();
  await page.getByRole('button', { name: 'Silence from here' }).tap();
  await looks('editing');
  await make(page);
  await looks('looking');
  assert.deepEqual(complaints, []);
  await page.context().close();
});

/** Waits until the film's picture stands on the page. */
const shown = (page: Page): Promise<unknown> =>
  page.waitForFunction(
    () => (document.querySelector('.prepare-picture canvas') as HTMLCanvasElement).height > 200,
  );

type Point = readonly [x: number, y: number];

/** One finger from one place of the picture to another, in shares of it. */
async function drag(page: Page, from: Point, to: Point): Promise<void> {
  const box = (await page.locator('.prepare-boxes').boundingBox())!;
  const at = ([x, y]: Point) => [{ x: box.x + box.width * x, y: box.y + box.height * y }];
  const session = await page.context().newCDPSession(page);
  const finger = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: { x: number; y: number }[]) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints });
  await finger('touchStart', at(from));
  for (const share of [0.3, 0.7, 1])
    await finger('touchMove', at([from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share]));
  await finger('touchEnd', []);
  await page.waitForTimeout(100);
}

/** What one presses that is smaller than 44 pixels. */
const small = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const pressed =
      'button, summary, select, label.button, label.choice, [role=slider], .corner, .moment input';
    return [...document.querySelector('prepare-recording')!.querySelectorAll(pressed)]
      .filter((each) => each.checkVisibility())
      .map((each) => ({ each, box: each.getBoundingClientRect() }))
      .filter(({ box }) => box.width < 43.9 || box.height < 43.9)
      .map(({ each, box }) => `${each.outerHTML.slice(0, 80)} ${box.width} × ${box.height}`);
  });
