import assert from 'node:assert/strict';
import type { World } from '../world.ts';
import { journey, journeyEitherWay, type Journey } from './journey.ts';
import { arrived, arrives, lesson, notes, Phone, step, withLesson } from './lesson-phones.ts';

/** Ffion plans in her browser: two pupils, two moments, one prediction. */
async function plan(walk: Journey, { people }: World): Promise<void> {
  const ffion = await walk.browser(true);
  await ffion.signInAs(people.teacher);
  await ffion.visit(step);
  await ffion.press('Predict, observe and compare');
  await ffion.press('Plan the lesson');
  await ffion.tick('Tomos Bevan', 'Who teaches');
  await ffion.tick('Ffion Puw', 'Who observes');
  await ffion.fill('Focus pupil 1', 'Pupil A');
  await ffion.fill('Focus pupil 2', 'Gwen');
  await ffion.fill('Moment 1', 'Opening');
  await ffion.fill('Moment 2', 'First task');
  await ffion.press('Save the plan');
  await ffion.unfold('Write what we predict');
  await ffion.fill('First task', 'Pupil A copies the first sentence');
  await ffion.press('Save what we predict: Pupil A');
  await ffion.sees('Pupil A copies the first sentence');
}

journey(
  'three observers note on their phones: no note is lost, none is doubled, each is its writer’s',
  async (walk) => {
    const world = await withLesson(walk);
    await plan(walk, world);
    const [ffion, tomos, nia] = [
      await Phone.of(walk, world, 'teacher'),
      await Phone.of(walk, world, 'partner'),
      await Phone.of(walk, world, 'facilitator'),
    ];

    // Tomos has a line. The answer to his second note never reaches him, so it is sent twice.
    await tomos.note('t1 counts the sentences');
    await tomos.says('t1', /Sent\./);
    await tomos.page.route(`**${notes}`, async (route) => {
      if (route.request().method() !== 'POST') return route.continue();
      await route.fetch();
      return route.abort();
    });
    await tomos.note('t2 asks Gwen', 'Gwen', 'Opening');
    await tomos.says('t2', /Not sent yet: kept on this device\./);
    await tomos.page.unroute(`**${notes}`);
    await tomos.page.evaluate(() => dispatchEvent(new Event('online')));
    await tomos.says('t2', /Sent\./);
    assert.equal(await tomos.kept(), 0);

    // Nia loses hers, writes on, shuts the page, and has it back on another page.
    await nia.context.setOffline(true);
    await nia.note('n1 looks at the wall', 'The whole class');
    await nia.note('n2 underlines');
    for (const text of ['n1', 'n2']) await nia.says(text, /Not sent yet: kept on this device\./);
    await nia.page.getByLabel('What you saw or heard').fill('half a thou');
    await arrives(world, ['t1 counts the sentences', 't2 asks Gwen']);
    assert.equal(await nia.kept(), 2);
    await nia.page.close({ runBeforeUnload: false });
    await nia.context.setOffline(false);
    await nia.open('/today');
    await arrives(world, [
      'n1 looks at the wall',
      'n2 underlines',
      't1 counts the sentences',
      't2 asks Gwen',
    ]);
    await nia.open(notes);
    await nia.page.waitForFunction(() => document.querySelector('textarea')?.value === 'half a thou');
    assert.equal(await nia.page.locator('.own-notes li').count(), 2);

    // Ffion's session ends. Somebody else signs in on her phone, and sends nothing of hers.
    await world.db.deleteFrom('session').where('person_id', '=', world.people.teacher.personId).execute();
    await ffion.note('f1 whispers');
    await ffion.says('f1', /You were signed out; it is sent once you sign in again\./);
    await ffion.page.getByRole('link', { name: 'Sign in again' }).waitFor();
    await ffion.signIn('partner');
    await ffion.page.evaluate(() => dispatchEvent(new Event('online')));
    await ffion.says('f1', /It is sent once you are signed in here again/);
    await ffion.open(notes);
    assert.equal(await ffion.page.getByText('f1 whispers').count(), 0);
    assert.equal((await arrived(world)).length, 4);
    await ffion.signIn('teacher');
    await ffion.open('/my-learning');
    await arrives(world, [
      'f1 whispers',
      'n1 looks at the wall',
      'n2 underlines',
      't1 counts the sentences',
      't2 asks Gwen',
    ]);
    const { author_id: author } = await world.db
      .selectFrom('observer_note')
      .select('author_id')
      .where('owner_id', '=', world.school.id)
      .where('text', '=', 'f1 whispers')
      .executeTakeFirstOrThrow();
    assert.equal(author, world.people.teacher.personId);

    // Until the lesson has been held each has their own; then all stand beside the prediction.
    await tomos.open(lesson);
    assert.equal(await tomos.page.getByText('n2 underlines').count(), 0);
    await tomos.page.getByRole('button', { name: 'The lesson has been held' }).tap();
    const account = tomos.page.locator('section.focus-pupil', { hasText: 'Pupil A' }).first();
    for (const text of ['Pupil A copies the first sentence', 't1 counts', 'n2 underlines', 'f1 whispers'])
      await account.getByText(text).waitFor();
    await account.locator('summary', { hasText: 'What we make of it' }).tap();
    await account.getByLabel('It surprised us').check();
    await account.getByRole('button', { name: /Save what we make of it/ }).tap();
    await tomos.page.getByText('It surprised us.').waitFor();
    for (const phone of [ffion, tomos, nia]) await phone.context.close();
  },
);

journey('a note that is taken back is gone, also where it had arrived and nobody had heard', async (walk) => {
  const world = await withLesson(walk);
  const ffion = await Phone.of(walk, world, 'teacher');
  const takeBack = (text: string) =>
    ffion.page
      .locator('.own-notes li', { hasText: text })
      .getByRole('button', { name: 'Take it back' })
      .tap();
  const write = async (text: string) => {
    await ffion.page.getByLabel('What you saw or heard').fill(text);
    await ffion.page.getByRole('button', { name: 'Note it' }).tap();
    await ffion.says(text, /Not sent yet: kept on this device\./);
  };
  await ffion.page.route(`**${notes}`, async (route) => {
    await route.fetch();
    return route.abort();
  });
  await write('f1 arrived unheard');
  await ffion.page.unroute(`**${notes}`);
  await ffion.context.setOffline(true);
  await write('f2 never left');
  assert.deepEqual(await arrived(world), ['f1 arrived unheard']);
  for (const text of ['f1', 'f2']) await takeBack(text);
  await ffion.page.getByText('You have noted nothing yet').waitFor();
  await ffion.context.setOffline(false);
  await ffion.open('/today');
  for (let tries = 0; tries < 50 && (await ffion.kept()) > 0; tries++)
    await new Promise((resolve) => setTimeout(resolve, 100));
  assert.equal(await ffion.kept(), 0);
  assert.deepEqual(await arrived(world), []);
  await ffion.context.close();
});

journey(
  'whoever signs out with notes that could not be sent is told first, and leaves nothing behind',
  async (walk) => {
    const world = await withLesson(walk);
    const ffion = await Phone.of(walk, world, 'teacher');
    await ffion.page.route(`**${notes}`, (route) =>
      route.request().method() === 'POST' ? route.abort() : route.continue(),
    );
    await ffion.page.getByLabel('What you saw or heard').fill('f1 hums');
    await ffion.page.getByRole('button', { name: 'Note it' }).tap();
    await ffion.says('f1 hums', /kept on this device/);
    await ffion.page.getByRole('button', { name: 'Sign out' }).tap();
    await ffion.page.getByText(/notes on a lesson have not been sent/).waitFor();
    assert.equal(await ffion.kept(), 1);
    await ffion.page.getByRole('button', { name: 'Sign out' }).tap();
    await ffion.page.waitForURL((url) => url.pathname !== notes);
    assert.equal(await ffion.page.evaluate(() => localStorage.length), 0);
    assert.deepEqual(await arrived(world), []);
    await ffion.context.close();
  },
);

journeyEitherWay('an observer notes, takes a note back and brings it back', async (walk) => {
  const world = await withLesson(walk);
  await plan(walk, world);
  const tomos = await walk.start();
  await tomos.signInAs(world.people.partner);
  await tomos.visit(lesson);
  await tomos.press('Note what pupils do');
  await tomos.tick('Gwen');
  await tomos.tick('Opening');
  await tomos.fill('What you saw or heard', 'She points at the title');
  if (walk.javaScript) {
    await tomos.page.getByRole('button', { name: 'Note it' }).click();
    // Whole words: “Being sent.” is said before, with a button that forgets the note on the device.
    await tomos.sees(/^Sent\.$/);
  } else {
    await tomos.press('Note it');
    assert.equal(await tomos.page.getByLabel('Gwen').isChecked(), true);
  }
  await tomos.sees('One note');
  await tomos.sees(/^Gwen, Opening, \d\d:\d\d$/);
  await tomos.press(/^Take it back/, 'She points at the title');
  await tomos.sees('You have noted nothing yet');
  await tomos.press('Undo');
  await tomos.sees('One note');
  assert.deepEqual(await arrived(world), ['She points at the title']);
});
