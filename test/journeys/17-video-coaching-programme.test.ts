import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import type { Page } from 'playwright-core';
import { newId } from '#platform/db/ids.ts';
import { untilMade } from '#features/recordings/making/workshop.ts';
import { readyRecording } from '#features/recordings/recordings.scene.ts';
import {
  contrast,
  filmed,
  lengthOf,
  pictureAt,
} from '#features/recordings/upload/prepared-films.test-helper.ts';
import { deliver } from '../deliver.ts';
import type { TestSite } from '../site.ts';
import { makeWorld } from '../world.ts';
import { classWithOneUnanswered, coachingProgramme } from './coaching-programme.ts';
import { cutInTheMiddle } from './cut-line.ts';
import type { Hands } from './hands.ts';
import { journey } from './journey.ts';

/** The twelve-session video coaching programme of the catalogue, walked by a teacher and her coach. */

const phone = { width: 360, height: 740, hasTouch: true };
const desk = { width: 1280, height: 900 };
const folder = await mkdtemp(join(tmpdir(), 'staffroom-walk-'));
after(() => rm(folder, { recursive: true, force: true }));

const tap = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).filter({ visible: true }).first().tap();

/** What waits is told, and what arrived is made ready. */
async function madeReady(site: TestSite): Promise<void> {
  await deliver(site);
  await untilMade(site.db);
}

/** What is played at this address now, as a file. */
async function played(site: TestSite, who: Parameters<TestSite['as']>[0], address: string): Promise<string> {
  const answer = await (await site.as(who)).get(`${address}/play`);
  assert.equal(answer.status, 200);
  const path = join(folder, `${crypto.randomUUID()}.mp4`);
  await writeFile(path, answer.bytes);
  return path;
}

/** The notes beside the player, brought into sight: those in sight are drawn. */
async function notesOf({ page }: Hands): Promise<void> {
  await page.locator('recording-notes[data-open="open"]').waitFor();
  await page.locator('.note-filters').evaluate((filters) => filters.scrollIntoView());
}

const note = ({ page }: Hands, words: string | RegExp) =>
  page.locator('.note-list .note', { hasText: words });

/** Notes something with the keyboard alone; `judges` chooses the other kind. */
async function notes(who: Hands, words: string, judges = false): Promise<void> {
  await who.page.keyboard.press('n');
  await who.type(words);
  if (judges) for (const key of ['Tab', 'Tab', 'Tab', 'ArrowDown']) await who.page.keyboard.press(key);
  await who.page.keyboard.press('Enter');
  await notesOf(who);
  await note(who, words).getByText('Only you').waitFor();
}

journey(
  'at its step, on a phone, the teacher describes her clip, hides a pupil, keeps a part, sends it over a line that breaks, and watches first',
  async ({ site, browser }) => {
    const world = await makeWorld(site.db);
    const { people } = world;
    await classWithOneUnanswered(site, world);
    const programme = await coachingProgramme(site, world);
    const [clip] = programme.of('behaviour-clips');

    const ffion = await browser(true, phone);
    await ffion.signInAs(people.teacher);
    await ffion.visit('/my-learning');
    await ffion.press(programme.title);
    await ffion.visit(programme.at(clip!));
    await ffion.sees('Record 10 to 15 minutes in which you try the step');
    await ffion.press('Add a recording');
    await ffion.fill('What it is called', 'Coming in from play');
    await ffion.choose('The class', 'Class 5P');
    await ffion.press('Show the pupils of this class');
    await ffion.sees('Mali Wyn');
    await ffion.choose('Mali Wyn', 'Seen: to be blurred');
    await ffion.press('Go on to the film');

    await ffion.sees('One pupil has no consent to be seen in this recording: Mali Wyn.');
    const { page } = ffion;
    const address = ffion.at.replace(/\/send$/, '');
    const cuts = await cutInTheMiddle(page);
    await page.locator('[data-is="file"]').setInputFiles(await filmed('webm'));
    await page.getByRole('heading', { name: 'Make it ready' }).waitFor();
    await page.locator('[data-field="part-from"]').fill('0:01');
    await page.locator('[data-field="part-until"]').fill('0:03');
    await page.locator('[data-field="part-until"]').blur();
    await tap(page, 'Make what is sent');
    await ffion.sees('Nobody is hidden yet in the part you keep.');
    await tap(page, 'Put one in the middle');
    await tap(page, 'Make what is sent');
    await ffion.sees('Look at the whole before you send it');
    const send = page.getByRole('button', { name: 'Send this recording' }).filter({ visible: true });
    assert.ok(await send.isDisabled(), 'not before somebody looked');
    await ffion.sees('Look at the whole, then tick the line above the button.');
    await ffion.tick('I looked at the whole. Nobody without consent can be recognised.');
    await tap(page, 'Send this recording');
    await page.waitForURL((url) => url.pathname === address, { timeout: 30_000 });
    assert.ok(cuts.sent > 0);
    // A piece arrives whole or not at all; this film is one.
    assert.equal(cuts.wentOnFrom, 0, 'what was cut is sent again, by itself');

    await madeReady(site);
    const path = await played(site, people.teacher, address);
    const length = await lengthOf(path);
    assert.ok(Math.abs(length - 2) < 0.4, `${length} s are kept`);
    const picture = await pictureAt(path, 1);
    const spot = (x: number, y: number) => ({ x, y, width: 0.08, height: 0.1 });
    const [hidden, shown] = [contrast(picture, spot(0.46, 0.45)), contrast(picture, spot(0.86, 0.3))];
    assert.ok(hidden < shown / 2, `where the pupil is ${hidden}, beside it ${shown}`);

    await ffion.visit(address);
    await ffion.sees('You watch first. Nobody else can open it before.');
    await ffion.press('Who sees it');
    await ffion.tick('Dr Amara Obi');
    await ffion.press('Save who sees it');
    await ffion.sees('Saved. It opens for them when you have watched it.');
    const coach = await browser(true, desk);
    await coach.signInAs(people.specialist);
    await coach.isTurnedAway(address);
    await coach.visit(programme.at(clip!));
    await coach.doesNotSee('Coming in from play');
    await ffion.press('I have watched it');
    await ffion.sees('Whoever you show it to can open it now.');
    await coach.visit(programme.at(clip!));
    await coach.press('Coming in from play');
    assert.equal(coach.at, address);
  },
);

journey(
  'teacher and coach note apart by keyboard, talk when both are ready, and go on with an example beside the clip and a try-out',
  async ({ site, browser }) => {
    const world = await makeWorld(site.db);
    const { db, school, people } = world;
    const programme = await coachingProgramme(site, world);
    const place = { site, db, school, people: { ann: people.teacher, tomos: people.specialist } };
    const [clip] = programme.of('behaviour-clips');
    const { address } = await readyRecording(place, {
      withFilm: true,
      title: 'Coming in from play',
      circleId: programme.id,
      stepId: clip!.id,
    });
    const [ffion, coach] = [await browser(true, desk), await browser(true, phone)];
    await ffion.signInAs(people.teacher);
    await coach.signInAs(people.specialist);
    for (const who of [ffion, coach]) {
      await who.visit(address);
      await notesOf(who);
    }
    await notes(ffion, 'Three put their coats on the floor');
    await notes(coach, 'You wait by the door until all look');
    await notes(coach, 'The wait is what did it', true);
    await ffion.page.reload();
    await notesOf(ffion);
    assert.equal(await note(ffion, 'You wait by the door').count(), 0, 'apart until both are ready');
    for (const who of [ffion, coach]) await who.pressByKeyboard('I am ready');
    await ffion.page.reload();
    await notesOf(ffion);
    await note(ffion, 'You wait by the door').waitFor();
    assert.equal(await note(ffion, 'The wait is what did it').count(), 0, 'what judges waits for the talk');
    await ffion.pressByKeyboard('Open the talk');
    await notesOf(ffion);
    await note(ffion, 'The wait is what did it').waitFor();

    const [first] = programme.of('behaviour-exemplars');
    const example = await offeredByAColleague(site, world);
    await ffion.visit(programme.at(first!));
    await ffion.press('Examples that colleagues offered');
    await ffion.press('Lining up at the door');
    await ffion.sees('They count the steps aloud');
    await ffion.visit(`${address}/beside`);
    await ffion.press('Lining up at the door');
    assert.equal(ffion.at, `${address}/beside/${example}`);
    await ffion.page.getByRole('slider', { name: 'Where both are' }).fill('4');
    await ffion.page.waitForFunction(() =>
      [...document.querySelectorAll('video')].every((film) => Math.abs(film.currentTime - 4) < 0.2),
    );

    const [practice] = programme.of('behaviour-practice');
    await ffion.visit(programme.at(practice!));
    await ffion.press('Write down what you tried');
    await ffion.sees('What you tried');
  },
);

/** A colleague's example of routines, which all staff may watch. Answers the id of the copy. */
async function offeredByAColleague(
  site: TestSite,
  { db, school, people }: Awaited<ReturnType<typeof makeWorld>>,
): Promise<string> {
  const of = { ann: people.colleague, tomos: people.partner };
  const { address } = await readyRecording({ site, db, school, people: of }, { withFilm: true });
  const id = newId(site.clock.now);
  const answer = await (
    await site.as(people.colleague)
  ).post(`${address}/exemplar`, {
    id,
    title: 'Lining up at the door',
    lesson: 'Coming in from the yard',
    domain: 'routines-and-climate',
    row: '',
    subject: 'All',
    phase: 'primary',
    look_for: 'They count the steps aloud',
    not_shown: 'The three weeks before',
    keep_until: '2027-05-01',
  });
  assert.equal(answer.status, 303, answer.text);
  return id;
}

journey(
  'all twelve sessions of three terms stand in the plan, each on a clip of its own that both have watched',
  async ({ site }) => {
    const world = await makeWorld(site.db);
    const { db, school, people } = world;
    const programme = await coachingProgramme(site, world);
    const place = { site, db, school, people: { ann: people.teacher, tomos: people.specialist } };
    const domains = ['behaviour', 'instructional-design', 'assessment'];
    let sessions = 0;
    for (const domain of domains) {
      const openings = programme.of(`${domain}-opening`);
      const clips = programme.of(`${domain}-clips`);
      const talks = programme.of(`${domain}-sessions`);
      assert.deepEqual([openings.length, clips.length, talks.length], [1, 3, 3], domain);
      sessions += openings.length + talks.length;
      for (const [index, clip] of clips.entries()) {
        // Weeks pass between two clips, so both sign in anew.
        site.clock.set(`${clip.onDate}T15:30:00Z`);
        const [ffion, coach] = [await site.as(people.teacher), await site.as(people.specialist)];
        const words = `${domain} ${index + 1}`;
        const { address } = await readyRecording(place, {
          title: words,
          filmedOn: clip.onDate,
          keepUntil: '2027-12-31',
          circleId: programme.id,
          stepId: clip.id,
          watched: false,
        });
        assert.doesNotMatch((await coach.get(programme.at(clip))).text, new RegExp(words));
        assert.equal((await ffion.post(`${address}/watched`)).status, 303);
        assert.match((await coach.get(programme.at(clip))).text, new RegExp(words));
        for (const [who, saw] of [
          [ffion, 'I stood still'],
          [coach, 'Six hands'],
        ] as const) {
          const noted = await who.post(`${address}/notes`, {
            id: newId(site.clock.now),
            at: '0:02',
            sort: 'describe',
            text: saw,
          });
          assert.equal(noted.status, 303, noted.text);
        }
        assert.doesNotMatch((await ffion.get(address)).text, /Six hands/, 'apart until both are ready');
        for (const who of [ffion, coach])
          assert.equal((await who.post(`${address}/ready`, { all: 'yes' })).status, 303);
        assert.match((await ffion.get(address)).text, /Six hands/);
        site.clock.set(`${talks[index]!.onDate}T15:30:00Z`);
        assert.equal((await (await site.as(people.teacher)).post(`${address}/open-talk`)).status, 303);
        assert.equal((await (await site.as(people.specialist)).get(programme.at(talks[index]!))).status, 200);
      }
    }
    assert.equal(sessions, 12);
    const filmsOf = await (await site.as(people.specialist)).get('/recordings');
    for (const domain of domains) assert.match(filmsOf.text, new RegExp(`${domain} 3`));
  },
);
