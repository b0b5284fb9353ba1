import { makeWorld } from '../world.ts';
import { deliver } from '../deliver.ts';
import { workingTogether } from './coached.ts';
import { journey } from './journey.ts';

journey(
  'two colleagues coach each other: both have a goal, and they change places in asking',
  async ({ site, browser }) => {
    const world = await makeWorld(site.db);
    const { people } = world;
    await workingTogether(site, world, { kind: 'co-coaching', learner: 'teacher', supporter: 'partner' });
    const ffion = await browser(true);
    await ffion.signInAs(people.teacher);
    await ffion.visit('/my-learning');
    await ffion.press('Co-coaching with Tomos Bevan');
    await ffion.pressByKeyboard('Write my goal');
    await ffion.fill('My goal', 'I wait three seconds before I take an answer');
    await ffion.fill('Which pupils', 'The blue table in Year 5');
    await ffion.fill('What one would see them do', 'They write before anybody speaks');
    await ffion.pressByKeyboard('Save this goal');

    const tomos = await browser(true);
    await tomos.signInAs(people.partner);
    await tomos.visit('/my-learning');
    await tomos.press('Co-coaching with Ffion Puw');
    await tomos.sees('Ffion Puw: I wait three seconds before I take an answer');
    await tomos.pressByKeyboard('Write my goal');
    await tomos.fill('My goal', 'I ask for a second answer before I say what I think');
    await tomos.fill('Which pupils', 'Four readers in Year 4');
    await tomos.fill('What one would see them do', 'They answer one another');
    await tomos.pressByKeyboard('Save this goal');
    await tomos.press('Co-coaching');
    await tomos.press('Write down a conversation');
    await tomos.pressByKeyboard('Begin a conversation');
    await tomos.sees('Tomos Bevan is the learner');
    await tomos.sees('Now you change places: Ffion Puw is the learner');
    await tomos.press(/^Write ?: What Ffion Puw is asked$/);
    await tomos.fill('What Ffion Puw is asked', 'Who wrote first, and who waited for them?');
    await tomos.pressByKeyboard('Save it');

    await ffion.press('Co-coaching');
    await ffion.sees('Tomos Bevan: I ask for a second answer before I say what I think');
    await ffion.press('Conversation of Wednesday 18 November');
    await ffion.press(/^Write ?: What Ffion Puw answers$/);
    await ffion.fill('What Ffion Puw answers', 'The two by the window.');
    await ffion.pressByKeyboard('Save it');
    await ffion.press(/^Write ?: What Tomos Bevan is asked$/);
    await ffion.fill('What Tomos Bevan is asked', 'Whose second answer surprised you?');
    await ffion.pressByKeyboard('Save it');
  },
);

journey('two colleagues who coach each other watch each other teach', async ({ site, browser }) => {
  const world = await makeWorld(site.db);
  const { people } = world;
  await workingTogether(site, world, { kind: 'co-coaching', learner: 'teacher', supporter: 'partner' });
  const ffion = await browser(true);
  await ffion.signInAs(people.teacher);
  await ffion.visit('/my-learning');
  const asks = async (part: string, pupils: string): Promise<void> => {
    await ffion.press('Agree an observation');
    await ffion.tick(part);
    await ffion.fill('Day', '2026-11-20');
    await ffion.fill('What to look for', pupils);
    await ffion.pressByKeyboard('Ask for this observation');
  };
  await ffion.press('Co-coaching with Tomos Bevan');
  await asks('I teach and am observed', 'Who writes first?');
  await ffion.press('Mentoring and coaching: Ffion Puw, Tomos Bevan');
  await asks('They teach and I observe', 'Who answers whom?');
  await deliver(site);

  const tomos = await browser(true);
  await tomos.signInAs(people.partner);
  await tomos.visit('/my-learning');
  await tomos.press('Co-coaching with Ffion Puw');
  await tomos.sees('2 observations');
  for (const lesson of ['Tomos Bevan observes Ffion Puw', 'Ffion Puw observes Tomos Bevan']) {
    await tomos.press(lesson);
    await tomos.pressByKeyboard('Agree to it');
    await tomos.sees('Agreed. It is in both calendars.');
    await tomos.press('Mentoring and coaching: Ffion Puw, Tomos Bevan');
  }
});
