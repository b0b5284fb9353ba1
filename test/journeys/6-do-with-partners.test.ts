import assert from 'node:assert/strict';
import { deliver } from '../deliver.ts';
import { makeWorld } from '../world.ts';
import { agreementInForce } from './agreement-in-force.ts';
import { journeyEitherWay } from './journey.ts';
import { running } from './running-programme.ts';

journeyEitherWay(
  'a meeting opens with what was promised, looks at a try-out, and closes with promises',
  async ({ site, start }) => {
    const world = await makeWorld(site.db);
    await running(world);
    const { people } = world;
    const ffion = await start();
    await ffion.signInAs(people.teacher);

    await ffion.visit('/programmes/reading-together/steps/1');
    await ffion.fill('One thing I will try', 'Answers on boards before anybody speaks');
    await ffion.fill('With which pupils, and what I will bring back', 'The blue table; their boards');
    await ffion.pressByKeyboard('Promise it');
    await ffion.sees('It is noted. The next meeting opens with it.');

    await ffion.press('My learning');
    await ffion.press('Log what I tried');
    await ffion.fill('With which pupils?', 'The blue table');
    await ffion.fill('What did you try?', 'Answers on boards before anybody speaks');
    await ffion.fill('Why this, for these pupils?', 'Four of them never answer.');
    await ffion.fill('How did pupils respond?', 'Three of the four wrote something.');
    await ffion.choose('Part of a programme', 'reading together');
    await ffion.attach('A photo or a file', photo);
    await ffion.pressByKeyboard('Save this try-out');
    await ffion.sees('No pupil can be recognised in this');
    assert.equal(await ffion.valueOf('With which pupils?'), 'The blue table');
    await ffion.attach('A photo or a file', photo);
    await ffion.tick('No pupil can be recognised in this');
    await ffion.press('Save this try-out');
    await ffion.sees('Saved. Only you can see it.');
    await ffion.sees('boards.png');
    await ffion.unfold('Only you');
    await ffion.press('Change who can see this');
    await ffion.choose('Bring it to a meeting', 'Second meeting, 18 Nov 2026');
    await ffion.press('Save who may read it');
    await deliver(site);

    await ffion.visit('/programmes/reading-together/steps/3');
    await ffion.sees('Answers on boards before anybody speaks');
    await ffion.tick('Tried it');
    await ffion.fill(
      'What happened, and what did pupils do? If not yet, what got in the way?',
      'Three wrote, one spoke.',
    );
    await ffion.press('Report on it');
    await ffion.sees('What stands behind this conversation');
    await ffion.sees('One try-out is on the table');
    await ffion.fill('One thing I will try', 'Ten seconds more before the boards go up');
    await ffion.fill('With which pupils, and what I will bring back', 'The blue table; a tally');
    await ffion.press('Promise it');
    await ffion.sees('One promise');

    const tomos = await start();
    await tomos.signInAs(people.partner);
    await tomos.visit('/programmes/reading-together/steps/3');
    await tomos.sees('Three wrote, one spoke.');
    await tomos.press(/^Answers on boards/);
    await tomos.sees('Three of the four wrote something.');
    await tomos.fill('A question, or what you noticed', 'Who was the fourth?');
    await tomos.press('Send');
    await tomos.sees('Who was the fourth?');

    // Carys, who leads, sees who came, and not a word of this.
    const carys = await start();
    await carys.signInAs(people['cpd-leader']);
    await carys.visit('/programmes/reading-together/steps/3');
    await carys.doesNotSee(/Three wrote/);
    await carys.visit('/programmes/reading-together');
    await carys.press('People', 'Overview');
    await carys.press('Attendance');
    await carys.sees('Ffion Puw');
  },
);

journeyEitherWay(
  'partners watch for what pupils do, each writes alone, and the observed teacher keeps the record',
  async ({ site, start }) => {
    const { people } = await makeWorld(site.db);
    await agreementInForce(site, people);
    const ffion = await start();
    await ffion.signInAs(people.teacher);
    await ffion.visit('/my-learning');
    await ffion.press('My observations');
    await ffion.press('Agree an observation');
    await ffion.choose('With whom', 'Tomos Bevan');
    await ffion.tick('I teach and am observed');
    await ffion.fill('Day', '2026-11-18');
    await ffion.fill('What to look for', 'Who speaks first?');
    await ffion.pressByKeyboard('Ask for this observation');
    const address = ffion.at;
    await deliver(site);

    const tomos = await start();
    await tomos.signInAs(people.partner);
    await tomos.visit('/today');
    await tomos.press(/^You are asked for an observation/);
    await tomos.press('Agree to it');

    await ffion.visit(address);
    await ffion.press('Write what you expect');
    await ffion.fill('What do you expect pupils to do and say?', 'The same three speak.');
    await ffion.press('Save');
    await ffion.press('It took place');
    await ffion.press('Write what you noticed');
    await ffion.fill('What did pupils do and say?', 'Four spoke.');
    await ffion.fill('What was different from what you expected?', 'One more.');
    await ffion.tick('Mine is ready to be read beside Tomos Bevan’s');
    await ffion.press('Save');
    await ffion.sees('When Tomos Bevan is ready too, both stand side by side.');

    await tomos.visit(address);
    await tomos.doesNotSee('Four spoke.');
    await tomos.press('Write what you noticed');
    await tomos.fill('What did your partner ask you to look for?', 'Who speaks first');
    await tomos.fill('Moves seen', 'She waited.');
    await tomos.fill('What did pupils do then?', 'Six looked up.');
    await tomos.fill('My plan', 'Wait, on Monday in mathematics.');
    await tomos.tick('Mine is ready to be read beside Ffion Puw’s');
    await tomos.pressByKeyboard('Save');
    await tomos.sees('Four spoke.');

    await ffion.visit(address);
    await ffion.sees('Six looked up.');
    await ffion.press('Write what you make of it');
    await ffion.fill('A goal within reach', 'Six speak in a lesson.');
    await ffion.fill('What will you practise, in which lessons?', 'Waiting, in reading.');
    await ffion.press('Save');
    await ffion.sees('Six speak in a lesson.');

    const sian = await start();
    await sian.signInAs(people.manager);
    await sian.isTurnedAway(address);
  },
);

/** A picture of one grey point. */
const photo = {
  name: 'boards.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
    'base64',
  ),
};
