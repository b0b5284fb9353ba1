import { deliver } from '../deliver.ts';
import { makeWorld } from '../world.ts';
import { bookedYesterday, triedAStep, workingTogether } from './coached.ts';
import { journeyEitherWay } from './journey.ts';

journeyEitherWay(
  'a step comes back after two weeks, the next goal adjusts, and nothing but a wording reaches appraisal',
  async ({ site, start }) => {
    const world = await makeWorld(site.db);
    const { people } = world;
    const home = await workingTogether(site, world, {
      kind: 'specialist-coaching',
      learner: 'teacher',
      supporter: 'partner',
    });
    const goal = await triedAStep(site, world, home, 'teacher');
    await bookedYesterday(site, world, home, 'partner');
    await deliver(site);
    site.clock.set('2026-12-01T08:00:00Z');
    await deliver(site);

    const ffion = await start();
    await ffion.signInAs(people.teacher);
    await ffion.visit('/today');
    await ffion.press(/^Look again at a step you tried/);
    await ffion.tick('It goes when I think of it');
    await ffion.fill('What pupils do now', 'They wait too, on most days.');
    await ffion.press('Save how it goes');
    await ffion.press('I wait three seconds before I take an answer');
    await ffion.press('Say what came of it');
    await ffion.fill('What came of it', 'Five of six write. I forget it when we are late.');
    await ffion.press('End this cycle');
    await ffion.press('Write the next goal');
    await ffion.sees('Five of six write. I forget it when we are late.');
    await ffion.fill('My goal', 'I ask the blue table for a reason after an answer');
    await ffion.fill('Which pupils', 'The blue table in Year 5');
    await ffion.fill('What one would see them do', 'They say because');
    await ffion.fill('What I do differently after last time', 'A card on my desk.');
    await ffion.press('Save this goal');
    await ffion.sees('A card on my desk.');
    const next = ffion.at;
    await ffion.press('Copy its wording into appraisal');
    await ffion.press('Copy these words into appraisal');
    await ffion.sees('This target is all that crossed.');

    // Sian manages Ffion: she reads the target, and is turned away from all the rest.
    const sian = await start();
    await sian.signInAs(people.manager);
    await sian.visit('/me');
    await sian.press('Appraisal');
    await sian.press('The people I manage');
    await sian.press('I ask the blue table for a reason after an answer');
    await sian.doesNotSee(/card on my desk|They say because|goal/i);
    for (const address of [goal, next, home, `${home}/conversations`]) await sian.isTurnedAway(address);

    const elin = await start();
    await elin.signInAs(people['co-ordinator']);
    await elin.visit('/school');
    await elin.press('Mentoring and coaching');
    await elin.press(/Ffion Puw/);
    await elin.sees('Tuesday 17 November: Conversation');
    await elin.doesNotSee(/blue table|card on my desk|As we said/);
    await elin.isTurnedAway(home);

    const head = await start();
    await head.signInAs(people.head);
    await head.visit('/school');
    await head.press(/in numbers$/);
    await head.sees('hidden');
    await head.doesNotSee(/Ffion Puw|Tomos Bevan/);
    await head.isTurnedAway('/school/coaching');
  },
);
