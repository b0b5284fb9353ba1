import assert from 'node:assert/strict';
import { test } from 'node:test';
import { appoint, insertMembers, insertPeople } from './index.ts';
import { makePerson, makeSchool } from '#test/factories.ts';
import { testSite } from '#test/site.ts';

async function office() {
  const site = await testSite();
  const school = await makeSchool(site.db);
  const dewi = await makePerson(site.db, school, { name: 'Dewi Jones', roles: ['administrator'] });
  return { site, school, dewi, browser: await site.as(dewi) };
}

test('who may do what', async () => {
  const { site, school } = await office();
  const other = await makeSchool(site.db, 'Hill Lane');
  const someone = await makePerson(site.db, school, { name: 'Ffion Puw' });
  const people = {
    administrator: await makePerson(site.db, school, { roles: ['administrator'] }),
    head: await makePerson(site.db, school, { roles: ['head'] }),
    'data manager': await makePerson(site.db, school, { roles: ['data-manager'] }),
    'senior leader': await makePerson(site.db, school, { roles: ['senior-leader'] }),
    teacher: await makePerson(site.db, school),
    pupil: await makePerson(site.db, school, { kind: 'pupil' }),
    guest: await makePerson(site.db, school, { kind: 'guest' }),
    'other administrator': await makePerson(site.db, other, { roles: ['administrator', 'head'] }),
  };
  const may: Record<keyof typeof people, string> = {
    administrator: 'see look-after appoint',
    head: 'see look-after appoint',
    'data manager': 'see look-after',
    'senior leader': 'see',
    teacher: 'see',
    pupil: '',
    guest: '',
    'other administrator': '',
  };
  const at = `/people/${someone.personId}`;
  for (const [who, person] of Object.entries(people)) {
    const browser = await site.as(person);
    const able = [
      (await browser.get(at)).status === 200 && 'see',
      (await browser.get(`${at}/edit`)).status === 200 && 'look-after',
      (await browser.get(`${at}/roles`)).status === 200 && 'appoint',
    ].filter(Boolean);
    assert.equal(able.join(' '), may[who as keyof typeof people], who);
    const roles = await browser.post(`${at}/roles`, { roles: 'mentor', from: '2026-11-18' });
    assert.equal(
      roles.status === 303 || /hold these roles already/.test(roles.text),
      able.includes('appoint'),
      `${who} appoints`,
    );
  }
});

test('somebody is appointed to several roles at once, loses one, and gets it back by undo', async () => {
  const { site, school, browser } = await office();
  const carys = await makePerson(site.db, school, { name: 'Carys Morgan' });
  const at = `/people/${carys.personId}`;
  const own = await site.as(carys);
  assert.equal((await own.get('/school')).status, 403);
  const done = await browser.post(`${at}/roles`, {
    roles: ['cpd-leader', 'senior-leader'],
    from: '2026-11-18',
  });
  assert.match(done.said, /CPD leader and Senior leader/);
  assert.equal((await own.get('/school')).status, 200);
  assert.equal(
    (await browser.post(`${at}/roles`, { roles: ['cpd-leader'], from: '2026-11-18' })).status,
    422,
  );
  assert.equal(
    (await browser.post(`${at}/roles`, { roles: ['owner-of-everything'], from: '2026-11-18' })).status,
    422,
  );

  const page = await browser.get(at);
  const ends = [...page.text.matchAll(/action="(\/people\/[\w-]+\/roles\/[\w-]+)\/end"/g)].map(
    (match) => match[1]!,
  );
  assert.equal(ends.length, 2);
  for (const end of ends) assert.equal((await browser.post(`${end}/end`)).status, 303);
  assert.equal((await own.get('/school')).status, 403);
  await browser.post(`${ends[0]}/restore`);
  assert.equal((await own.get('/school')).status, 200);
  const history = (await browser.get(at)).text;
  for (const said of ['Appointed: ', 'Role ended: ', 'Role given back: '])
    assert.ok(history.includes(said), said);
  assert.ok(history.includes('Dewi Jones'));
  assert.doesNotMatch((await (await site.as(await makePerson(site.db, school))).get(at)).text, /Role ended/);
});

test('an appointment of another person or another school is not ended through this address', async () => {
  const { site, school, dewi, browser } = await office();
  const ann = await makePerson(site.db, school, { roles: ['head'] });
  const other = await makeSchool(site.db, 'Hill Lane');
  const far = await makePerson(site.db, other, { roles: ['head'] });
  const idOf = async (owner: string, person: string) =>
    (
      await site.db
        .selectFrom('appointment')
        .select('id')
        .where('owner_id', '=', owner)
        .where('person_id', '=', person)
        .executeTakeFirstOrThrow()
    ).id;
  assert.equal(
    (await browser.post(`/people/${dewi.personId}/roles/${await idOf(school.id, ann.personId)}/end`)).status,
    404,
  );
  assert.equal(
    (await browser.post(`/people/${ann.personId}/roles/${await idOf(other.id, far.personId)}/end`)).status,
    404,
  );
  assert.equal((await browser.get(`/people/${far.personId}`)).status, 404);
  assert.equal((await browser.get('/people/not-an-id')).status, 404);
});

test('a line manager is added and ended; nobody manages themself', async () => {
  const { site, school, dewi, browser } = await office();
  const ann = await makePerson(site.db, school, { name: 'Ann Puw' });
  const at = `/people/${ann.personId}`;
  assert.equal(
    (await browser.post(`${at}/line-managers`, { manager: ann.personId, from: '2026-11-18' })).status,
    422,
  );
  assert.equal(
    (await browser.post(`${at}/line-managers`, { manager: dewi.personId, from: '2026-11-18' })).status,
    303,
  );
  assert.equal(
    (await browser.post(`${at}/line-managers`, { manager: dewi.personId, from: '2026-11-18' })).status,
    422,
  );
  const end = /action="(\/people\/[\w-]+\/line-managers\/[\w-]+)\/end"/.exec(
    (await browser.get(at)).text,
  )![1]!;
  await browser.post(`${end}/end`);
  assert.match((await browser.get(at)).text, /None is written down/);
  await browser.post(`${end}/restore`);
  assert.match((await browser.get(at)).text, /Dewi Jones is line manager again/);
});

test('people are found by any part of their names, whatever the accents, case and script', async () => {
  const { site, school, browser } = await office();
  const names = [
    { givenName: 'Zoë', familyName: 'Núñez-O’Brien' },
    { givenName: 'عائشة', familyName: 'بنت أحمد' },
    { givenName: 'Suharto', familyName: '' },
    { givenName: 'Robert', familyName: 'Evans', calledName: 'Bob Evans' },
    { givenName: 'Łukasz', familyName: 'Żak' },
  ];
  const ids = await insertPeople(site.db, names, site.clock.now);
  await insertMembers(
    site.db,
    school.id,
    names.map((each, i) => ({ ...each, personId: ids[i]!, kind: 'staff' as const })),
    site.clock.now,
  );
  const finds = async (q: string) =>
    [...(await browser.get(`/people?q=${encodeURIComponent(q)}`)).text.matchAll(/<bdi>(.*?)<\/bdi>/g)].map(
      (match) => match[1],
    );
  assert.deepEqual(await finds('nunez'), ['Zoë Núñez-O’Brien']);
  assert.deepEqual(await finds('BRIEN zoe'), ['Zoë Núñez-O’Brien']);
  assert.deepEqual(await finds('احمد'), ['عائشة بنت أحمد']);
  assert.deepEqual(await finds('suhar'), ['Suharto']);
  assert.deepEqual(await finds('robert'), ['Bob Evans']);
  assert.deepEqual(await finds('bob'), ['Bob Evans']);
  assert.deepEqual(await finds('lukasz zak'), ['Łukasz Żak']);
  assert.deepEqual(await finds("%' or 1=1 --"), []);
});

test('250 people: a page asks at most four questions, thirty a page, and says how many there are', async () => {
  const { site, school, browser } = await office();
  const names = Array.from({ length: 249 }, (_, i) => ({
    givenName: `Given${i}`,
    familyName: `Family${String(i).padStart(3, '0')}`,
  }));
  const ids = await insertPeople(site.db, names, site.clock.now);
  await insertMembers(
    site.db,
    school.id,
    names.map((each, i) => ({ ...each, personId: ids[i]!, kind: 'staff' as const })),
    site.clock.now,
  );
  await appoint(
    site.db,
    school.id,
    { personId: ids[7]!, roles: ['mentor', 'coach'], startsOn: '2026-09-01', appointedBy: null },
    site.clock.now,
  );
  await browser.get('/people');
  site.queries.length = 0;
  const page = await browser.get('/people?page=2');
  assert.ok(site.queries.length <= 4, `${site.queries.length}`);
  assert.match(page.text, /250 people/);
  assert.match(page.text, /Page 2 of 9/);
  assert.equal([...page.text.matchAll(/<bdi>/g)].length, 30);
  assert.match((await browser.get('/people?role=coach')).text, /1 person/);
});

test('families are shown to administrators alone; pupils and families never see the page', async () => {
  const { site, school, browser } = await office();
  const lowri = await makePerson(site.db, school, { name: 'Lowri Roberts', kind: 'family' });
  const teacher = await site.as(await makePerson(site.db, school));
  assert.match((await browser.get('/people?kind=family')).text, /Lowri Roberts/);
  assert.doesNotMatch((await teacher.get('/people?kind=family')).text, /<bdi>Lowri Roberts/);
  assert.equal((await teacher.get(`/people/${lowri.personId}`)).status, 404);
  assert.equal((await (await site.as(lowri)).get('/people')).status, 403);
});
