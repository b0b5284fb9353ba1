import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays } from '#platform/calendar/dates.ts';
import { type Scene, scene } from '../attendance.scene.ts';

/** Eight Mondays and eight Tuesdays, all here but Cai, who was away on four of the last six Mondays. */
async function mondays(): Promise<Scene> {
  const stage = await scene();
  const awayOn = [2, 3, 5, 7];
  for (let week = 0; week < 8; week++) {
    const monday = addDays('2026-09-21', 7 * week);
    for (const [day, cai] of [
      [monday, awayOn.includes(week) ? 'N' : '/'],
      [addDays(monday, 1), '/'],
    ] as const)
      for (const session of ['am', 'pm'] as const)
        await stage.takes(stage.p5, day, session, { cai, mali: '/', ann: '/' });
    await stage.takes(stage.r6, monday, 'am', { ned: '/' });
  }
  return stage;
}

test('what stands out is said in words that can be checked, to those who look after the pupil', async () => {
  const stage = await mondays();
  for (const name of ['officer', 'head', 'senior', 'safeguarding', 'ffion'] as const) {
    const page = (await (await stage.as(name)).get('/attendance/hand')).text;
    assert.match(page, /Away for 8 of 12 half days on the last 6 Mondays/, name);
    assert.doesNotMatch(page, /Mali Rees|Ann Ellis|Ned Hall/, name);
  }
  for (const name of ['tomos', 'huw', 'office', 'governor'] as const) {
    const page = await (await stage.as(name)).get('/attendance/hand');
    assert.doesNotMatch(page.text, /Cai Roberts/, name);
  }
});

test('a half day away counts as half a day, not as a whole one', async () => {
  const stage = await scene();
  // The dentist on six Monday mornings, back after lunch: six half days of twelve; late after lunch on four of them.
  for (let week = 0; week < 6; week++) {
    const monday = addDays('2026-10-12', 7 * week);
    const back = week > 1 ? 'L' : '\\';
    await stage.takes(stage.p5, monday, 'am', {
      cai: 'M',
      mali: week > 2 ? 'N' : '/',
      ann: week > 2 ? 'N' : '/',
    });
    await stage.takes(stage.p5, monday, 'pm', { cai: back, mali: '\\', ann: week > 2 ? 'N' : '\\' });
  }
  const page = (await (await stage.as('ffion')).get('/attendance/hand')).text;
  assert.doesNotMatch(page, /on the last 6 Mondays/);
  assert.match(page, /Cai Roberts[\s\S]*?Late 4 times in the last four weeks/);
  assert.match(page, /Ann Ellis[\s\S]*?Nobody has said why for 6 half days/);
  assert.doesNotMatch(page, /Mali Rees/, 'three mornings are three half days, not three days');
});

test('what was done stands with who and when, what came of it is added, and two who write see both', async () => {
  const stage = await mondays();
  const { people } = stage;
  const ffion = await stage.as('ffion');
  const path = `/attendance/pupils/${people.cai.personId}`;
  const done = await ffion.post(`${path}/notes`, {
    words: 'Rang his mother: the bus',
    look_again_on: '2026-12-01',
  });
  assert.equal(done.status, 303);
  const page = (await ffion.get(path)).text;
  const note = /action="(\/attendance\/notes\/[^"]+)\/outcome"/.exec(page)![1]!;
  const outcome = { outcome: 'A neighbour brings him now', look_again_on: '', version: '1' };
  assert.equal((await (await stage.as('head')).post(`${note}/outcome`, outcome)).status, 303);
  assert.equal((await ffion.post(`${note}/outcome`, outcome)).status, 409);
  assert.match((await (await stage.as('officer')).get(path)).text, /A neighbour brings him now/);
  assert.equal(
    (await (await stage.as('tomos')).post(`${note}/outcome`, { ...outcome, version: '2' })).status,
    404,
  );
  assert.equal(
    (await (await stage.as('head')).post(`${note}/end`)).status,
    404,
    'only its writer takes it out',
  );
  assert.equal((await ffion.post(`${note}/end`)).status, 303);
  assert.doesNotMatch((await ffion.get(path)).text, /the bus/);
  assert.match(
    (await (await stage.as('officer')).get('/attendance/hand')).text,
    /Nothing is written down yet/,
  );
});

test('small groups are hidden from whoever does not teach them', async () => {
  const stage = await mondays();
  const span = 'from=2026-09-21&until=2026-11-18';
  const head = (await (await stage.as('head')).get(`/attendance/patterns?${span}`)).text;
  assert.match(head, /fewer than 5/);
  assert.doesNotMatch(head, /Monday[\s\S]{0,200}7\d\.\d%/);
  const ffion = (await (await stage.as('ffion')).get(`/attendance/patterns?${span}`)).text;
  assert.doesNotMatch(ffion, /fewer than 5|Class 6R/);
  assert.match(ffion, /83\.3%/, 'forty of forty-eight half days on Mondays');
});
