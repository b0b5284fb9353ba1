import assert from 'node:assert/strict';
import { makePairing } from '#features/coaching/coaching.scene.ts';
import { openRoundsJob } from '#features/coaching/pulse/open-round.job.ts';
import { deliver, runJob } from '../deliver.ts';
import { makeWorld } from '../world.ts';
import { prepared } from './coached.ts';
import { journey } from './journey.ts';

journey(
  'a newcomer asks her line manager to mentor her, both say that they know it, and other support is opened',
  async ({ site, browser }) => {
    const world = await makeWorld(site.db);
    const { people } = world;
    await prepared(site, world, ['manager']);

    const ffion = await browser(true);
    await ffion.signInAs(people.teacher);
    await ffion.visit('/my-learning');
    await ffion.pressByKeyboard('Find somebody');
    await ffion.press('Mentoring');
    await ffion.tick('Mentoring for induction');
    await ffion.tick('Every week, for a first term');
    await ffion.pressByKeyboard('See who could help');
    await ffion.fill('A name, or what somebody offers', 'Rees');
    await ffion.press('Find');
    await ffion.sees('One of you manages the other');
    await ffion.press('Choose Sian Rees');
    await ffion.sees('Sian Rees is Ffion Puw’s line manager.');
    await ffion.fill('What would you like to work on, and why?', 'My first year here.');
    await ffion.pressByKeyboard('Ask Sian Rees');
    await ffion.sees(/Read what that does, and tick that you know it/);
    await ffion.tick('We know this, and want to work together all the same');
    await ffion.pressByKeyboard('Ask Sian Rees');
    await ffion.sees(/waiting for Sian Rees to answer/);
    await deliver(site);

    const sian = await browser(true);
    await sian.signInAs(people.manager);
    await sian.visit('/today');
    await sian.press(/^You are asked to mentor/);
    await sian.sees('Sian Rees is Ffion Puw’s line manager.');
    await sian.tick('We know this, and want to work together all the same');
    await sian.pressByKeyboard('Yes, I will');
    await sian.press('Other support');
    await sian.fill('What may help', 'Watch Huw take the register.');
    await sian.fill('Who gives it or knows of it', 'Huw Parry');
    await sian.pressByKeyboard('Suggest it');
    await sian.sees('It is suggested. They decide.');
    await deliver(site);

    await ffion.press('Today');
    await ffion.press(/^Other support is suggested to you/);
    await ffion.tick('It is arranged');
    await ffion.pressByKeyboard(/^Save my answer/);
    await ffion.sees('Your answer is saved.');
  },
);

journey(
  'a newcomer who feels judged is helped quietly, says a quiet word, and finds somebody else',
  async ({ site, browser }) => {
    const world = await makeWorld(site.db);
    const { people, db, school, at } = world;
    await makePairing(
      db,
      school,
      {
        kind: 'mentoring',
        purpose: 'induction',
        learner: people.teacher,
        supporter: people.manager,
        withManager: true,
      },
      at,
    );
    await runJob(site, openRoundsJob);
    await deliver(site);

    const ffion = await browser(true);
    await ffion.signInAs(people.teacher);
    await ffion.visit('/today');
    await ffion.press(/^Three questions about working together/);
    await ffion.tick('No', 'The last time you met');
    await ffion.tick('I held back');
    await ffion.tick('Judged');
    await ffion.pressByKeyboard('Keep my answers');
    await ffion.sees('For you alone');
    await ffion.press('A quiet word, or somebody else');
    await ffion.tick('I would like to work with somebody else');
    await ffion.fill('In your own words', 'It is hard to ask whoever judges me.');
    await ffion.pressByKeyboard('Say it');
    await ffion.sees('Said. Only the co-ordinator reads it.');
    await deliver(site);

    const elin = await browser(true);
    await elin.signInAs(people['co-ordinator']);
    await elin.visit('/today');
    await elin.press(/^Somebody has a quiet word/);
    await elin.sees('It is hard to ask whoever judges me.');
    await elin.pressByKeyboard('It is looked after');

    await ffion.press('Mentoring with Sian Rees');
    await ffion.press('A quiet word, or an end');
    await ffion.sees(/Looked after on/);
    await ffion.pressByKeyboard('End it');
    await ffion.sees('You left. The others are told that it ended, and not why.');
    await ffion.press('Mentoring for induction with Sian Rees');
    await ffion.pressByKeyboard('Find somebody else');
    await ffion.pressByKeyboard('See who could help');
    await ffion.fill('A name, or what somebody offers', 'Lloyd');
    await ffion.press('Find');
    await ffion.press('Choose Nia Lloyd');
    await ffion.pressByKeyboard('Ask Nia Lloyd');
    await ffion.sees(/waiting for Nia Lloyd to answer/);
    await deliver(site);

    const sian = await browser(true);
    await sian.signInAs(people.manager);
    await sian.visit('/today');
    await sian.press(/^Somebody you worked with has ended it/);
    assert.equal(await sian.title(), 'Mentoring with Ffion Puw');
    await sian.sees(/Nobody needs to say why/);
    await sian.doesNotSee(/hard to ask|Judged/);
  },
);
