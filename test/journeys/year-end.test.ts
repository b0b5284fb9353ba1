import { insertMemberships, insertUnits } from '#features/people/index.ts';
import { makePerson, makeSchool } from '../factories.ts';
import { startOfTests } from '../site.ts';
import { journeyEitherWay } from './journey.ts';

journeyEitherWay(
  'the office prepares the next school year, one pupil apart, and takes it back',
  async ({ site, start }) => {
    const { db } = site;
    const school = await makeSchool(db);
    const office = await makePerson(db, school, { name: 'Dewi Jones', roles: ['administrator'] });
    const [rowan, oak] = (await insertUnits(
      db,
      school.id,
      [
        { kind: 'class', name: 'Class 5P', yearLabel: '5' },
        { kind: 'class', name: 'Class 6P', yearLabel: '6' },
      ],
      startOfTests,
    )) as [string, string];
    const pupils = await Promise.all(
      ['Cai Roberts', 'Mali Rees', 'ليلى الحسيني'].map((name) =>
        makePerson(db, school, { name, kind: 'pupil' }),
      ),
    );
    await insertMemberships(
      db,
      school.id,
      pupils.map(({ personId }, at) => ({ unitId: at === 2 ? oak : rowan, personId, part: 'pupil' })),
      startOfTests,
    );
    const dewi = await start();
    await dewi.signInAs(office);
    await dewi.visit('/school');
    await dewi.press('From one school year to the next');
    await dewi.fill('What the new year is called', '2027–28');
    await dewi.fill('First day of the new year', '2027-09-01');
    await dewi.pressByKeyboard('See what becomes of each class');
    await dewi.sees('2 pupils go to another class');
    await dewi.sees('1 pupil leaves the school');
    await dewi.press(/^Choose singly Class 5P$/);
    await dewi.choose('What becomes of Mali Rees', 'Leaves the school');
    await dewi.pressByKeyboard('Keep these choices');
    await dewi.sees('2 pupils leave the school');
    await dewi.pressByKeyboard('Prepare the new year');
    await dewi.sees('Everything takes place on 1 September 2027');
    await dewi.press('Take everything back');
    await dewi.sees('Everything is as it was');
  },
);
