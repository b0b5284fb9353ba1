import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { readyRecording } from '#features/recordings/recordings.scene.ts';
import { axeTroubles, tooWide } from '../page-checks.ts';
import { makeWorld } from '../world.ts';
import type { Hands } from './hands.ts';
import { journey } from './journey.ts';

/** The page with its notes; those in sight are drawn, so the list is brought into sight. */
async function open(page: Page): Promise<void> {
  await page.locator('recording-notes[data-open="open"]').waitFor({ timeout: 15_000 });
  await page.locator('.note-filters').evaluate((filters) => filters.scrollIntoView());
}

/** Where the player is, in seconds. */
const at = (page: Page): Promise<number> =>
  page.locator('video').evaluate((video) => (video as HTMLVideoElement).currentTime);

const inList = (page: Page, words: string | RegExp) => page.locator('.note-list .note', { hasText: words });

/** Waits until a note has arrived: the server says so in the list. */
async function arrived(page: Page, words: string | RegExp): Promise<void> {
  await page.locator('.note-filters').evaluate((filters) => filters.scrollIntoView());
  await inList(page, words).getByText('Only you').waitFor({ timeout: 10_000 });
}

const keys = async ({ page }: Hands, ...pressed: string[]): Promise<void> => {
  for (const key of pressed) await page.keyboard.press(key);
};

journey(
  'teacher and coach note apart, by keyboard alone; ready, they read what each saw; the talk opens what each makes of it',
  async ({ site, browser }) => {
    const { db, school, people } = await makeWorld(site.db);
    const [ann, tomos] = [people.teacher, people.partner];
    const { address } = await readyRecording(
      { site, db, school, people: { ann, tomos } },
      { withFilm: true, tagSets: ['talk'] },
    );

    const teacher = await browser(true, { width: 1280, height: 900 });
    await teacher.signInAs(ann);
    await teacher.visit(address);
    await open(teacher.page);
    await keys(teacher, 'l', 'ArrowLeft');
    assert.equal(await at(teacher.page), 4, 'five seconds on, one back');
    await keys(teacher, 'n');
    await teacher.type('Gwen looks away, kneels, and lays jokes nearby');
    assert.equal(await at(teacher.page), 4, 'letters in a note are letters');
    await keys(teacher, 'Enter');
    await arrived(teacher.page, /0:04.*Gwen looks away/s);

    await keys(teacher, 'n');
    await teacher.type('Two hands go up');
    await teacher.page.getByLabel('Until, or empty').fill('0:01');
    await teacher.page.getByRole('button', { name: 'Note it' }).click();
    await teacher.page.locator('.make-note').getByText('A stretch ends after it begins.').waitFor();
    await teacher.page.getByLabel('Until, or empty').fill('');
    await teacher.page.getByRole('button', { name: 'Note it' }).dblclick();
    await arrived(teacher.page, 'Two hands go up');
    assert.equal(await inList(teacher.page, 'Two hands go up').count(), 1, 'pressed twice it is noted once');
    await teacher.page.locator('.make-note').getByText('Noted. Only you read it').waitFor();

    await keys(teacher, '5', 'ArrowRight', 'ArrowRight', '5');
    await arrived(teacher.page, /0:04–0:06.*Silence/s);
    await keys(teacher, '5', 'Escape', 'ArrowUp');
    assert.equal(await inList(teacher.page, 'Silence').count(), 1, 'a stretch that was left is no note');
    await keys(teacher, '?');
    await teacher.page.getByRole('dialog', { name: 'Keys' }).waitFor();
    await keys(teacher, 'Escape');
    await teacher.page.getByRole('dialog').waitFor({ state: 'hidden' });
    assert.deepEqual(await axeTroubles(teacher.page), []);

    const coach = await browser(true);
    await coach.signInAs(tomos);
    await coach.visit(address);
    await open(coach.page);
    assert.equal(await coach.page.locator('.note-list .note').count(), 0, 'apart until both are ready');
    await keys(coach, 'n');
    await coach.type('Four seconds of quiet');
    await keys(coach, 'Enter');
    await arrived(coach.page, 'Four seconds of quiet');
    await keys(coach, 'j', 'n');
    await coach.type('I would have waited longer');
    await keys(coach, 'Tab', 'Tab', 'Tab', 'ArrowDown', 'Enter');
    await arrived(coach.page, /What I make of it.*waited longer/s);
    assert.deepEqual(await tooWide(coach.page), []);

    for (const who of [teacher, coach]) {
      await who.pressByKeyboard('I am ready');
      await open(who.page);
    }
    await teacher.page.reload();
    await open(teacher.page);
    await inList(teacher.page, 'Four seconds of quiet').waitFor();
    assert.equal(await inList(teacher.page, 'waited longer').count(), 0, 'what judges is locked');
    await inList(coach.page, 'Gwen looks away').waitFor();
    await inList(coach.page, 'Locked until the talk is opened').waitFor();

    await teacher.pressByKeyboard('Open the talk');
    await open(teacher.page);
    await inList(teacher.page, 'waited longer').waitFor();
    await teacher.page.locator('.narrow-words input').focus();
    await teacher.type('LONGER');
    await teacher.page.getByText('1 of 5 notes').waitFor();
  },
);

journey(
  'a note that could not be sent is there after the page was closed, and arrives when the line is back',
  async ({ site, browser }) => {
    const { db, school, people } = await makeWorld(site.db);
    const { address } = await readyRecording(
      { site, db, school, people: { ann: people.teacher, tomos: people.partner } },
      { withFilm: true, tagSets: ['talk'] },
    );
    const teacher = await browser(true);
    await teacher.signInAs(people.teacher);
    await teacher.visit(address);
    await open(teacher.page);
    let sent = 0;
    await teacher.page.route('**/notes', (route) => {
      sent++;
      return route.abort();
    });
    await keys(teacher, 'n');
    await teacher.type('Written without a line');
    await keys(teacher, 'Enter');
    await teacher.sees('Not sent yet');
    await teacher.page.reload();
    await open(teacher.page);
    await inList(teacher.page, 'Written without a line').getByText('Not sent yet').waitFor();
    assert.ok(sent > 0);
    await teacher.page.unroute('**/notes');
    await teacher.page.getByRole('button', { name: /^Send it again/ }).click();
    await arrived(teacher.page, 'Written without a line');
    const rows = await db
      .selectFrom('recording_note')
      .select('text')
      .where('owner_id', '=', school.id)
      .execute();
    assert.deepEqual(rows, [{ text: 'Written without a line' }]);
  },
);

journey('without JavaScript the same notes are written, read and played from', async ({ site, browser }) => {
  const { db, school, people } = await makeWorld(site.db);
  const { address } = await readyRecording(
    { site, db, school, people: { ann: people.teacher, tomos: people.partner } },
    { withFilm: true, tagSets: ['talk'] },
  );
  const teacher = await browser(false);
  await teacher.signInAs(people.teacher);
  await teacher.visit(address);
  await teacher.fill('What you note', 'Three hands go up');
  await teacher.fill('At, as 3:07', '0:03');
  await teacher.fill('Until, or empty', '0:05');
  await teacher.press('Note it');
  await teacher.sees('Noted. Only you read it until you share it.');
  await teacher.press('0:03–0:05');
  assert.match((await teacher.page.locator('video').getAttribute('src'))!, /#t=3,5$/);
  await teacher.press(/Change or share/);
  await teacher.press('Share this note');
  await teacher.sees('The note is shared.');
});
