import { insertMemberships, insertUnits } from '#features/people/index.ts';
import { startOfTests } from '../site.ts';
import { makePerson, makeSchool } from '../factories.ts';
import { journeyEitherWay } from './journey.ts';

journeyEitherWay(
  'a teacher writes a course for a class, and a pupil of it says what became of it',
  async ({ site, start }) => {
    const school = await makeSchool(site.db);
    const ffion = await makePerson(site.db, school, { name: 'Ffion Puw' });
    const cai = await makePerson(site.db, school, { name: 'Cai Roberts', kind: 'pupil' });
    const [unit] = await insertUnits(site.db, school.id, [{ kind: 'class', name: 'Class 5P' }], startOfTests);
    await insertMemberships(
      site.db,
      school.id,
      [
        { unitId: unit!, personId: ffion.personId, part: 'teacher' },
        { unitId: unit!, personId: cai.personId, part: 'pupil' },
      ],
      startOfTests,
    );

    const teacher = await start();
    await teacher.signInAs(ffion);
    await teacher.visit('/teaching');
    await teacher.press('Courses');
    await teacher.press('Begin a course');
    await teacher.fill('What it is called', 'Fractions');
    await teacher.choose('Class', 'Class 5P');
    await teacher.press('Begin it');
    const course = teacher.at;
    await teacher.press('Add a part');
    await teacher.fill('What this part is called', 'Week one');
    await teacher.press('Add it');
    await teacher.press('Add an activity');
    await teacher.press('A page');
    await teacher.fill('Title', 'Halves');
    await teacher.fill('The page', 'Fold a sheet of paper in two.');
    await teacher.fill('Minutes it takes', '20');
    await teacher.press('Add it');
    await teacher.sees('Fold a sheet of paper in two.');
    await teacher.visit(course);
    await teacher.press('Add an activity');
    await teacher.press('A discussion');
    await teacher.fill('Title', 'Which is more?');
    await teacher.fill('What it is about', 'Half of a large cake, or all of a small one?');
    await teacher.press('Add it');
    await teacher.visit(course);
    await teacher.press('Open it to those who learn');
    await teacher.sees('It is open.');

    const pupil = await start();
    await pupil.signInAs(cai);
    await pupil.visit('/courses');
    await pupil.press('Fractions');
    await pupil.press('Next: Halves');
    await pupil.tick('Done');
    await pupil.fill('What I found out or made', 'I can halve a cake.');
    await pupil.press('Save');
    await pupil.sees('Next comes “Which is more?”');
    await pupil.press('Next: Which is more?');
    await pupil.fill('What you say', 'All of the small one, if I may choose how small.');
    await pupil.press('Say it');
    await pupil.sees('It is said.');

    await teacher.visit(course);
    await teacher.press('What came of it');
    await teacher.sees('I can halve a cake.');
  },
);
