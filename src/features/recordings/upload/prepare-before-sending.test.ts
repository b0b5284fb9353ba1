import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { choose, make, openPreparing, openWith, requests, send, unfold } from './prepare-page.test-helper.ts';
import { filmed, tracksOf } from './prepared-films.test-helper.ts';
import { prepareWords } from './prepare-words.ts';
import type { Words } from '../../../browser/prepare/page-words.ts';

/** What lies in the browser's own folder. */
const lying = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const names: string[] = [];
    for await (const name of (await navigator.storage.getDirectory()).keys()) names.push(name);
    return names;
  });

test('where pupils have no consent, nothing is made before somebody is hidden, nor sent before one looked', async () => {
  const page = await openWith(await filmed('webm'), '?without=Mali Wyn&without=Osian Rhys');
  await page
    .getByText('2 pupils have no consent to be seen in this recording: Mali Wyn, Osian Rhys.')
    .waitFor();
  await page.getByRole('button', { name: 'Make what is sent' }).click();
  await page.getByText('Nobody is hidden yet in the part you keep.').waitFor();
  await page.getByRole('button', { name: 'Put one in the middle' }).click();
  await page.getByRole('group', { name: 'Blur 1' }).waitFor();
  await make(page);
  const sends = page.getByRole('button', { name: 'Send this recording' });
  assert.equal(await sends.isEnabled(), false);
  await page.getByLabel('I looked at the whole. Nobody without consent can be recognised.').check();
  assert.equal(await sends.isEnabled(), true);
  // Whoever changes something has to look again.
  await page.getByRole('button', { name: 'Change something' }).click();
  await make(page);
  assert.equal(await sends.isEnabled(), false);
  await page.getByLabel('I looked at the whole').check();
  assert.equal((await send(page)).prepared['blurred'], true);
  assert.deepEqual(
    requests.map(({ method }) => method),
    ['GET'],
  );
  await page.context().close();
});

test('a blur that lies outside the part that is kept hides nobody', async () => {
  const page = await openWith(await filmed('webm'), '?without=Mali Wyn');
  await page.getByRole('button', { name: 'Put one in the middle' }).click();
  await page.getByRole('group', { name: 'Blur 1' }).getByLabel('Until').fill('1');
  await page.locator('[data-field="part-from"]').fill('2');
  await page.getByRole('button', { name: 'Make what is sent' }).click();
  await page.getByText('Nobody is hidden yet in the part you keep.').waitFor();
  await page.context().close();
});

test('what was begun is there again after a reload, and can be undone step by step', async () => {
  const film = await filmed('webm');
  const page = await openWith(film);
  await page.getByRole('slider', { name: 'Start of the part' }).focus();
  await page.keyboard.press('ArrowRight');
  await unfold(page, 'Blur faces');
  await page.getByRole('button', { name: 'Put one in the middle' }).click();
  await page.reload();
  await choose(page, film);
  await page.getByText('Your changes of before are here again.').waitFor();
  assert.equal(await page.locator('[data-field="part-from"]').inputValue(), '0:01');
  await unfold(page, 'Blur faces');
  await page.getByRole('button', { name: 'Put one in the middle' }).click();
  await page.getByRole('group', { name: 'Blur 2' }).waitFor();
  await page
    .getByRole('group', { name: 'Blur 1' })
    .getByRole('button', { name: 'Remove', exact: true })
    .click();
  assert.equal(await page.getByRole('group', { name: /^Blur / }).count(), 1);
  const undo = page.getByRole('button', { name: 'Undo' });
  await undo.click();
  assert.equal(await page.getByRole('group', { name: /^Blur / }).count(), 2);
  await undo.click();
  assert.equal(await undo.isEnabled(), false);
  await page.context().close();
});

test('the part can be chosen by dragging its ends, and by saying where it starts and ends', async () => {
  const page = await openWith(await filmed('webm'));
  const from = page.locator('[data-field="part-from"]');
  const until = page.locator('[data-field="part-until"]');
  const strip = (await page.locator('.prepare-strip').boundingBox())!;
  const end = (await page.getByRole('slider', { name: 'End of the part' }).boundingBox())!;
  await page.mouse.move(end.x + end.width / 2, end.y + end.height / 2);
  await page.mouse.down();
  await page.mouse.move(strip.x + strip.width * 0.7, end.y + 5, { steps: 3 });
  await page.mouse.up();
  assert.match(await until.inputValue(), /^0:02\.[789]$/);
  await page.mouse.click(strip.x + strip.width * 0.25, strip.y + 10);
  await page.getByRole('button', { name: 'Starts here' }).first().click();
  assert.match(await from.inputValue(), /^0:01(\.1)?$|^0:00\.9$/);
  await from.fill('3');
  await page.keyboard.press('Tab');
  await page.getByText('The end must come after the start.').waitFor();
  assert.match(await from.inputValue(), /^0:0[01]/);
  await page.context().close();
});

test('making can be stopped: nothing is left on the device, and the changes are still there', async () => {
  const page = await openWith(await filmed('webm'));
  await unfold(page, 'Blur faces');
  await page.getByLabel('Blur the whole picture').check();
  await page.getByRole('button', { name: 'Make what is sent' }).click();
  await page.waitForFunction(() => {
    const begun = document.querySelector<HTMLProgressElement>('[data-is="progress"]')!.value > 0.05;
    if (begun) document.querySelector<HTMLElement>('[data-do="stop"]')!.click();
    return begun;
  });
  await page.getByText('Stopped. Your changes are still here.').waitFor();
  assert.equal(await page.getByLabel('Blur the whole picture').isChecked(), true);
  assert.deepEqual(await lying(page), []);
  await page.context().close();
});

test('a film that was made and not sent is found again by its maker alone, and goes once it was sent', async () => {
  const page = await openWith(await filmed('webm'));
  await make(page);
  await page.goto(page.url() + '?who=marged');
  assert.equal(await page.getByText('You made lesson.webm').isVisible(), false);
  await page.goBack();
  await page.reload();
  await page.getByText(/You made lesson\.webm on .+ and have not sent it/).waitFor();
  await page.getByRole('button', { name: 'Look at it' }).click();
  const { opfsName, durationMs } = await send(page);
  assert.ok(Math.abs(durationMs - 4000) < 50);
  assert.deepEqual((await lying(page)).toSorted(), [opfsName, `${opfsName}.json`]);
  await page.evaluate(() => document.dispatchEvent(new CustomEvent('recording-again')));
  await page.getByRole('heading', { name: 'Look at the whole' }).waitFor();
  await send(page);
  await page.evaluate(() => document.dispatchEvent(new CustomEvent('recording-sent')));
  await page.getByRole('heading', { name: 'Film, or choose' }).waitFor();
  assert.deepEqual(await lying(page), []);
  await page.context().close();
});

test('a browser that cannot encode says so; with pupils to be hidden only the sound can go', async () => {
  const film = await filmed('webm');
  const open = async (query: string) => {
    const page = await openPreparing();
    await page.addInitScript(() => Reflect.deleteProperty(window, 'VideoEncoder'));
    await page.goto(page.url() + query);
    await page.getByRole('heading', { name: 'Film, or choose' }).waitFor();
    await page.getByLabel('Choose a film or a sound').setInputFiles(film);
    await page.getByRole('heading', { name: 'This browser cannot change this file' }).waitFor();
    return page;
  };
  const free = await open('');
  await free.getByRole('button', { name: 'Send it as it is' }).click();
  assert.deepEqual(await tracksOf((await send(free)).path), ['audio', 'video']);
  await free.context().close();
  const bound = await open('?without=Mali Wyn');
  assert.equal(await bound.getByRole('button', { name: 'Send it as it is' }).count(), 0);
  await bound.getByRole('button', { name: 'Send its sound alone' }).click();
  await bound.getByLabel('I looked at the whole').check();
  assert.deepEqual(await tracksOf((await send(bound)).path), ['audio']);
  await bound.context().close();
});

test('a file that is no film is not taken for one', async () => {
  const page = await openPreparing('?without=Mali Wyn');
  const file = {
    name: 'lesson.mp4',
    mimeType: 'video/mp4',
    buffer: Buffer.from('MZ, a program of another name'),
  };
  await page.getByRole('heading', { name: 'Film, or choose' }).waitFor();
  await page.getByLabel('Choose a film or a sound').setInputFiles(file);
  await page.getByRole('heading', { name: 'This browser cannot change this file' }).waitFor();
  assert.equal(await page.getByRole('button', { name: /^Send/ }).filter({ visible: true }).count(), 0);
  await page.context().close();
});

test('the page draws every sentence that the browser says', () => {
  const words: Words = prepareWords();
  assert.ok(Object.values(words).every((sentence) => sentence !== ''));
});
