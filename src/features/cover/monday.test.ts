import assert from 'node:assert/strict';
import { test } from 'node:test';
import { monday, words } from './cover.scene.ts';
import { secondary } from './secondary.scene.ts';

test('a Monday with four away among sixty teachers: arranged at a quarter to eight, fairly, and nobody twice', async () => {
  const { site, db, school, keeper, staff } = await secondary(60);
  site.clock.set('2026-11-22T20:30:00Z');
  for (const person of staff.slice(0, 4)) {
    const browser = await site.as(person);
    assert.match(
      (await browser.get('/cover/away')).text,
      /value="next" checked/,
      'on Sunday evening Monday is meant',
    );
    assert.equal((await browser.post('/cover/away', { when: 'next', kind: 'ill' })).status, 303);
  }
  site.clock.set('2026-11-23T07:45:00Z');
  const office = await site.as(keeper);
  const before = words((await office.get('/cover')).text);
  const open = Number(/(\d+) of \1 classes are open/.exec(before)![1]);
  assert.ok(open >= 10, `${open} classes are open`);
  const preview = (await office.get('/cover/plan')).text;
  const take = [...preview.matchAll(/name="take" value="([^"]+)" checked/g)].map(([, value]) => value!);
  assert.equal(take.length, open, 'there is somebody for each');
  assert.equal((await office.post('/cover/plan', { day: monday, take })).status, 303);
  const rows = await db
    .selectFrom('cover')
    .select(['covered_by', 'starts_at'])
    .where('owner_id', '=', school.id)
    .where('ended_at', 'is', null)
    .execute();
  assert.equal(new Set(rows.map((row) => `${row.covered_by} ${row.starts_at}`)).size, rows.length);
  const each = Map.groupBy(rows, ({ covered_by: person }) => person);
  assert.ok(
    [...each.values()].every((those) => those.length <= 2),
    'spread over many',
  );
  assert.match(
    words((await office.get('/cover')).text),
    /Somebody is asked for every class\. \d+ answers are still to come/,
  );
});

test('twenty-five open classes among a hundred and fifty teachers: one statement beside the session’s, in time', async () => {
  const { site, keeper, staff } = await secondary(150);
  for (const person of staff.slice(0, 6))
    await (
      await site.as(keeper)
    ).post('/cover/away', {
      when: 'days',
      from_on: monday,
      kind: 'training',
      person: person.personId,
    });
  const office = await site.as(keeper);
  await office.get(`/cover?day=${monday}`);
  const times: number[] = [];
  for (let n = 0; n < 5; n++) {
    site.queries.length = 0;
    const began = performance.now();
    const { text } = await office.get(`/cover?day=${monday}`);
    times.push(performance.now() - began);
    assert.match(words(text), /2\d of 2\d classes are open/);
    assert.ok(site.queries.length <= 2, `${site.queries.length} statements`);
  }
  const middle = times.toSorted((a, b) => a - b)[2]!;
  assert.ok(middle < 2000, `${times.map((ms) => ms.toFixed(0)).join(', ')} ms`);
});
