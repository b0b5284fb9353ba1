import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import type { BrowserContext, Page } from 'playwright-core';
import { insertMemberships } from '#features/people/index.ts';
import { openChromium } from '#test/chromium.ts';
import { makePerson, type TestPerson } from '#test/factories.ts';
import { startOfTests } from '#test/site.ts';
import { buildAssets } from '#ui/assets.ts';
import { joins, primary, stands, versionOf } from '../registers.scene.ts';

const chromium = await openChromium();
after(() => chromium.close());
const assets = await buildAssets();

type Options = NonNullable<Parameters<typeof chromium.newContext>[0]>;

/** Class 5P with thirty pupils, and Ffion’s browser signed in. */
async function classroom(options: Options = {}) {
  const stage = await primary({ assets });
  const { site, db, school, p5, people } = stage;
  const more = await Promise.all(
    Array.from({ length: 27 }, (_, n) =>
      makePerson(db, school, { name: `Pupil Number${String(n).padStart(2, '0')}`, kind: 'pupil' }),
    ),
  );
  await insertMemberships(db, school.id, joins(p5, 'pupil', ...more), startOfTests);
  await site.app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = site.app.server.address() as AddressInfo;
  const address = `http://127.0.0.1:${port}`;
  const browserOf = async (person: TestPerson): Promise<BrowserContext> => {
    const context = await chromium.newContext(options);
    await context.addCookies([{ ...(await site.cookieOf(person)), url: address }]);
    return context;
  };
  const context = await browserOf(people.ffion);
  const page = await context.newPage();
  await page.goto(`${address}${stage.at('am')}`);
  return { ...stage, address, browserOf, context, page };
}

const state = (page: Page, words: RegExp): Promise<void> =>
  page.locator('.register-state', { hasText: words }).waitFor({ timeout: 10_000 });

/** Somebody who is used to it looks at a name and presses, this often a second. */
const pressesASecond = 2.5;

test('thirty pupils, three of them away, are marked by keyboard in under twenty seconds', async () => {
  const { db, school, page, context } = await classroom();
  try {
    await state(page, /30 of 30 here/);
    let presses = 0;
    const press = async (...keys: string[]): Promise<void> => {
      for (const key of keys) {
        await page.keyboard.press(key);
        presses += 1;
      }
    };
    await page.locator('.register-row input[type=radio]:checked').first().focus();
    const goTo = async (name: string): Promise<void> => {
      while ((await page.locator('.register-row:has(:focus) legend').textContent())!.trim() !== name)
        await press('ArrowDown');
    };
    // By sort name: Ellis first, the numbered in between, Roberts last.
    await press('n');
    await goTo('Pupil Number10');
    await press('i');
    await goTo('Mali Rees');
    await press('l');
    await state(page, /28 of 30 here/);
    await press('Control+Enter');
    await state(page, /Saved \d\d:\d\d/);
    const seconds = presses / pressesASecond;
    assert.ok(seconds < 20, `${presses} presses are ${seconds} seconds`);
    const marks = await stands(db, school.id);
    assert.equal(Object.keys(marks).length, 30);
    assert.deepEqual(
      Object.entries(marks).filter(([, symbol]) => symbol !== '/'),
      [
        ['Ann Ellis', 'N'],
        ['Mali Rees', 'L'],
        ['Pupil Number10', 'I'],
      ],
    );
    // A correction from the same page is no surprise to it.
    await page.keyboard.press('/');
    await page.keyboard.press('Control+Enter');
    await page.waitForFunction(
      () => !document.querySelector('.register-state')!.textContent!.includes('being'),
    );
    await until(async () => (await stands(db, school.id))['Mali Rees'] === '/');
    assert.equal(await versionOf(db, school.id), 2);
  } finally {
    await context.close();
  }
});

test('on a phone of 360 pixels it is four presses, nothing scrolls sideways, and each target is 44 high', async () => {
  const { db, school, page, context } = await classroom({
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    isMobile: true,
  });
  try {
    const started = Date.now();
    let taps = 0;
    const tap = async (name: string, code: string): Promise<void> => {
      await page.locator('.register-row', { hasText: name }).getByText(code, { exact: true }).tap();
      taps += 1;
      // A look at the next name.
      await page.waitForTimeout(600);
    };
    await tap('Ann Ellis', 'Away');
    await tap('Pupil Number05', 'Ill');
    await tap('Mali Rees', 'Away');
    await page.getByRole('button', { name: 'Save the register' }).tap();
    taps += 1;
    await state(page, /Saved \d\d:\d\d/);
    assert.equal(taps, 4);
    assert.ok(Date.now() - started < 20_000);
    assert.equal(Object.values(await stands(db, school.id)).filter((symbol) => symbol === '/').length, 27);
    const { wide, low } = await page.evaluate(() => ({
      wide: document.documentElement.scrollWidth - innerWidth,
      low: [...document.querySelectorAll('.register-row label.choice, .register-row summary')].filter(
        (target) => target.getBoundingClientRect().height < 43.5,
      ).length,
    }));
    assert.equal(wide, 0);
    assert.equal(low, 0);
  } finally {
    await context.close();
  }
});

test('without JavaScript it is a plain form', async () => {
  const { db, school, page, context, address, at } = await classroom({ javaScriptEnabled: false });
  try {
    await page.locator('.register-row', { hasText: 'Ann Ellis' }).getByText('Away', { exact: true }).click();
    await page.getByRole('button', { name: 'Save the register' }).click();
    await page.waitForURL(`${address}${at('am')}`);
    assert.match(await page.content(), /29 of 30 here/);
    assert.equal((await stands(db, school.id))['Ann Ellis'], 'N');
  } finally {
    await context.close();
  }
});

test('without a line it is kept on the device, sealed, and saved once when there is one again, though the page was closed', async () => {
  const { db, school, page, context, address, at } = await classroom();
  try {
    await state(page, /30 of 30 here/);
    await context.setOffline(true);
    await page.locator('.register-row', { hasText: 'Ann Ellis' }).getByText('Ill', { exact: true }).click();
    await page.locator('.register-row', { hasText: 'Ann Ellis' }).getByText('More').first().click();
    await page
      .locator('.register-row', { hasText: 'Ann Ellis' })
      .getByLabel('Short note')
      .fill('Her mother said so');
    await page.getByRole('button', { name: 'Save the register' }).click();
    await state(page, /Not saved yet: no connection; kept on this device/);
    const kept = await page.evaluate(async () => {
      const [{ name = '' } = {}] = await indexedDB.databases();
      const open = indexedDB.open(name);
      await new Promise((resolve) => (open.onsuccess = resolve));
      const all = open.result.transaction('kept').objectStore('kept').getAll();
      await new Promise((resolve) => (all.onsuccess = resolve));
      return all.result
        .map(
          ({ name: key, sealed }: { name: string; sealed: ArrayBuffer }) =>
            key + new TextDecoder().decode(sealed),
        )
        .join(' ');
    });
    assert.match(kept, /note:/);
    assert.doesNotMatch(kept, /mother|registers|Class 5P/);
    assert.equal(await versionOf(db, school.id), 0);

    await page.close();
    await context.setOffline(false);
    const next = await context.newPage();
    await next.goto(`${address}/today`);
    await until(async () => (await versionOf(db, school.id)) === 1);
    assert.equal((await stands(db, school.id))['Ann Ellis'], 'I Her mother said so');
    await next.goto(`${address}${at('am')}`);
    await next.waitForTimeout(500);
    assert.equal(await versionOf(db, school.id), 1, 'once');
  } finally {
    await context.close();
  }
});

test('what waited while somebody else saved is shown beside what stands, and neither is lost', async () => {
  const { db, school, page, context, address, at, people, browserOf } = await classroom();
  const other = await browserOf(people.huw);
  try {
    await state(page, /30 of 30 here/);
    await context.setOffline(true);
    await page.locator('.register-row', { hasText: 'Ann Ellis' }).getByText('Ill', { exact: true }).click();
    await page.getByRole('button', { name: 'Save the register' }).click();
    await state(page, /kept on this device/);
    const huw = await other.newPage();
    await huw.goto(`${address}${at('am')}`);
    await huw.locator('.register-row', { hasText: 'Ann Ellis' }).getByText('Away', { exact: true }).click();
    await huw.getByRole('button', { name: 'Save the register' }).click();
    await state(huw, /Saved/);
    await context.setOffline(false);
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await page.getByText('Huw Parry saved this').waitFor({ timeout: 10_000 });
    assert.equal((await stands(db, school.id))['Ann Ellis'], 'N');
    await page.getByRole('button', { name: 'Save what is chosen here' }).click();
    await page.waitForURL(`${address}${at('am')}`);
    assert.equal((await stands(db, school.id))['Ann Ellis'], 'I');
  } finally {
    await context.close();
    await other.close();
  }
});

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (const stop = Date.now() + 10_000; Date.now() < stop;) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('It did not come to it.');
}
