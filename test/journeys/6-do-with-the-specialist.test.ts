import assert from 'node:assert/strict';
import { deliver } from '../deliver.ts';
import { makeWorld } from '../world.ts';
import { journeyEitherWay } from './journey.ts';
import { running } from './running-programme.ts';

journeyEitherWay(
  'the specialist from outside opens her account by a link, reads what is shared, and leads a session',
  async ({ site, start }) => {
    const world = await makeWorld(site.db);
    await running(world);
    const { people } = world;
    // She has been written down and not invited yet.
    await site.db.deleteFrom('credential').where('person_id', '=', people.specialist.personId).execute();
    const teacher = await site.as(people.teacher);
    const written = await teacher.post('/my-learning/starting-points', {
      title: 'Before reading',
      programme: world.programme.id,
      obstacles: 'The other twenty-four.',
    });
    await teacher.post(`${written.to}/share`, { with: `circle:${world.programme.id}:specialist` });
    await deliver(site);

    const dewi = await start();
    await dewi.signInAs(people.administrator);
    await dewi.visit('/people?kind=guest');
    await dewi.press('Dr Amara Obi');
    await dewi.press('Invite');
    await dewi.press('Show a link to hand over');
    const link = await dewi.page.locator('copy-link code').innerText();

    const amara = await start();
    await amara.visit(new URL(link).pathname);
    assert.equal(await amara.title(), 'Welcome, Dr Amara Obi');
    await amara.fill('Choose a password', 'three quiet words');
    await amara.pressByKeyboard('Open my account');
    await amara.press('My learning');
    await amara.press('reading together');
    await amara.press('Taking part');
    await amara.sees('shares starting points with you');
    await amara.press('Read what is shared with you');
    await amara.press('Before reading');
    await amara.sees('The other twenty-four.');

    await amara.visit('/programmes/reading-together');
    await amara.press('Taking part');
    await amara.press('Seeing it in use');
    await amara.unfold('Add a link or a file');
    await amara.fill('What is it?', 'Twelve short texts');
    await amara.attach('Or a file', {
      name: 'texts.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('One.'),
    });
    await amara.press('Add it');
    await amara.sees('texts.txt');
    await amara.pressByKeyboard('Everybody was here');
    await amara.sees('Everybody is marked.');
    await amara.choose('Tomos Bevan', 'Not here');
    await amara.press('Save the roll');
    await amara.sees('One person is marked.');

    // Of the school she sees this programme and nothing else.
    for (const path of ['/people', '/school', '/programmes/number-sense', '/needs'])
      await amara.isTurnedAway(path);
  },
);

journeyEitherWay(
  'a question to the specialist is answered, and an exercise is done',
  async ({ site, start }) => {
    const world = await makeWorld(site.db);
    await running(world);
    const { people } = world;
    const nia = await start();
    await nia.signInAs(people.facilitator);
    await nia.visit('/programmes/reading-together');
    await nia.press('Taking part');
    await nia.press('Add an exercise');
    await nia.fill('Title', 'Listen to one pupil');
    await nia.fill('What are people asked to do?', 'Sit beside one pupil for ten minutes.');
    await nia.fill('Minutes it takes', '20');
    await nia.pressByKeyboard('Add the exercise');
    await nia.sees('Listen to one pupil');

    const ffion = await start();
    await ffion.signInAs(people.teacher);
    await ffion.visit('/programmes/reading-together');
    await ffion.press('Taking part');
    await ffion.press('Do the next one');
    await ffion.fill('What did you notice?', 'He reads the end of each line first.');
    await ffion.press('I have done it');
    await ffion.sees('Done');
    await ffion.press('Questions');
    await ffion.fill('In a few words', 'The end of the line');
    await ffion.fill('What do you want to know?', 'Why does he begin there?');
    await ffion.tick('The specialist alone');
    await ffion.pressByKeyboard('Ask it');
    await ffion.sees('Waits for an answer');
    const address = ffion.at;
    await deliver(site);

    const amara = await start();
    await amara.signInAs(people.specialist);
    await amara.visit('/today');
    await amara.press('A question waits for your answer (reading together)');
    await amara.fill('Your words', 'Ask him; he will tell you.');
    await amara.press('Reply');
    await deliver(site);

    await ffion.visit(address);
    await ffion.sees('Ask him; he will tell you.');
    const tomos = await start();
    await tomos.signInAs(people.partner);
    await tomos.isTurnedAway(address);
  },
);
