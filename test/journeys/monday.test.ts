import assert from 'node:assert/strict';
import { sql } from 'kysely';
import { deliver } from '../deliver.ts';
import { makePerson } from '../factories.ts';
import {
  importedSchool,
  previewTimetable,
  takeLessons,
  wholeBundle,
} from '../imported-school/imported-school.ts';
import type { TestSite } from '../site.ts';
import type { Hands } from './hands.ts';
import { journey } from './journey.ts';

/** Monday 16 November 2026: before school, as registers begin, and once the office looks who is not there. */
const [early, registering, later] = ['07:10', '09:02', '09:40'].map((time) => `2026-11-16T${time}:00Z`) as [
  string,
  string,
  string,
];

for (const timetabled of [false, true])
  journey(
    `a Monday in an imported school ${timetabled ? 'with a timetable' : 'that has no timetable'}`,
    async ({ site, browser }) => {
      site.clock.set(early);
      const bundle = await wholeBundle();
      const { home, browser: office } = await importedSchool(site, bundle);
      if (timetabled) {
        const { timetable, preview } = await previewTimetable(office, bundle);
        await takeLessons(office, timetable, preview.text);
        assert.equal((await office.post(`${timetable}/publish`)).status, 303);
      }
      const staff = (name: string, role: string) => makePerson(site.db, home, { name, roles: [role] });
      const head = await staff('Mererid Wyn', 'head');
      const coverManager = await staff('Gwenllian Price', 'cover-manager');
      const officer = await staff('Sara Bevan', 'attendance-officer');
      const of = (name: string, part: string) => oneOf(site, home.id, name, part);
      const as = async (person: { personId: string }, javaScript = true, wide = false): Promise<Hands> => {
        const hands = await browser(javaScript, wide ? { width: 1280, height: 900 } : undefined);
        await hands.signInAs({ ...person, organisationId: home.id });
        return hands;
      };

      const ill = await as(await of('02A', 'teacher'));
      await ill.visit('/today');
      await ill.press('I cannot be in');
      await ill.press('Say that I am away');
      await ill.sees('those who keep cover are told');
      await deliver(site);

      const manager = await as(coverManager, true, true);
      await manager.visit('/today');
      await manager.press('Arrange cover');
      const first = (await manager.page.getByRole('button', { name: /^Ask / }).first().innerText()).trim();
      await manager.press(/^Ask /);
      await manager.sees('Has not answered yet.');
      await deliver(site);
      const covering = await as(await personCalled(site, home.id, first.replace(/^Ask /, '')), false);
      await covering.visit('/today');
      const waits = await covering.page.getByRole('link', { name: /^Take / }).innerText();
      const taken = /^Take (.*) on Monday/.exec(waits)![1]!;
      await covering.press(waits);
      await covering.press('I will be there');
      await covering.sees('You said that you will be there.');

      site.clock.set(registering);
      const teacher = await as(await of('01A', 'teacher'));
      await teacher.visit('/today');
      await teacher.press(/^01A/);
      const away = await firstPupil(teacher);
      await teacher.page.getByRole('group', { name: away }).getByText('Away').click();
      await teacher.page.getByRole('button', { name: 'Save the register' }).click();
      await teacher.sees(/Saved \d\d:\d\d/);
      await teacher.visit('/today');
      await teacher.sees(/Taken at 09:02: \d+ of \d+ here/);
      await covering.visit('/registers');
      await covering.sees(taken);
      const assistant = await as(await of('02A', 'assistant'), false);
      await assistant.visit('/registers');
      await assistant.press(/^02A/);
      await assistant.press('Save the register');
      await assistant.sees(/is saved|is taken|Saved/);

      site.clock.set(later);
      const desk = await as(officer, true, true);
      await desk.visit('/today');
      await desk.sees(/2 of \d+ registers are taken/);
      await desk.press(/not in the registers, and nobody has said why/);
      await desk.press('Tell this family');
      await deliver(site);

      const parent = await as(await carerOf(site, home.id, away), false);
      await parent.visit('/today');
      await parent.press(`${away} is not in the register today: please tell us why`);
      await parent.tick('Ill');
      await parent.fill('In your own words', 'A temperature since the night');
      await parent.press('Tell the school');
      await parent.sees('A temperature since the night');

      await desk.visit('/attendance/today');
      await desk.doesNotSee('Tell this family');
      const principal = await as(head, true, true);
      await principal.visit('/today');
      await principal.sees('Who is in school');
      await principal.doesNotSee(/nobody has said why/);
      const pupil = await as(await personCalled(site, home.id, away), false);
      await pupil.visit('/today');
      await pupil.press('My year at school');
      await pupil.sees(/In school on 0 of 1 day/);
    },
  );

const one = async (
  site: TestSite,
  query: ReturnType<typeof sql<{ id: string }>>,
): Promise<{ personId: string }> => {
  const { rows } = await query.execute(site.db);
  assert.ok(rows[0], 'nobody is found');
  return { personId: rows[0].id };
};

/** Whoever has this part in a class. */
const oneOf = (site: TestSite, owner: string, unit: string, part: string) =>
  one(
    site,
    sql<{
      id: string;
    }>`/* job: test */ select m.person_id as id from membership m join unit u on u.id = m.unit_id
      where m.owner_id = ${owner} and u.owner_id = ${owner} and u.name = ${unit} and m.part = ${part}
      order by m.person_id limit 1`,
  );

const personCalled = (site: TestSite, owner: string, name: string) =>
  one(
    site,
    sql<{ id: string }>`/* job: test */ select p.id from person p join member m on m.person_id = p.id
      where m.owner_id = ${owner} and p.name = ${name}`,
  );

const carerOf = (site: TestSite, owner: string, pupil: string) =>
  one(
    site,
    sql<{
      id: string;
    }>`/* job: test */ select f.adult_id as id from family_relation f join person p on p.id = f.pupil_id
      where f.owner_id = ${owner} and p.name = ${pupil} and f.ended_at is null order by f.adult_id limit 1`,
  );

/** The first pupil of the register that is open. */
const firstPupil = async (hands: Hands): Promise<string> =>
  (await hands.page.locator('main form fieldset fieldset legend').first().innerText()).trim();
