import { deliver } from '../deliver.ts';
import { makeWorld } from '../world.ts';
import { agreementInForce } from './agreement-in-force.ts';
import { journeyEitherWay } from './journey.ts';

journeyEitherWay(
  'two teachers form a partnership, write and sign an agreement, and what they agreed comes about',
  async ({ site, start }) => {
    const { people } = await makeWorld(site.db);
    const ffion = await start();
    await ffion.signInAs(people.teacher);
    const tomos = await start();
    await tomos.signInAs(people.partner);

    await ffion.visit('/my-learning');
    await ffion.press('reading together');
    await ffion.press('Taking part');
    await ffion.press('Agreements');
    await ffion.press('Form a partnership');
    await ffion.tick('Tomos Bevan');
    await ffion.fill('What do you have in mind?', 'Questions that make pupils think.');
    await ffion.pressByKeyboard('Ask them');
    await ffion.sees('Waiting for Tomos Bevan to say whether they will join.');
    const address = ffion.at;
    await deliver(site);

    await tomos.visit('/today');
    await tomos.press(/^You are asked to form a partnership/);
    await tomos.sees('Questions that make pupils think.');
    await tomos.press('Join the partnership');
    await tomos.sees('You are partners now.');

    await tomos.press('Write the agreement');
    await tomos.tick('The topic of the programme: reading together');
    await tomos.fill('The focus, in your own words', 'One question a lesson that no single word answers.');
    await tomos.fill('Which pupils do you have in mind?', 'Four quiet readers in Year 5');
    await tomos.fill('In your own words', 'A new question each week.', 'How will we go about it?');
    await tomos.press('Save');
    await tomos.sees('Some parts are still to be written before you can sign.');
    await tomos.sees('Write parts 3, 4, 5, 6 and 8, which have no answer yet.');

    await tomos.press('Go on writing');
    await tomos.tick('A teacher’s log');
    await tomos.fill(
      'In your own words',
      'The same day, in the library.',
      '(b) How will feedback be organised',
    );
    await tomos.fill('In your own words', 'Over coffee.', 'How will we review this agreement');
    await tomos.fill('In your own words', 'A page each.', 'in the peer coaching itself?');
    await tomos.fill('The day on which you look at it again', '2026-12-11');
    await tomos.fill('Day', '2026-11-25', 'Observation 1');
    await tomos.fill('Time', '10:15', 'Observation 1');
    await tomos.choose('Who observes whom', 'Ffion Puw observes Tomos Bevan', 'Observation 1');
    await tomos.fill('What is still to be done', 'Book the library', 'Something else');
    await tomos.choose('Who sees to it', 'Ffion Puw', 'Something else');
    await tomos.pressByKeyboard('Save');
    await tomos.sees('Saved.');
    await tomos.sees('A new question each week.');
    await tomos.press('Sign version 2');
    await tomos.sees('It holds when everybody has signed this version.');
    await deliver(site);

    await ffion.visit('/today');
    await ffion.press(/^Read and sign your learning agreement/);
    await ffion.sees('One question a lesson that no single word answers.');
    await ffion.pressByKeyboard('Sign version 2');
    await ffion.sees('What you agreed now stands in your calendars and lists.');
    await deliver(site);

    // The answers act: a calendar entry, a task with a name, a day of review.
    await ffion.visit('/today');
    await ffion.sees(/Something to prepare before peer coaching starts/);
    await ffion.press('My calendar');
    await ffion.sees(/Wednesday 25 November/);
    await ffion.sees(/10:15/);
    await ffion.press('My learning');
    await ffion.press('With Tomos Bevan');
    await ffion.sees('In force since');
    await ffion.press('Done: Book the library');
    await ffion.sees('Done: Book the library.');
    await ffion.press('Places for evidence');

    // An amendment is signed again; until then the one before holds.
    await ffion.visit(address);
    await ffion.press('Change the agreement');
    await ffion.fill('Which pupils do you have in mind?', 'Five quiet readers in Year 5');
    await ffion.press('Save');
    await ffion.press('Sign version 3');
    await tomos.visit(address);
    await tomos.sees('Five quiet readers in Year 5');
    await tomos.sees('Until everybody has, version 2 holds.');
    await tomos.press('Sign version 3');
    await tomos.press('History and signatures');
    await tomos.sees(/Version 2/);

    // Neither the line manager nor the head opens it.
    const sian = await start();
    await sian.signInAs(people.manager);
    await sian.isTurnedAway(address);
    await sian.signInAs(people.head);
    await sian.isTurnedAway(address);
  },
);

journeyEitherWay(
  'the first observation took place, so the agreement is looked at again',
  async ({ site, start }) => {
    const { people } = await makeWorld(site.db);
    const href = await agreementInForce(site, people);
    const ffion = await start();
    await ffion.signInAs(people.teacher);
    await ffion.visit(href);
    await ffion.press(/^Prepare, move or call off: /);
    await ffion.press('It took place');
    await deliver(site);
    await ffion.visit('/today');
    await ffion.press(/^Look at your learning agreement again/);
    await ffion.fill('What has helped, and should stay?', 'One question a lesson is enough.');
    await ffion.pressByKeyboard('Keep the agreement as it is');
    await ffion.sees('The review is kept, and the agreement stays as it is.');
  },
);
