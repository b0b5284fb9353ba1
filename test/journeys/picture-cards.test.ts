import { insertMemberships, insertUnits } from '#features/people/index.ts';
import { makePerson, makeSchool } from '../factories.ts';
import { startOfTests } from '../site.ts';
import { journeyEitherWay } from './journey.ts';

journeyEitherWay(
  'a teacher makes cards with pictures, and a child of six comes in with one and says that a page is done',
  async ({ site, start }) => {
    const school = await makeSchool(site.db);
    const ffion = await makePerson(site.db, school, { name: 'Ffion Puw' });
    const mali = await makePerson(site.db, school, { name: 'Mali Rees', kind: 'pupil' });
    const [unit] = await insertUnits(site.db, school.id, [{ kind: 'class', name: 'Class 1P' }], startOfTests);
    await insertMemberships(
      site.db,
      school.id,
      [
        { unitId: unit!, personId: ffion.personId, part: 'teacher' },
        { unitId: unit!, personId: mali.personId, part: 'pupil' },
      ],
      startOfTests,
    );
    const teacher = await start();
    await teacher.signInAs(ffion);
    const ffions = await site.as(ffion);
    const { to: course } = await ffions.post('/courses', {
      title: 'Leaves',
      about: '',
      subject: 'Science',
      year: '1',
      whom: 'class',
      unit: unit!,
      starts_on: '',
      ends_on: '',
      from: '',
    });
    const { to: part } = await ffions.post(`${course}/sections`, {
      title: 'Outside',
      about: '',
      opens_on: '',
    });
    await ffions.post(`${course}/sections/${part.split('#s-')[1]}/activities`, {
      kind: 'page',
      title: 'Find three leaves',
      text: 'Bring three leaves.',
      resource: '',
      minutes: '',
      due_on: '',
      requires: '',
    });
    await ffions.post(`${course}/publish`);

    await teacher.visit(`/people/units/${unit}`);
    await teacher.press('Picture cards to sign in with');
    await teacher.press('Make the card that is missing');
    await teacher.sees('Mali Rees');
    const row = await teacher.page.locator('.picture-row span').allInnerTexts();
    const door = /sign-in\/class\/[a-z0-9]{8}/.exec(await teacher.page.content())![0];

    const child = await start();
    await child.visit(`/${door}`);
    await child.press('Mali');
    for (const picture of row) await child.press(picture);
    await child.press('Leaves');
    await child.press('Next: Find three leaves');
    await child.tick('Done');
    await child.press('Save');
    await child.visit(course);
    await child.sees('done');
  },
);
