import assert from 'node:assert/strict';
import { test } from 'node:test';
import { composed, type Given } from '#platform/access/composed.ts';
import { selectStanding } from '#platform/access/standing.ts';
import { Who } from '#platform/access/who.ts';
import { insertTerms } from '#features/organisation/index.ts';
import { attendanceOfChild, attendanceOfChildView } from '../index.ts';
import { type Scene, scene, wednesday } from '../attendance.scene.ts';

async function aWeek() {
  const stage = await scene();
  const { p5, takes } = stage;
  await takes(p5, '2026-11-16', 'am', { cai: '/', mali: '/' });
  await takes(p5, '2026-11-16', 'pm', { cai: '\\', mali: '\\' });
  await takes(p5, '2026-11-17', 'am', { cai: 'I', mali: '/' });
  await takes(p5, '2026-11-17', 'pm', { cai: 'I', mali: '\\' });
  await takes(p5, '2026-11-18', 'am', { cai: 'L', mali: '/' }, { minutes: 12 });
  return stage;
}

test('who reads of a pupil, who does not, and where', async () => {
  const stage = await aWeek();
  const id = stage.people.cai.personId;
  const pages = {
    pupil: `/attendance/pupils/${id}`,
    record: `/attendance/pupils/${id}/record`,
    child: `/children/${id}/attendance`,
    mine: '/attendance/mine',
    figures: '/attendance/figures',
    today: '/attendance/today',
    absences: '/attendance/absences',
    settings: '/attendance/settings',
    pupils: '/attendance',
  };
  const staff = ['pupil', 'record', 'pupils'];
  const whole = [...staff, 'figures', 'today', 'absences'];
  const office = [...whole, 'settings'];
  const may: Record<string, readonly string[]> = {
    officer: office,
    office,
    head: office,
    senior: whole,
    safeguarding: whole,
    ffion: staff,
    huw: staff,
    tomos: ['pupils'],
    governor: ['pupils'],
    lowri: ['child'],
    cai: ['mine', 'child'],
    gareth: [],
    eira: [],
    guest: [],
    mali: ['mine'],
  };
  for (const [name, opens] of Object.entries(may)) {
    const browser = await stage.as(name as keyof Scene['people']);
    for (const [page, path] of Object.entries(pages)) {
      const { status } = await browser.get(path);
      assert.equal(status < 400, opens.includes(page), `${name} at ${page}: ${status}`);
    }
  }
});

test('a family reads what went well first, and nothing of what staff wrote down', async () => {
  const stage = await aWeek();
  const { people } = stage;
  await (
    await stage.as('ffion')
  ).post(`/attendance/pupils/${people.cai.personId}/notes`, {
    words: 'Talked with his mother about Mondays',
    look_again_on: '2026-12-01',
  });
  const page = (await (await stage.as('lowri')).get(`/children/${people.cai.personId}/attendance`)).text;
  assert.match(page, /In school on 2 of 3 days/);
  assert.match(page, /Late, 12 minutes/);
  assert.doesNotMatch(page, /Mondays|Mali/);
  assert.match((await (await stage.as('cai')).get('/attendance/mine')).text, /In school on 2 of 3 days/);
  const staff = (await (await stage.as('head')).get(`/attendance/pupils/${people.cai.personId}`)).text;
  assert.match(staff, /Talked with his mother about Mondays/);
  assert.doesNotMatch(
    (await (await stage.as('office')).get(`/attendance/pupils/${people.cai.personId}`)).text,
    /about Mondays/,
  );
});

test('a year is counted from the first register there is, not from the first day of the school year', async () => {
  const stage = await aWeek();
  const { db, school, people, site } = stage;
  await insertTerms(
    db,
    school.id,
    [{ kind: 'year', name: '2026–27', startsOn: '2026-09-07', endsOn: '2027-07-20' }],
    site.clock.now,
  );
  const officer = await stage.as('officer');
  const path = `/attendance/pupils/${people.cai.personId}`;
  assert.match((await officer.get(path)).text, /3 of 5 half days since 16 November 2026/);
  assert.match((await officer.get(`${path}/record`)).text, /16 November 2026 to 18 November 2026/);
  const none = await officer.get(`/attendance/pupils/${people.ned.personId}/record`);
  assert.match(none.text, /7 September 2026 to 18 November 2026/);
});

test('what a child’s page shows is for those who are told of it alone', async () => {
  const stage = await aWeek();
  const ask = composed((who, given: Given<{ today: string; child: string }>) => ({
    child: attendanceOfChild(who, given),
  }));
  const of = async (name: keyof Scene['people']) => {
    const person = stage.people[name];
    const standing = await selectStanding(
      stage.db,
      { personId: person.personId, name: person.name, locale: 'en-GB', theme: 'auto' },
      { ...stage.school, zone: 'Europe/London', currency: 'GBP' },
      wednesday,
    );
    return ask(stage.db, new Who(standing, 'administration'), {
      today: wednesday,
      child: stage.people.cai.personId,
    });
  };
  const lowri = await of('lowri');
  assert.deepEqual(lowri.child, [{ days: 3, inSchool: 2 }]);
  assert.match(
    String(attendanceOfChildView(lowri.child, [], { id: 'x', name: 'Cai' })),
    /In school on 2 of 3 days/,
  );
  assert.deepEqual((await of('gareth')).child, [{ days: 0, inSchool: 0 }]);
});
