import assert from 'node:assert/strict';
import { makePairing } from '#features/coaching/coaching.scene.ts';
import { deliver } from '../deliver.ts';
import { makeWorld } from '../world.ts';
import { bothTeachReading, prepared } from './coached.ts';
import { journeyEitherWay } from './journey.ts';

journeyEitherWay(
  'a teacher finds a coach by the reasons shown, asks, and is told yes',
  async ({ site, start }) => {
    const world = await makeWorld(site.db);
    const { people } = world;
    await prepared(site, world, ['partner'], ['trust-and-the-wall', 'brokering']);
    await bothTeachReading(world, ['teacher', 'partner']);

    const tomos = await start();
    await tomos.signInAs(people.partner);
    await tomos.visit('/my-learning');
    await tomos.press('All my mentoring and coaching');
    await tomos.press('Prepare to mentor or coach');
    await tomos.press(/^Go on with “Trust/);
    await tomos.fill(
      'What will you say at the first meeting about what stays between you? Write the words.',
      'What you tell me stays with me.',
    );
    await tomos.press(/^Keep my words/, 'What will you say at the first meeting');
    await tomos.sees('Kept. Only you can read it.');
    await tomos.press('I have finished this part');
    await tomos.press('Mentoring and coaching');
    await tomos.press('I am ready to mentor or coach');
    await tomos.tick('Specialist coaching');
    await tomos.fill(
      'What can you help with, and what have you done yourself?',
      'Ten years of talk before writing.',
    );
    await tomos.fill('Where?', 'At the lower site');
    await tomos.press('Offer this');
    await tomos.sees('Colleagues who look for somebody find you now.');

    const ffion = await start();
    await ffion.signInAs(people.teacher);
    await ffion.visit('/my-learning');
    await ffion.press('Find somebody');
    await ffion.press('Specialist coaching');
    await ffion.tick('Every two weeks, over a term');
    await ffion.press('See who could help');
    await ffion.sees('Teaches Reading to Year 5, as you do');
    await ffion.sees('Ten years of talk before writing.');
    await ffion.sees('Prepared');
    await ffion.press('Choose Tomos Bevan');
    await ffion.fill('What would you like to work on, and why?', 'My questions: the same three answer.');
    await ffion.press('Ask Tomos Bevan');
    await ffion.sees(/waiting for Tomos Bevan to answer/);
    await deliver(site);

    await tomos.press('Today');
    await tomos.press(/^You are asked to mentor, to coach/);
    await tomos.sees('My questions: the same three answer.');
    await tomos.press('Yes, I will');
    await tomos.sees('You work together now. A first thing to do: write down what you agree.');
  },
);

journeyEitherWay(
  'what one writes of how they work together the other changes, and both sign it',
  async ({ site, start }) => {
    const { db, school, people, at } = await makeWorld(site.db);
    await makePairing(db, school, { learner: people.teacher, supporter: people.partner }, at);
    const tomos = await start();
    await tomos.signInAs(people.partner);
    await tomos.visit('/my-learning');
    await tomos.press('Specialist coaching with Ffion Puw');
    await tomos.press('Write the agreement');
    await tomos.fill('What this is about', 'Who answers in reading.');
    await tomos.fill('How often, where and for how long', 'Every second Wednesday, the library.');
    await tomos.fill('The time for it', 'Covered by Huw.');
    await tomos.fill('What stays between us, and what does not', 'All but a child in danger.');
    await tomos.fill('How we give feedback', 'What was seen first.');
    await tomos.fill('What is written down, and what is filmed', 'Notes; no film.');
    await tomos.fill('How either of us can end it', 'By saying so.');
    await tomos.fill('When we look at this again', 'After Christmas.');
    await tomos.press('Save');
    await tomos.sees('Saved. Read it once more, then sign it.');
    await deliver(site);

    const ffion = await start();
    await ffion.signInAs(people.teacher);
    await ffion.visit('/today');
    await ffion.press(/^Read and sign what you agree/);
    await ffion.press('Change the agreement');
    await ffion.fill('The time for it', 'Covered by Huw, never in my planning time.');
    await ffion.press('Save');
    await ffion.press('Sign version 2');
    await ffion.sees('Version 2 waits to be signed by Tomos Bevan.');
    await deliver(site);

    await tomos.press('Today');
    await tomos.press(/^Read and sign what you agree/);
    await tomos.sees('Covered by Huw, never in my planning time.');
    await tomos.press('Sign version 2');
    await tomos.sees(/In force since/);
    assert.equal(await tomos.title(), 'Specialist coaching with Ffion Puw');
  },
);
