import { deliver } from '../deliver.ts';
import { makeWorld } from '../world.ts';
import { prepared } from './coached.ts';
import { journey } from './journey.ts';

journey(
  'the fortnightly coaching of one school is begun from its page, and its cycle of a term booked',
  async ({ site, browser }) => {
    const world = await makeWorld(site.db);
    const { people } = world;
    await prepared(site, world, ['partner']);
    const ffion = await browser(true);
    await ffion.signInAs(people.teacher);
    await ffion.visit('/my-learning');
    await ffion.press('Protocols: ways of learning together');
    await ffion.press(/whole-school/i);
    await ffion.pressByKeyboard('Start this as a pairing: Specialist coaching');
    await ffion.pressByKeyboard('See who could help');
    await ffion.fill('A name, or what somebody offers', 'Bevan');
    await ffion.press('Find');
    await ffion.press('Choose Tomos Bevan');
    await ffion.sees('One cycle a term, for every teacher');
    await ffion.fill('What would you like to work on, and why?', 'Who answers in reading.');
    await ffion.pressByKeyboard('Ask Tomos Bevan');
    await deliver(site);

    const tomos = await browser(true);
    await tomos.signInAs(people.partner);
    await tomos.visit('/today');
    await tomos.press(/^You are asked to mentor/);
    await tomos.pressByKeyboard('Yes, I will');
    await tomos.press('Book a whole term');
    await tomos.sees('One school’s experience');
    await tomos.sees('A lesson watched');
    await tomos.pressByKeyboard('Book those that are ticked');
    await tomos.sees(/times are booked/);
    await ffion.press('My learning');
    await ffion.press('Specialist coaching with Tomos Bevan');
    await ffion.sees('A lesson watched');
  },
);
