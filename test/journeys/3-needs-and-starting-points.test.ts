import assert from 'node:assert/strict';
import { deliver } from '../deliver.ts';
import { makeWorld } from '../world.ts';
import { journeyEitherWay } from './journey.ts';

journeyEitherWay(
  'the CPD leader asks what the staff need, and joins a need to a priority',
  async ({ site, start }) => {
    const { people } = await makeWorld(site.db);
    const carys = await start();
    await carys.signInAs(people['cpd-leader']);

    await carys.visit('/today');
    await carys.press('School');
    await carys.press('Priorities');
    await carys.press('Add a priority');
    await carys.fill('What the school is working on', 'Everybody reads for meaning');
    await carys.press('Add the priority');
    await carys.sees('Everybody reads for meaning');

    await carys.press('School');
    await carys.press('Needs');
    assert.equal(carys.at, '/school/needs');
    await carys.press('Ask the staff');
    await carys.fill('What you call it', 'Needs for 2027');
    await carys.fill('A word to the staff', 'I read every answer.');
    await carys.pressByKeyboard('Ask them now');
    await carys.sees('Nobody has answered yet.');
    await deliver(site);

    const ffion = await start();
    await ffion.signInAs(people.teacher);
    await ffion.visit('/today');
    await ffion.press('Say what you need most and least');
    assert.equal(await ffion.title(), 'Needs for 2027');
    await ffion.sees('Everybody reads for meaning');
    await ffion.press('Send my answer');
    await ffion.sees('Name at least one need');
    await ffion.choose('A topic from the list', 'Reading and understanding', 'First of all');
    await ffion.fill('In your own words', 'They read it aloud and cannot say what it was.', 'First of all');
    await ffion.choose('A topic from the list', 'Technology for learning', 'Least of all');
    await ffion.pressByKeyboard('Send my answer');
    await ffion.sees('They read it aloud and cannot say what it was.');

    await carys.visit('/school/needs/needs-for-2027');
    await carys.sees('1 of 12 has answered.');
    await carys.press('Who said what');
    await carys.tick('Join this need of Ffion Puw: Reading and understanding');
    await carys.choose('To what the school works on', 'Everybody reads for meaning');
    await carys.press('Join the ticked needs');
    await carys.sees('Joined to the school priority “Everybody reads for meaning”.');

    await ffion.press('My learning');
    await ffion.press('What I need');
    await ffion.press('Needs for 2027');
    await ffion.sees('Joined to the school priority “Everybody reads for meaning”.');
  },
);

journeyEitherWay(
  'a teacher writes where she starts from, loses nothing on the way, and shows it to the specialist alone',
  async ({ site, start, javaScript }) => {
    const { people } = await makeWorld(site.db);
    const ffion = await start();
    await ffion.signInAs(people.teacher);

    await ffion.visit('/my-learning');
    await ffion.press('Where I start from');
    await ffion.sees(/You have written nothing here yet/);
    await ffion.press('Write starting points');
    await ffion.sees('Only you');
    await ffion.fill('What you call it', 'Before we read together');
    await ffion.choose('For which programme', 'reading together');
    await ffion.fill('Your pupils', 'Six of them read aloud beautifully and repeat the first line.');
    if (javaScript) await ffion.sees(/^Saved \d/);
    else await ffion.press('Keep as draft');

    // Somebody came in; she goes on an hour later, somewhere else.
    const later = await start();
    await later.signInAs(people.teacher);
    await later.visit('/my-learning/starting-points/new');
    assert.match(await later.valueOf('Your pupils'), /^Six of them read aloud/);
    await later.fill('What may get in the way of trying something new?', 'The other twenty-four.');
    await later.pressByKeyboard('Save');
    await later.sees('Only you. Nobody else can open it, whatever their role.');
    const address = later.at;

    const amara = await start();
    await amara.signInAs(people.specialist);
    await amara.isTurnedAway(address);

    await later.press('Share it');
    await later.press('Share with the specialist of reading together');
    await later.sees(/Shared with the specialist of reading together/i);
    await deliver(site);

    await amara.visit('/today');
    await amara.press(/^Starting points were shared with you/);
    await amara.sees('The other twenty-four.');
    await amara.press('Write down our talk');
    await amara.fill('Your pupils', 'We look at the six first.');
    await amara.press('Save the notes');
    await amara.sees('We look at the six first.');

    // Her line manager is turned away, and she sees who opened it.
    const sian = await start();
    await sian.signInAs(people.manager);
    await sian.isTurnedAway(address);
    await later.visit(address);
    await later.sees(/Opened \d times/);
    await later.sees(/Dr Amara Obi, 18 November 2026/);

    await later.press('Stop sharing with the specialist of reading together');
    await amara.isTurnedAway(address);
    await later.press('Undo');
    await amara.visit(address);
  },
);
