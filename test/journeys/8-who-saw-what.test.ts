import assert from 'node:assert/strict';
import { unzipSync } from 'fflate';
import type { TestSite } from '../site.ts';
import { deliver } from '../deliver.ts';
import { makeWorld, type World } from '../world.ts';
import { journeyEitherWay } from './journey.ts';

/** Ffion's starting points, shown to the specialist, who has read them. */
async function readBySpecialist(site: TestSite, { people, programme }: World): Promise<string> {
  const teacher = await site.as(people.teacher);
  const written = await teacher.post('/my-learning/starting-points', {
    title: 'Before reading',
    programme: programme.id,
    obstacles: 'The other twenty-four.',
  });
  await teacher.post(`${written.to}/share`, { with: `circle:${programme.id}:specialist` });
  await deliver(site);
  const specialist = await site.as(people.specialist);
  assert.equal((await specialist.get(written.to)).status, 200);
  return written.to;
}

journeyEitherWay(
  'a teacher sees who opened what, stops sharing, and takes what is hers away',
  async ({ site, start }) => {
    const world = await makeWorld(site.db);
    const address = await readBySpecialist(site, world);
    const ffion = await start();
    await ffion.signInAs(world.people.teacher);

    await ffion.visit('/today');
    await ffion.press('Who saw what');
    await ffion.sees('Dr Amara Obi');
    await ffion.press('Me');
    await ffion.press('What you have shared');
    await ffion.sees('Before reading');
    await ffion.pressByKeyboard('Stop sharing Before reading');
    await ffion.sees('You have shared nothing.');
    const amara = await start();
    await amara.signInAs(world.people.specialist);
    await amara.isTurnedAway(address);

    await ffion.press('Me');
    await ffion.press('Take what is yours away');
    await ffion.sees('What always stays with the school');
    const archive = unzipSync(await ffion.download('Make the archive'));
    const page = Object.entries(archive).find(([name]) => name.endsWith('.html'));
    assert.match(new TextDecoder().decode(page?.[1]), /The other twenty-four\./);
  },
);

journeyEitherWay(
  'those who lead see what is theirs to see, and not a word of what was written for learning',
  async ({ site, start }) => {
    const world = await makeWorld(site.db);
    const address = await readBySpecialist(site, world);
    for (const who of [
      'head',
      'cpd-leader',
      'senior-leader',
      'manager',
      'administrator',
      'governor',
    ] as const) {
      const person = await start();
      await person.signInAs(world.people[who]);
      await person.isTurnedAway(address);
      await person.sees(/Ask/);
    }
    const gwen = await start();
    await gwen.signInAs(world.people.head);
    await gwen.visit('/school');
    await gwen.press('Programmes');
    await gwen.press('reading together');
    await gwen.press('People', 'Overview');
    await gwen.press('Attendance');
    await gwen.sees('Ffion Puw');
    await gwen.press('reading together');
    await gwen.press('Agreements');
    await gwen.sees('There are too few people here to show numbers');
  },
);

journeyEitherWay(
  'two people together open one thing by law, and its author is told',
  async ({ site, start, address: at }) => {
    const world = await makeWorld(site.db);
    const address = await readBySpecialist(site, world);
    const mari = await start();
    await mari.signInAs(world.people['safeguarding-lead']);
    await mari.visit('/today');
    await mari.press('School');
    await mari.press('Opening something by law');
    await mari.fill('What is to be opened', `${at}${address}`);
    await mari.fill('Why it must be opened', 'Too short.');
    await mari.tick('No: tell them as soon as it is agreed');
    await mari.press('Ask the other to agree');
    await mari.sees('at least 40 characters');
    await mari.fill(
      'Why it must be opened',
      'A pupil said something that may be written here, and I must know.',
    );
    await mari.pressByKeyboard('Ask the other to agree');
    await mari.sees('Waits for the holder of another role to agree or decline.');
    await mari.doesNotSee('The other twenty-four.');
    const request = mari.at;
    await deliver(site);

    const gwen = await start();
    await gwen.signInAs(world.people.head);
    await gwen.visit('/today');
    await gwen.press('Decide on opening something by law, together with a colleague');
    await gwen.press('Agree to open it');
    await deliver(site);
    await mari.visit(request);
    await mari.sees('The other twenty-four.');
    await mari.isTurnedAway(address);

    const ffion = await start();
    await ffion.signInAs(world.people.teacher);
    await ffion.visit('/today');
    await ffion.press('Something of yours was opened by two people, as the law allows');
    await ffion.sees('Mari Evans');
  },
);
