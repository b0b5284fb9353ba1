import assert from 'node:assert/strict';
import { makeWorld } from '../world.ts';
import { journeyEitherWay } from './journey.ts';

journeyEitherWay(
  'somebody sets up a school, looks through its dates, and stands in it as head',
  async ({ start }) => {
    const gwen = await start();
    await gwen.visit('/');
    assert.equal(await gwen.title(), 'Welcome to Staffroom');
    await gwen.sees('Look round the demo');
    await gwen.press('Set up my school');

    await gwen.tabTo('Its name');
    await gwen.type('Ysgol Bryn Coch');
    await gwen.fill('Given name', 'Gwenllian');
    await gwen.fill('Family name', 'Davies');
    await gwen.fill('E-mail address at the school', 'gwenllian@bryncoch.example');
    await gwen.fill('A personal e-mail address', 'gwen@home.example');
    await gwen.fill('Choose a password', 'short');
    await gwen.tick('I am the head');
    await gwen.tick('I lead professional learning');
    await gwen.pressByKeyboard('Set up the school');
    await gwen.sees('10 characters');
    assert.equal(await gwen.valueOf('Its name'), 'Ysgol Bryn Coch');
    await gwen.fill('Choose a password', 'three quiet words');
    await gwen.pressByKeyboard('Set up the school');

    assert.equal(gwen.at, '/school');
    assert.equal(await gwen.title(), 'Ysgol Bryn Coch');
    await gwen.sees('What to do next');
    await gwen.press('Dates');
    await gwen.sees('Autumn');
    await gwen.choose('What it is', 'Training day: staff are in, pupils are not');
    await gwen.fill('Name', 'Reading day');
    await gwen.fill('First day', '2027-02-22', 'Add to the dates');
    await gwen.press('Add to the dates');
    await gwen.sees('Reading day');
    await gwen.press('Change Reading day, 22 February 2027');
    await gwen.press('Take it off the list');
    await gwen.doesNotSee('22 Feb');
    await gwen.press('Undo');
    await gwen.sees('Reading day');

    await gwen.press('School');
    await gwen.press('Settings');
    await gwen.choose('Time zone', 'Europe/Dublin');
    await gwen.press('Save the settings');
    assert.equal(await gwen.valueOf('Time zone'), 'Europe/Dublin');

    // Nobody sets it up a second time.
    const stranger = await start();
    await stranger.visit('/setup');
    assert.equal(await stranger.title(), 'Sign in');
  },
);

journeyEitherWay(
  'the head adds a colleague by hand in two roles, writes down when she works, and ends a role',
  async ({ site, start }) => {
    const { people } = await makeWorld(site.db);
    const gwen = await start();
    await gwen.signInAs(people.head);
    await gwen.visit('/school');
    await gwen.press('People', 'Classes, forms and departments');
    await gwen.press('Add a person');
    await gwen.fill('Given name', 'Lowri');
    await gwen.fill('Family name', 'Llwyd ap Rhys');
    await gwen.fill('E-mail address at the school', 'lowri@bryncoch.example');
    await gwen.tick('CPD leader');
    await gwen.tick('Mentor');
    await gwen.pressByKeyboard('Add to the school');
    assert.equal(await gwen.title(), 'Lowri Llwyd ap Rhys');
    await gwen.sees('CPD leader');
    await gwen.press('End this role: Mentor');
    await gwen.press('Undo');
    await gwen.press('Days and hours at work');
    await gwen.tick('Friday');
    await gwen.fill('Friday, until', '12:30');
    await gwen.press('Save');
    await gwen.sees('Write both times, or neither.');
    await gwen.fill('Friday, from', '08:30');
    await gwen.press('Save');
    await gwen.press('Days and hours at work');
    assert.equal(await gwen.valueOf('Friday, until'), '12:30');
  },
);
