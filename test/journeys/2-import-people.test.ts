import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { deliver } from '../deliver.ts';
import { makePerson, makeSchool } from '../factories.ts';
import { journeyEitherWay } from './journey.ts';

/** As a spreadsheet saves it in an office: semicolons, Windows-1252, a day that June does not have. */
const staffList = {
  name: 'staff.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(
    [
      'Staff code;Forename;Surname;E-mail;Roles;Department;Start date',
      'A1;Siân;Llewelyn;sian@bryncoch.example;Teacher;Science;1.9.2026',
      'A2;Omar;Haddad;omar@bryncoch.example;Teacher;Science;31/6/2026',
    ].join('\r\n'),
    'latin1',
  ),
};

journeyEitherWay(
  'a list with a mistake is looked at, brought in, changes nothing again, and a colleague opens her account',
  async ({ site, start }) => {
    const school = await makeSchool(site.db);
    const admin = await makePerson(site.db, school, { name: 'Dewi Jones', roles: ['administrator'] });
    const dewi = await start();
    await dewi.signInAs(admin);

    await dewi.visit('/today');
    await dewi.press('School');
    await dewi.press('Imports');
    await dewi.sees(/Nothing was imported yet/);
    await dewi.press('Import people');
    await dewi.attach('The files', staffList);
    await dewi.pressByKeyboard('Read these files');
    await dewi.sees('2 members of staff');
    await dewi.press(/^Rows to look at/);
    await dewi.sees(/31\/6\/2026/);
    await dewi.sees('staff.csv');
    const preview = dewi.at;
    await dewi.press(/^Added/);
    await dewi.sees('Siân Llewelyn');

    await dewi.visit('/people');
    await dewi.doesNotSee(/Llewelyn/);
    await dewi.visit(preview);
    await dewi.pressByKeyboard('Import 2 people');
    await deliver(site);
    // The page comes again by itself, every two seconds, until all are in.
    await dewi.sees('Invite those who have no account yet');
    await dewi.visit(preview);
    await dewi.press('Invite those who have no account yet');
    await dewi.press('Siân Llewelyn');
    await dewi.sees('Teacher');
    await dewi.press('Invite');
    await dewi.press('Show a link to hand over');
    const link = await dewi.page.locator('copy-link code').innerText();

    await dewi.visit('/school/imports/new');
    await dewi.attach('The files', staffList);
    await dewi.press('Read these files');
    await dewi.sees('Everything in these files is here already. There is nothing to do.');

    const sian = await start();
    await sian.visit(new URL(link).pathname);
    assert.equal(await sian.title(), 'Welcome, Siân Llewelyn');
    await sian.fill('Choose a password', 'three quiet words');
    await sian.fill('A personal e-mail address', 'sian@home.example');
    await sian.pressByKeyboard('Open my account');
    await sian.visit('/today');
    await sian.press('Sign out');
    await sian.visit(new URL(link).pathname);
    await sian.sees('This link opens nothing');
  },
);

journeyEitherWay(
  'a OneRoster bundle asks which school is ours, and staff and pupils come in',
  async ({ site, start }) => {
    const school = await makeSchool(site.db);
    const admin = await makePerson(site.db, school, { name: 'Dewi Jones', roles: ['administrator'] });
    const dewi = await start();
    await dewi.signInAs(admin);
    await dewi.visit('/school/imports/new');
    await dewi.attach('The files', {
      name: 'one-school.zip',
      mimeType: 'application/zip',
      buffer: await readFile(new URL('../fixtures/imports/one-school.zip', import.meta.url)),
    });
    await dewi.press('Read these files');
    await dewi.sees('Which of these is Ysgol Bryn Coch?');
    await dewi.pressByKeyboard('Go on');
    await dewi.sees('10 members of staff');
    const preview = dewi.at;
    await dewi.press('Import 430 people');
    await deliver(site);
    await dewi.sees('Invite those who have no account yet');
    await dewi.visit(preview);
    await dewi.visit('/people?kind=pupil');
    await dewi.sees('420 people');
  },
);
