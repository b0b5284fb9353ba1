import { deliver } from '../deliver.ts';
import { makePerson, makeSchool } from '../factories.ts';
import { journeyEitherWay } from './journey.ts';

journeyEitherWay(
  'a unit of history is planned from the curriculum to a lesson, a suggestion and a need that is met',
  async ({ site, start }) => {
    const school = await makeSchool(site.db);
    const staff = (name: string, ...roles: string[]) => makePerson(site.db, school, { name, roles });
    const ffion = await staff('Ffion Puw');
    const specialist = await staff('Sioned Lewis');
    const cpdLeader = await staff('Bethan Rees', 'cpd-leader');

    const leader = await start();
    await leader.signInAs(cpdLeader);
    await leader.visit('/curriculum');
    await leader.press('Bring in a curriculum');
    await leader.press(/^Bring this in/);
    await leader.sees('Nobody plans by this yet.');
    await leader.press('Use it for planning');
    await leader.sees('Plans can name its statements from now on.');
    await leader.visit('/school/priorities/new');
    await leader.fill('What the school is working on', 'Reading sources');
    await leader.press('Add the priority');

    const teacher = await start();
    await teacher.signInAs(ffion);
    await teacher.visit('/plans/map');
    await teacher.press('Write a scheme of work');
    await teacher.fill('What it is about', 'The Romans in Britain');
    await teacher.fill('Subject', 'History');
    await teacher.fill('Year', '4');
    await teacher.fill('From', '2026-11-23');
    await teacher.fill('Until', '2026-12-11');
    await teacher.press('Begin it');
    const plan = teacher.at;
    await teacher.press('What pupils will know and be able to do');
    await teacher.fill('What pupils will know and be able to do', 'Why Rome came, and who tells us so.');
    await teacher.press('Save');
    await teacher.press('Add a lesson');
    await teacher.fill('What it is about', 'Two tellings of Boudica');
    await teacher.press('Add the lesson');
    await teacher.press('Choose points');
    await teacher.tick('About the Roman Empire and its impact on Britain.');
    await teacher.press('Save these points');
    await teacher.sees('About the Roman Empire and its impact on Britain.');
    await teacher.visit('/resources/new');
    await teacher.fill('Title', 'Tacitus and Cassius Dio');
    await teacher.fill('Subject', 'History');
    await teacher.fill('The page', 'She drove her chariot past each of the tribes.');
    await teacher.press('Save the page');
    await teacher.press('Put it into the bank');
    await teacher.visit(plan);
    await teacher.press('Two tellings of Boudica');
    await teacher.press('Find a resource');
    await teacher.press(/^Use it/);
    await teacher.sees('The lesson is taught with it.');
    await teacher.visit(`${plan}/ask`);
    await teacher.choose('Whom?', 'Sioned Lewis');
    await teacher.press('Ask');
    await deliver(site);

    const colleague = await start();
    await colleague.signInAs(specialist);
    await colleague.visit('/today');
    await colleague.press(/asks you to look at “The Romans/);
    await colleague.press('Suggest something');
    await colleague.fill('What you suggest', 'Let pupils ask who gained by each telling.');
    await colleague.press('Say it');

    await teacher.visit(plan);
    await teacher.press('Answer it');
    await teacher.tick('We would like help with it');
    await teacher.press('Answer');
    await teacher.fill('What would help', 'To see somebody weigh two sources with a whole class');
    await teacher.press('Say this to the CPD leader');
    await teacher.sees('It became a need');

    await leader.visit('/school/raised-needs');
    await leader.choose('School priority', 'Reading sources');
    await leader.press(/^Save what comes of it/);
    await teacher.visit(plan);
    await teacher.sees('It is joined to the priority “Reading sources” of the school.');
    await teacher.visit('/plans/map');
    await teacher.sees('The Romans in Britain');
  },
);
