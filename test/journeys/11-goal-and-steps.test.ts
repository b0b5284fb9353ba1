import { makeWorld } from '../world.ts';
import { workingTogether } from './coached.ts';
import { journeyEitherWay } from './journey.ts';

journeyEitherWay(
  'a goal is narrowed and shared, a third step asks why, and the term’s times are booked',
  async ({ site, start }) => {
    const world = await makeWorld(site.db);
    const { people } = world;
    await workingTogether(site, world, {
      kind: 'specialist-coaching',
      learner: 'teacher',
      supporter: 'partner',
    });
    const ffion = await start();
    await ffion.signInAs(people.teacher);
    await ffion.visit('/my-learning');
    await ffion.press('Specialist coaching with Tomos Bevan');
    await ffion.press('Write my goal');
    await ffion.fill('My goal', 'Improve my questioning');
    await ffion.tick('Only me');
    await ffion.press('Save this goal');
    await ffion.sees('Saved. Only you can read it.');
    await ffion.sees('It does not say yet with which pupils.');
    await ffion.press('Change the words');
    await ffion.fill('My goal', 'I wait three seconds before I take an answer');
    await ffion.fill('Which pupils', 'The blue table in Year 5');
    await ffion.fill('What one would see them do', 'They write before anybody speaks');
    await ffion.press('Save the changes');
    await ffion.doesNotSee('It does not say yet with which pupils.');
    await ffion.press('Share it with the people of this pairing');
    await ffion.tick('The people of this pairing: Tomos Bevan and I');
    await ffion.press('Save who reads it');

    await ffion.press('Add a step');
    for (const [step, more] of [
      ['Count to three aloud', 'Add another step'],
      ['Boards up together', /^I wait three seconds/],
    ] as const) {
      await ffion.fill('What I do', step);
      await ffion.fill('In which lesson', 'Reading on Thursday');
      await ffion.press('Add this step');
      await ffion.press(more);
    }
    await ffion.press('Add a step');
    await ffion.sees('2 steps are open already.');
    await ffion.sees('Henderson');
    await ffion.fill('What I do', 'Ask the blue table last');
    await ffion.fill('In which lesson', 'Reading on Friday');
    await ffion.fill(
      'Why is a third step needed now, and which of the others can wait?',
      'The boards can wait for the marker pens.',
    );
    await ffion.press('Add this step');
    await ffion.sees('The boards can wait for the marker pens.');

    const tomos = await start();
    await tomos.signInAs(people.partner);
    await tomos.visit('/my-learning');
    await tomos.press('Specialist coaching with Ffion Puw');
    await tomos.sees('Count to three aloud');
    await tomos.press('Book a whole term');
    await tomos.tick('The time is protected');
    await tomos.press('Book those that are ticked');
    await tomos.sees(/times are booked\. They are in everybody’s calendar/);
    await tomos.sees(/Thursday 3 December/);

    await ffion.press('Specialist coaching');
    await ffion.press('Rehearse it');
    await ffion.tick('Yes', 'Have you seen somebody do it');
    await ffion.tick('Together');
    await ffion.press(/^Save this/);
    site.clock.set('2026-11-19T16:00:00Z');
    await ffion.press('Specialist coaching');
    await ffion.press('Count to three aloud');
    await ffion.fill('What pupils did', 'Five of six wrote before anybody spoke.');
    await ffion.press('I tried it');
    await ffion.sees('You look at it again on Thursday 3 December; it stands in your calendar.');
  },
);
