import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makePerson, makeSchool } from '#test/factories.ts';
import { testSite } from '#test/site.ts';
import { type During, errorReport } from './error-report.ts';

const at = new Date('2026-11-22T15:03:12Z');

test('a report says when, in which request and whose, and shows the stack', () => {
  const during = { method: 'POST', route: '/agreements/:id/sign', personId: '0199' };
  const lines = errorReport(at, new Error('no such term'), during).split('\n');
  assert.equal(lines[0], '2026-11-22T15:03:12.000Z POST /agreements/:id/sign (0199)');
  assert.equal(lines[1], 'Error: no such term');
  assert.match(lines[2]!, /error-report\.test\.ts/);
});

test('of several errors in one each is shown', () => {
  const text = errorReport(
    at,
    new AggregateError([new Error('one'), 'two'], 'Some reminders were not sent.'),
  );
  for (const words of ['Some reminders', 'Error: one', 'two']) assert.ok(text.includes(words), text);
});

test('the site tells in which request it happened and whose, and not the address, which may hold a secret', async () => {
  const site = await testSite();
  const ann = await makePerson(site.db, await makeSchool(site.db));
  const reported: (During | undefined)[] = [];
  site.services.report = (_error, during) => void reported.push(during);
  site.services.demoHouse = {
    state: () => {
      throw new Error('the demo is lost');
    },
    open: () => undefined,
    remove: () => undefined,
    schoolAddress: 'http://school.example',
  };
  await (await site.as(ann)).get('/demo/preparing?secret=1');
  await site.visitor().get('/demo/preparing');
  assert.deepEqual(reported, [
    { method: 'GET', route: '/demo/preparing', personId: ann.personId },
    { method: 'GET', route: '/demo/preparing', personId: null },
  ]);
});
