import assert from 'node:assert/strict';
import { makeWorld } from '../world.ts';
import type { Hands } from './hands.ts';
import { journeyEitherWay } from './journey.ts';

const title = 'Journal club, our way';
const editor = '/protocols/mine/own-journal-club-our-way';
const ours = 'Two pages that say the opposite';
const renamed = 'Three pages that say the opposite';

/** The steps of one stage in the editor, in their order. */
const stepsIn = (hands: Hands, stage: string): Promise<string[]> =>
  hands.page.locator('section', { hasText: stage }).locator('li a').allInnerTexts();

/** The weeks on the picture in which a step stands, as the table beside it says them. */
async function weeksOnThePicture(hands: Hands, step: string): Promise<string[]> {
  const rows = hands.page.locator('figure.braid tr', { hasText: step });
  const cells = await rows.locator('td, th').allTextContents();
  return cells.map((cell) => cell.trim()).filter((cell) => cell.startsWith('Week'));
}

/** From the page of a protocol that comes along to a copy with a step more and a step less. */
async function writeFromAnother(carys: Hands): Promise<void> {
  await carys.visit('/protocols');
  await carys.press('Journal club');
  await carys.press('Write your own from it');
  assert.equal(await carys.valueOf('What will it be called?'), title);
  await carys.pressByKeyboard('Begin');
  assert.equal(carys.at, editor);
  await carys.sees('12 steps');

  await carys.press('Add a step to “Third article”');
  await carys.press('A resource or paper to study');
  await carys.fill('Title', ours);
  await carys.fill('Teaching week', '10');
  await carys.press('Add the step');
  await carys.sees('The step is added.');
  await carys.sees('13 steps');
  assert.deepEqual(await weeksOnThePicture(carys, ours), ['Week 10']);

  assert.equal((await stepsIn(carys, '3. Third article')).at(-1), ours);
  for (let place = 4; place > 1; place--) {
    await carys.pressByKeyboard(`Up: ${ours}`);
    await carys.sees(`“${ours}” now stands in “Third article”, at place ${place}.`);
  }
  assert.deepEqual((await stepsIn(carys, '3. Third article')).slice(0, 2), ['Read the article', ours]);

  await carys.press(ours);
  await carys.fill('Teaching week', '11');
  await carys.press('Save the step');
  assert.deepEqual(await weeksOnThePicture(carys, ours), ['Week 11']);

  await carys.press('Judge it for yourself', '3. Third article');
  await carys.press('Take it out');
  await carys.sees('“Judge it for yourself” is taken out');
  await carys.sees('12 steps');
  assert.deepEqual(await weeksOnThePicture(carys, 'Judge it for yourself'), ['Week 3', 'Week 7']);
}

/** Goes through it as a member would, and publishes it. */
async function tryAndPublish(carys: Hands): Promise<void> {
  await carys.press('Try it');
  await carys.sees('Step 1 of 12');
  await carys.sees('25 November 2026');
  await carys.pressByKeyboard('The next step');
  await carys.sees('Step 2 of 12');
  await carys.sees('Judge it for yourself');
  await carys.visit(editor);
  await carys.press('Publish version 1');
  await carys.sees('It is published: staff and guests can read it, and groups can start from it.');
}

journeyEitherWay(
  'the CPD leader writes a protocol from another, a teacher’s group starts from it and moves up when it chooses to',
  async ({ site, start }) => {
    const { people } = await makeWorld(site.db);
    const carys = await start();
    await carys.signInAs(people['cpd-leader']);
    await writeFromAnother(carys);
    await tryAndPublish(carys);

    const ffion = await start();
    await ffion.signInAs(people.teacher);
    await ffion.visit('/groups');
    await ffion.press('Start a group');
    await ffion.press(title);
    await ffion.fill('Name of the group', 'Reading in Year 5');
    await ffion.pressByKeyboard('Start the group');
    const group = '/groups/reading-in-year-5';
    assert.equal(ffion.at, `${group}/people`);
    await ffion.visit(group);
    await ffion.press(title);
    await ffion.sees('The school’s own protocol, version 1.');
    await ffion.visit(group);
    await ffion.press('Cycles and report');
    await ffion.doesNotSee('A newer version of the protocol');

    await carys.press(ours);
    await carys.fill('Title', renamed);
    await carys.press('Save the step');
    await carys.sees('It has changed since version 1 was published. Groups that run stay on theirs.');
    await carys.press('Publish version 2');
    await carys.sees('Version 2 is published. Groups that run stay on theirs.');

    await ffion.visit(group);
    await ffion.press('Cycles and report');
    await ffion.sees(/You are on version 1; version 2 is out\. Your steps stay as they are\./);
    await ffion.press('Look at it');
    await ffion.sees(renamed);
    await ffion.visit(`${group}/cycles`);
    await ffion.pressByKeyboard('Move to version 2');
    await ffion.sees('The group is on version 2 now.');
    await ffion.doesNotSee('A newer version of the protocol');
    await ffion.press('Undo');
    await ffion.sees('The group is on version 1 now.');
    await ffion.press('Move to version 2');
    await ffion.sees('The group is on version 2 now.');

    // What was planned stays as the group has it.
    await ffion.visit(group);
    const planned = (await ffion.page.locator('figure.braid').allTextContents()).join(' ');
    assert.match(planned, /12 steps/);
    assert.match(planned, new RegExp(ours));
    assert.doesNotMatch(planned, new RegExp(renamed));
  },
);
