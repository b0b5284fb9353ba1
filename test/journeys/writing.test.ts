import assert from 'node:assert/strict';
import { makePerson, makeSchool } from '../factories.ts';
import { journey } from './journey.ts';

/** One dot, as PNG. */
const dot =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

journey(
  'a page is written with marks at hand, a pasted picture and a look at it before it is saved',
  async ({ site, browser }) => {
    const school = await makeSchool(site.db);
    const ffion = await makePerson(site.db, school, { name: 'Ffion Puw' });
    const teacher = await browser(true);
    await teacher.signInAs(ffion);
    await teacher.visit('/resources/new');
    const { page } = teacher;
    const box = page.locator('textarea[name=text]');
    const tools = page.getByRole('toolbar', { name: 'Marks for the text' });
    await teacher.fill('Title', 'Roads');
    await box.focus();
    await page.keyboard.type('The Romans built ');
    await page.keyboard.press('Control+b');
    await page.keyboard.type('straight');
    assert.equal(await box.inputValue(), 'The Romans built **straight**');
    await tools.getByRole('button', { name: 'Picture' }).click();
    await teacher.sees('Save the page first');
    await tools.getByRole('button', { name: 'See how it looks' }).click();
    await page.locator('.write-seen strong', { hasText: 'straight' }).waitFor();
    await tools.getByRole('button', { name: 'Go on writing' }).click();
    await teacher.press('Save the page');
    await teacher.press('Change it');
    await box.evaluate((element: HTMLTextAreaElement) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', 'cells');
      clipboardData.items.add(new File(['x'], 'cells.png', { type: 'image/png' }));
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    });
    assert.equal(
      await page.locator('.write-file').isHidden(),
      true,
      'where there are words, they are pasted',
    );
    await box.evaluate((element: HTMLTextAreaElement, content: string) => {
      const bytes = Uint8Array.from(atob(content), (each) => each.charCodeAt(0));
      const clipboardData = new DataTransfer();
      clipboardData.items.add(new File([bytes], 'road.png', { type: 'image/png' }));
      element.focus();
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, dot);
    await page.getByLabel('What it shows').fill('A straight road');
    await page.getByLabel('No pupil can be recognised in this').check();
    await page.getByRole('button', { name: 'Put it into the text' }).click();
    await page.locator('.write-file').waitFor({ state: 'hidden' });
    assert.match(await box.inputValue(), /!\[A straight road\]\(file:[0-9a-f-]{36}\)/);
    await tools.getByRole('button', { name: 'Heading' }).focus();
    await page.keyboard.press('ArrowRight');
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('aria-label')), 'Strong');
    await teacher.press('Save the page');
    await page.locator('.text img[alt="A straight road"]').waitFor();
  },
);

journey(
  'without JavaScript a picture is added beside the page, and put at its end',
  async ({ site, browser }) => {
    const school = await makeSchool(site.db);
    const ffion = await makePerson(site.db, school, { name: 'Ffion Puw' });
    const teacher = await browser(false);
    await teacher.signInAs(ffion);
    await teacher.visit('/resources/new');
    assert.equal(await teacher.page.getByRole('toolbar').count(), 0);
    await teacher.fill('Title', 'Roads');
    await teacher.fill('The page', 'The Romans built straight.');
    await teacher.press('Save the page');
    await teacher.press('Pictures, sounds and files');
    await teacher.page
      .getByLabel('A picture, a sound or a file')
      .setInputFiles({ name: 'road.png', mimeType: 'image/png', buffer: Buffer.from(dot, 'base64') });
    await teacher.tick('No pupil can be recognised in this');
    await teacher.press('Add');
    await teacher.fill('What it shows', 'A straight road');
    await teacher.press('Put it at the end of the page: road.png');
    await teacher.page.locator('.text img[alt="A straight road"]').waitFor();
  },
);
