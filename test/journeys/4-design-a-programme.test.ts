import assert from 'node:assert/strict';
import { makeWorld } from '../world.ts';
import { journeyEitherWay } from './journey.ts';

journeyEitherWay(
  'the CPD leader designs a programme from a protocol, reads the check, publishes it and copies it',
  async ({ site, start }) => {
    const { people } = await makeWorld(site.db);
    const carys = await start();
    await carys.signInAs(people['cpd-leader']);

    await carys.visit('/school');
    await carys.press('Programmes');
    await carys.press('Begin a programme');
    await carys.press('Sustained programme');
    await carys.sees('Sustained programme');
    await carys.fill('Title', 'Talk that teaches');
    await carys.fill('First day', '2026-11-23');
    await carys.tick('2 terms');
    await carys.fill('What stops or shrinks to make room?', 'The writing moderation of spring');
    await carys.pressByKeyboard('Lay out the programme');
    assert.equal(carys.at, '/programmes/talk-that-teaches/design');

    // The braid, and the same in a table.
    await carys.page.getByRole('group', { name: 'Talk that teaches' }).filter({ visible: true }).waitFor();
    await carys.sees('Specialist input');
    await carys.sees('It replaces: The writing moderation of spring');

    await carys.press('Add a step');
    await carys.press('A resource or paper to study');
    await carys.fill('Title', 'Two pages on talk moves');
    await carys.fill('Date', '2026-12-01');
    await carys.fill('Minutes', '30');
    await carys.press('Add the step');
    await carys.sees('Choose a strand.');
    await carys.tick('Specialist input');
    await carys.press('Add the step');
    await carys.sees('The step is added.');

    await carys.press('Two pages on talk moves');
    await carys.fill('Date', '2026-12-08');
    await carys.pressByKeyboard('Save the step');
    await carys.sees('The step is moved.');
    await carys.sees('8 Dec');
    await carys.press('Undo');
    await carys.sees('The step is as it was before.');

    await carys.press('Two pages on talk moves');
    await carys.press('Take it out');
    await carys.sees('“Two pages on talk moves” is taken out.');
    await carys.pressByKeyboard('Undo');
    await carys.sees('“Two pages on talk moves” is back.');

    await carys.press('Design check');
    await carys.sees('It is not a score');
    await carys.sees('Senior leaders do not take part');
    await carys.unfold('Specialist input and peer support come together');
    await carys.unfold('The evidence for and against');
    await carys.press('Design');
    await carys.press('Publish');
    await carys.sees('What the design check noticed');
    await carys.press('Publish the programme');
    await carys.sees('The programme is published');

    // Every colleague reads its outline; nobody but its designers the design.
    const huw = await start();
    await huw.signInAs(people.colleague);
    await huw.visit('/my-learning');
    await huw.press('Look at the school’s programmes');
    await huw.press('Talk that teaches');
    await huw.sees('Starting points');
    await huw.isTurnedAway('/programmes/talk-that-teaches/design');

    await carys.press('Copy and adapt');
    await carys.fill('First day of the copy', '2027-04-12');
    await carys.press('Make the copy');
    assert.equal(carys.at, '/programmes/talk-that-teaches-adapted/design');
    await carys.visit('/programmes/talk-that-teaches-adapted');
    await carys.sees('Adapted from');
  },
);

journeyEitherWay('teachers, a specialist and a sponsor are enrolled, and told', async ({ site, start }) => {
  const { people } = await makeWorld(site.db);
  const carys = await start();
  await carys.signInAs(people['cpd-leader']);
  await carys.visit('/programmes/reading-together');
  await carys.press('People', 'Overview');
  await carys.tick('Huw Parry');
  await carys.choose('In which part?', 'Participant');
  await carys.pressByKeyboard('Enrol them');
  await carys.sees('Huw Parry');

  const huw = await start();
  await huw.signInAs(people.colleague);
  await huw.visit('/my-learning');
  await huw.sees('You are in one programme');
  await huw.press('reading together');
  assert.equal(huw.at, '/programmes/reading-together');
});
