import { makeWorld } from '../world.ts';
import { bookedYesterday, triedAStep, workingTogether } from './coached.ts';
import { journeyEitherWay } from './journey.ts';

journeyEitherWay(
  'a time together is said as held, talked through in parts, and its talk counted',
  async ({ site, start }) => {
    const world = await makeWorld(site.db);
    const { people } = world;
    const home = await workingTogether(site, world, {
      kind: 'specialist-coaching',
      learner: 'teacher',
      supporter: 'partner',
    });
    await triedAStep(site, world, home, 'teacher');
    await bookedYesterday(site, world, home, 'partner');

    const tomos = await start();
    await tomos.signInAs(people.partner);
    await tomos.visit('/my-learning');
    await tomos.press('Specialist coaching with Ffion Puw');
    await tomos.press('Say whether it took place');
    await tomos.tick('It was about the learner’s own lesson, plans or pupils');
    await tomos.press('It took place');
    await tomos.press('Write down what you talk about');
    await tomos.sees('First what was noticed; then this.');
    await tomos.press(/^Write ?: What was noticed$/);
    await tomos.fill('What was noticed', 'Six at the blue table. Five wrote.');
    await tomos.press('Save it');

    const ffion = await start();
    await ffion.signInAs(people.teacher);
    await ffion.visit('/my-learning');
    await ffion.press('Specialist coaching with Tomos Bevan');
    await ffion.press('Conversation of Tuesday 17 November');
    await ffion.sees('Six at the blue table. Five wrote.');
    await ffion.press(/^Write ?: What we make of it$/);
    await ffion.fill('What we make of it', 'The sixth had no pen.');
    await ffion.press('Save it');
    await ffion.press(/^Write ?: Next steps$/);
    await ffion.fill('Next steps', 'Pens out first.');
    await ffion.press('Save it');
    await ffion.press('Note stretches of the talk');
    const noted = async (
      about: string,
      by: string,
      [before, tone, scale, time]: readonly [string, string, string, string],
    ) => {
      await ffion.fill('What it is about', about);
      await ffion.choose('Who began it', by);
      await ffion.choose('What you had in front of you', before);
      await ffion.choose('The tone', tone);
      await ffion.choose('How wide', scale);
      await ffion.choose('Which time', time);
      await ffion.press('Save and note the next');
      await ffion.sees('Noted.');
    };
    await noted('Who wrote first', 'Ffion Puw', [
      'Notes of a visit',
      'Curious',
      'An episode of teaching',
      'Past lessons',
    ]);
    await noted('The pens', 'Ffion Puw', [
      'What we remembered',
      'Neutral',
      'A critical moment',
      'Past lessons',
    ]);
    await noted('Thursday', 'Tomos Bevan', [
      'A lesson plan',
      'Supportive',
      'The lesson as a whole',
      'Planning',
    ]);
    await ffion.press('Who began what: our talk counted');
    await ffion.sees('3 stretches noted');

    await tomos.press('Specialist coaching with Ffion Puw');
    await tomos.press('Conversation of Tuesday 17 November');
    await tomos.press('3 stretches of the talk are noted');
    await tomos.sees('begun by Ffion Puw; Notes of a visit; Curious');
  },
);
