import assert from 'node:assert/strict';
import { setTimeout } from 'node:timers/promises';
import { insertWriting } from '#features/sessions/writing.scene.ts';
import { startOfTests } from '../site.ts';
import { makeWorld } from '../world.ts';
import { journey, journeyEitherWay } from './journey.ts';

journeyEitherWay(
  'two write the same part of a plan at once, see each other’s words, lose none, and go back to an earlier text',
  async ({ site, start, javaScript }) => {
    const { people, programme, school } = await makeWorld(site.db);
    await insertWriting(site.db, { owner_id: school.id, id: programme.id }, startOfTests);
    const plan = '/programmes/reading-together/steps/11';
    const aims = 'What pupils should learn';

    const ffion = await start();
    await ffion.signInAs(people.teacher);
    await ffion.visit(plan);
    await ffion.press(`Write here: ${aims}`);
    await ffion.fill(aims, 'They argue with a drawing.');

    const tomos = await start();
    await tomos.signInAs(people.partner);
    await tomos.visit(plan);
    await tomos.sees('Ffion Puw is writing here, since 16:30.');
    await tomos.pressByKeyboard(`Write anyway: ${aims}`);
    await tomos.fill(aims, 'They hear a classmate out.');
    await tomos.press(`Save it: ${aims}`);
    await tomos.sees('It is saved.');

    if (javaScript) {
      // Coming back to the page asks at once; otherwise it is asked every twenty seconds.
      await ffion.page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
      await ffion.sees('Tomos Bevan saved a newer text.');
      await ffion.page.getByRole('button', { name: 'Show it' }).click();
      await ffion.sees('They hear a classmate out.');
      assert.equal(await ffion.valueOf(aims), 'They argue with a drawing.', 'hers is as she typed it');
    }
    await ffion.press(`Save it: ${aims}`);
    await ffion.sees(/Tomos Bevan saved this on/);
    await ffion.sees('They hear a classmate out.');
    assert.equal(await ffion.valueOf('Yours'), 'They argue with a drawing.');
    await ffion.fill('Yours', 'They argue with a drawing, and hear a classmate out.');
    await ffion.press('Save my text as it stands here');
    await ffion.sees('They argue with a drawing, and hear a classmate out.');
    await ffion.doesNotSee(/is writing here/);

    if (javaScript) {
      await tomos.page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
      await tomos.page.getByRole('button', { name: 'Show it' }).click();
    } else await tomos.visit(plan);
    await tomos.sees('They argue with a drawing, and hear a classmate out.');
    await tomos.press('Earlier versions');
    await tomos.press('Take this one up again: Tomos Bevan, version 1');
    await tomos.sees('The earlier text stands again.');
    await tomos.sees('They hear a classmate out.');
    await tomos.press('Read what was written as a whole');
    await tomos.sees('They hear a classmate out.');

    if (!javaScript) return;
    // Where the form stands open already, typing tells the others; leaving the page lets go.
    const meeting = '/programmes/reading-together/steps/12';
    await ffion.visit(meeting);
    const told = ffion.page.waitForResponse(/writing\/refine$/);
    await ffion.fill('What we would change', 'The boards go up later.');
    await told;
    await tomos.visit(meeting);
    await tomos.sees('Ffion Puw is writing here, since 16:30.');
    await ffion.visit('/today');
    const writing = () =>
      site.db
        .selectFrom('section_writing')
        .select('section')
        .where('owner_id', '=', school.id)
        .where('person_id', '=', people.teacher.personId)
        .execute();
    for (let tries = 0; tries < 50 && (await writing()).length > 0; tries++) await setTimeout(100);
    await tomos.visit(meeting);
    await tomos.doesNotSee(/is writing here/);
  },
);

journeyEitherWay(
  'who writes alone reads the others afterwards, and what has no name is given once',
  async ({ site, start }) => {
    const { people, programme, school } = await makeWorld(site.db);
    await insertWriting(site.db, { owner_id: school.id, id: programme.id }, startOfTests);
    const [blind, nameless] = [14, 15].map((number) => `/programmes/reading-together/steps/${number}`) as [
      string,
      string,
    ];
    const ffion = await start();
    await ffion.signInAs(people.teacher);
    await ffion.visit(blind);
    await ffion.fill('What pupils should learn', 'I would wait.');
    await ffion.pressByKeyboard('Save it, with my name');
    await ffion.sees('Nobody else has written yet.');

    const tomos = await start();
    await tomos.signInAs(people.partner);
    await tomos.visit(blind);
    await tomos.sees('What others wrote is shown here when you have written yours.');
    await tomos.doesNotSee('I would wait.');
    await tomos.fill('How we watch', 'I would ask the one beside her.');
    await tomos.press('Save it, with my name');
    await tomos.sees('I would wait.');

    await ffion.visit(nameless);
    await ffion.press('Give it without my name');
    await ffion.sees('Write something in one of the parts.');
    await ffion.fill('What pupils should learn', 'We lose the time for it.');
    await ffion.press('Give it without my name');
    await ffion.sees('You gave yours. It has no name, so it cannot be found and changed.');
    await ffion.sees(/One person has given theirs\./);
    await ffion.doesNotSee('We lose the time for it.');
  },
);

journey(
  'an open page asks every twenty seconds what others did, and no more when nobody touched it for half an hour',
  async ({ site, browser }) => {
    const { people, programme, school } = await makeWorld(site.db);
    await insertWriting(site.db, { owner_id: school.id, id: programme.id }, startOfTests);
    const ffion = await browser(true);
    await ffion.signInAs(people.teacher);
    let asked = 0;
    ffion.page.on('request', (request) => {
      if (request.url().endsWith('/newer')) asked += 1;
    });
    await ffion.page.clock.install();
    await ffion.visit('/programmes/reading-together/steps/11');
    // The part that asks is fetched after the page: on a busy machine some time after.
    await ffion.page.evaluate(() => customElements.whenDefined('joint-writing'));
    await ffion.page.clock.runFor(65_000);
    assert.equal(asked, 3);
    await ffion.page.clock.fastForward(31 * 60_000);
    asked = 0;
    await ffion.page.clock.runFor(65_000);
    assert.equal(asked, 0);
    const answered = ffion.page.waitForResponse(/newer$/);
    await ffion.page.keyboard.press('Tab');
    await ffion.page.clock.runFor(25_000);
    assert.equal((await answered).status(), 200);
    assert.equal(asked, 1);
    await (await answered).finished();
    await ffion.visit('/today');
  },
);
