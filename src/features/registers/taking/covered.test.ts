import assert from 'node:assert/strict';
import { test } from 'node:test';
import { marked, secondary, stands, today } from '../registers.scene.ts';

test('whoever covers one period takes the register of that period, and of no other', async () => {
  const { site, db, school, people, set, form, period, as } = await secondary();
  site.clock.set('2026-11-18T07:30:00Z');
  const office = await as('office');
  const away = await office.post('/cover/away', {
    when: 'days',
    from_on: today,
    kind: 'ill',
    person: people.tomos.personId,
  });
  assert.equal(away.status, 303, away.text);
  const slot = (at: string): string => `${away.to}/${today}/${at}/${set}`;
  const register = (name: string, unit = set): string => `/registers/${today}/${unit}/${period(name)}`;
  const supply = await as('supply');
  assert.equal((await supply.get(register('Period 1'))).status, 403, 'before anybody is asked');
  const asked = await office.post(slot('0900'), {
    how: 'colleague',
    person: people.supply.personId,
    was: '',
  });
  assert.equal(asked.status, 303, asked.text);
  site.clock.set('2026-11-18T09:10:00Z');
  const own = (await supply.get('/registers')).text;
  assert.match(own, /7\/Ma1<span class="hidden">, Period 1/);
  assert.doesNotMatch(own, /Period 4|7A/);
  const pupils = [people.cai, people.ann];
  const saved = await supply.post(`${register('Period 1')}/save`, marked(pupils, { 'Ann Ellis': 'N' }));
  assert.equal(saved.status, 303, saved.text);
  assert.deepEqual(await stands(db, school.id), { 'Ann Ellis': 'N', 'Cai Roberts': '/' });
  const other = await supply.post(`${register('Period 4')}/save`, marked(pupils));
  assert.equal(other.status, 403);
  assert.equal((await supply.get(register('Registration', form))).status, 403);
  site.clock.set('2026-11-19T09:10:00Z');
  assert.equal((await supply.get(register('Period 1'))).status, 200, 'it can be put right on the next day');
  const late = marked(pupils, {}, { version: '1', reason: 'She came at ten' });
  assert.equal((await supply.post(`${register('Period 1')}/save`, late)).status, 303);
});
