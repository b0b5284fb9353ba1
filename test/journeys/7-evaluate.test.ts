import assert from 'node:assert/strict';
import { deliver } from '../deliver.ts';
import { makeWorld } from '../world.ts';
import { journeyEitherWay } from './journey.ts';

journeyEitherWay(
  'teachers plan backwards from the pupils, measure, name what else could explain it, and a head reads the page',
  async ({ site, start }) => {
    const { people } = await makeWorld(site.db);
    const ffion = await start();
    await ffion.signInAs(people.teacher);

    await ffion.visit('/programmes/reading-together');
    await ffion.press('Evaluation');
    await ffion.press('Plan the evaluation');
    await ffion.fill('Which pupils?', 'Six readers who guess at words');
    await ffion.fill('What should their learning look like?', 'They say what a paragraph is about.');
    await ffion.fill('How would we notice?', 'They ask about words they do not know.');
    await ffion.fill('Start', '2026-09-14');
    await ffion.fill('Middle', '2026-10-12');
    await ffion.fill('End', '2026-11-16');
    await ffion.fill('Later', '2026-12-01');
    await ffion.tick('No comparison group');
    await ffion.pressByKeyboard('Save the plan');
    await ffion.sees('Leave a whole term after the end');
    await ffion.fill('Later', '2027-10-04');
    await ffion.press('Save the plan');

    await ffion.press('Add a measure');
    await ffion.fill('What is measured?', 'Questions pupils ask of a text');
    await ffion.tick('Number');
    await ffion.fill('Unit', 'questions');
    await ffion.fill('Lowest it can be', '0');
    await ffion.fill('Highest it can be', '20');
    await ffion.press('Add the measure');
    await ffion.sees('Questions pupils ask of a text');
    await ffion.press('Agree with the plan');

    await ffion.press('Pupils and figures');
    await ffion.fill('What is the group called?', 'Focus readers');
    await ffion.fill('Or: make code names for so many pupils', '6');
    await ffion.press('Add the group');
    const group = ffion.at;
    for (const [moment, figures] of [
      ['Start', '1\n2\n3\n2\n1\n3'],
      ['End', '5\n6\n7\n6\n4\n8'],
    ] as const) {
      await ffion.visit(group);
      await ffion.press(new RegExp(`^${moment}: `));
      await ffion.unfold('Paste a column');
      await ffion.fill('Questions pupils ask of a text, one figure on each line', figures);
      await ffion.press('Save and hand in');
    }

    await ffion.visit('/programmes/reading-together/evaluation');
    await ffion.press('How sure');
    await ffion.tick('Pupils would have moved on anyway');
    await ffion.fill('What we know of it', 'Readers of this age do move on.', 'One of the common ones');
    await ffion.pressByKeyboard('Add this explanation');
    await ffion.press('What we say');
    await ffion.fill('In one sentence', 'The programme led to more questions.');
    await ffion.tick('Pupil outcome');
    await ffion.press('Add the sentence');
    await ffion.sees(/there is nothing to compare with/);
    await ffion.fill('In one sentence', 'Six pupils asked more questions in November than in September.');
    await ffion.press(/^Save the sentence/);
    await ffion.doesNotSee(/there is nothing to compare with/);
    await ffion.sees('Six pupils asked more questions in November than in September.');

    // Those who led and those who took part are asked the same.
    const nia = await start();
    await nia.signInAs(people.facilitator);
    await nia.visit('/programmes/reading-together/evaluation/questions');
    await nia.press('Ask the questions');
    await deliver(site);
    await ffion.press('The same questions');
    await ffion.press('Answer the questions');
    await ffion.tick('Very much', 'Was it worth the time it asked of you?');
    await ffion.pressByKeyboard('Give my answers');
    await nia.press('Answer the questions');
    await nia.tick('A little', 'Was it worth the time it asked of those who took part?');
    await nia.press('Give my answers');

    const gwen = await start();
    await gwen.signInAs(people.head);
    await gwen.visit('/programmes/reading-together');
    await gwen.press('Evaluation');
    await gwen.sees('Six pupils asked more questions in November than in September.');
    await gwen.sees('Pupil outcome');
    await gwen.sees('Readers of this age do move on.');
    await gwen.sees(/6 pupils measured at the start and the end/);
    await gwen.sees(/on average 4 questions higher/);
    const sheet = String(await gwen.download('These figures as a spreadsheet (CSV)'));
    assert.match(sheet, /Questions pupils ask of a text/);
    assert.doesNotMatch(sheet, /Focus readers/);
    await gwen.isTurnedAway(group);
  },
);
