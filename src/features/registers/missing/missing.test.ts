import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deliver, runJob } from '#test/deliver.ts';
import { marked, primary, secondary, today } from '../registers.scene.ts';
import { remindJob } from './remind.job.ts';

const remind = (site: Awaited<ReturnType<typeof primary>>['site']) => runJob(site, remindJob);
const plain = (text: string): string => text.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

test('those who watch see by period which registers have begun and were not taken, and whom to ask', async () => {
  const { site, form, people, period, as } = await secondary();
  site.clock.set('2026-11-18T09:30:00Z');
  const officer = await as('officer');
  const morning = plain((await officer.get('/registers/missing')).text);
  assert.match(morning, /Registration, 08:40 to 09:00 1 register 7A ask Ffion Puw/);
  assert.match(morning, /Period 1, 09:00 to 10:00 1 register 7\/Ma1 Maths, ask Tomos Bevan/);
  assert.doesNotMatch(morning, /Period 4/, 'what has not begun is not missing');
  await (
    await as('ffion')
  ).post(`/registers/${today}/${form}/${period('Registration')}/save`, marked([people.cai, people.mali]));
  const after = plain((await officer.get('/registers/missing')).text);
  assert.match(after, /One register is taken/);
  assert.doesNotMatch(after, /7A/);
  for (const name of ['ffion', 'supply', 'guest', 'parent', 'cai'] as const)
    assert.equal((await (await as(name)).get('/registers/missing')).status, 403, name);
});

test('a quarter of an hour after it began its teacher is reminded, until it is taken', async () => {
  const { site, people, at, as } = await primary();
  const pupils = [people.cai, people.mali, people.ann];
  site.clock.set('2026-11-17T09:05:00Z');
  await (await as('ffion')).post(`${at('am', '2026-11-17')}/save`, marked(pupils));
  site.clock.set('2026-11-18T09:10:00Z');
  await remind(site);
  const ffion = await as('ffion');
  assert.doesNotMatch((await ffion.get('/today')).text, /Take the register of Class 5P/);
  site.clock.set('2026-11-18T09:16:00Z');
  await remind(site);
  await remind(site);
  assert.match((await ffion.get('/today')).text, /Take the register of Class 5P: Morning/);
  assert.doesNotMatch(
    (await (await as('huw')).get('/today')).text,
    /Take the register/,
    'one asks who teaches',
  );
  assert.match((await (await as('tomos')).get('/today')).text, /Take the register of Class 6R/);
  await ffion.post(`${at('am')}/save`, marked(pupils));
  await deliver(site);
  assert.match((await ffion.get('/today')).text, /Nothing is waiting for you/);
  await ffion.post(`${at('am')}/give-back`, { version: '1' });
  await remind(site);
  assert.doesNotMatch((await ffion.get('/today')).text, /Nothing is waiting for you/);
  site.clock.set('2026-11-19T06:00:00Z');
  await remind(site);
  assert.match(
    (await ffion.get('/today')).text,
    /Nothing is waiting for you/,
    'nobody is asked for yesterday’s',
  );
});

test('a school that takes no registers is never reminded of any', async () => {
  const { site, as } = await primary();
  await remind(site);
  assert.doesNotMatch((await (await as('ffion')).get('/today')).text, /Take the register/);
});

test('in a holiday, at a weekend and where the school is closed nothing is missing', async () => {
  const { site, as } = await primary();
  site.clock.set('2026-11-21T10:00:00Z');
  assert.match((await (await as('officer')).get('/registers/missing')).text, /or there is none on this day/);
  assert.match((await (await as('ffion')).get('/registers')).text, /No register is yours/);
});
