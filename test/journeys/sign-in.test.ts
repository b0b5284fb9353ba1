import assert from 'node:assert/strict';
import { makePerson, makeSchool } from '#test/factories.ts';
import { journeyEitherWay } from './journey.ts';

journeyEitherWay(
  'somebody signs in by keyboard after a wrong password, and goes out again',
  async ({ site, start }) => {
    const school = await makeSchool(site.db);
    await makePerson(site.db, school, {
      name: 'Ffion Puw',
      email: 'ffion@school.example',
      password: 'three quiet words',
    });
    const ffion = await start();

    await ffion.visit('/today');
    assert.equal(ffion.at, '/sign-in?then=%2Ftoday');
    await ffion.tabTo('E-mail address');
    await ffion.type('ffion@school.example');
    await ffion.tabTo('Password');
    await ffion.type('another password');
    await ffion.pressByKeyboard('Sign in');
    await ffion.sees('do not belong together');

    await ffion.fill('Password', 'three quiet words');
    await ffion.pressByKeyboard('Sign in');
    assert.equal(ffion.at, '/today');
    await ffion.sees('Wednesday 18 November');

    await ffion.press('Sign out');
    await ffion.visit('/today');
    assert.equal(await ffion.title(), 'Sign in');
  },
);
