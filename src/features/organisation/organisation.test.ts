import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makePerson, makeSchool } from '#test/factories.ts';
import { testSite } from '#test/site.ts';
import { insertFamilyLink, insertUnits } from '#features/people/index.ts';
import { insertTerms } from './insert-dates.ts';

async function school(...roles: string[]) {
  const site = await testSite();
  const bryn = await makeSchool(site.db);
  return { site, bryn, browser: await site.as(await makePerson(site.db, bryn, { roles })) };
}

test('who sees the place School, its settings, and who keeps the dates', async () => {
  const { site, bryn } = await school();
  const may: Record<string, string> = {
    administrator: 'school settings dates',
    head: 'school settings dates',
    'data-manager': 'school settings dates',
    'cpd-leader': 'school dates',
    'senior-leader': 'school',
    governor: 'school',
    mentor: '',
  };
  for (const [role, expected] of Object.entries(may)) {
    const browser = await site.as(await makePerson(site.db, bryn, { roles: [role] }));
    const able = [
      (await browser.get('/school')).status === 200 && 'school',
      (await browser.get('/school/settings')).status === 200 && 'settings',
      (await browser.post('/school/dates', { kind: 'closed', name: 'Snow', from: '2027-01-11' })).status ===
        303 && 'dates',
    ];
    assert.equal(able.filter(Boolean).join(' '), expected, role);
    assert.equal((await browser.get('/school/dates')).status, 200, role);
  }
});

test('settings are changed for one school and not for another', async () => {
  const { site, browser } = await school('administrator');
  const other = await makeSchool(site.db, 'Hill Lane');
  const settings = { name: 'Ysgol Bryn Glas', zone: 'Europe/Dublin', language: 'en-GB', currency: 'EUR' };
  assert.equal((await browser.post('/school/settings', { ...settings, currency: 'shells' })).status, 422);
  assert.equal((await browser.post('/school/settings', settings)).status, 303);
  assert.match((await browser.get('/school')).text, /Ysgol Bryn Glas/);
  const row = await site.db
    .selectFrom('organisation')
    .select(['name', 'currency'])
    .where('id', '=', other.id)
    .executeTakeFirstOrThrow();
  assert.deepEqual(row, { name: 'Hill Lane', currency: 'GBP' });
});

test('a training day is added, changed, taken off the list and brought back', async () => {
  const { browser } = await school('cpd-leader');
  await browser.post('/school/dates', { kind: 'training-day', name: 'Training day', from: '2027-01-04' });
  const id = /href="\/school\/dates\/([\w-]+)"\s*>Change<span class="hidden">\s*Training day/.exec(
    (await browser.get('/school/dates')).text,
  )![1]!;
  const at = `/school/dates/${id}`;
  assert.equal(
    (await browser.post(at, { name: 'Training', from: '2027-01-05', until: '2027-01-04' })).status,
    422,
  );
  await browser.post(at, { name: 'Reading day', from: '2027-01-05' });
  assert.match((await browser.get('/school/dates')).text, /Reading day/);
  await browser.post(`${at}/end`);
  await browser.get('/school/dates');
  assert.doesNotMatch((await browser.get('/school/dates')).text, /Reading day/);
  await browser.post(`${at}/restore`);
  assert.match((await browser.get('/school/dates')).text, /Reading day/);
});

test('another school’s dates are not found', async () => {
  const { site, browser } = await school('administrator');
  const other = await makeSchool(site.db, 'Hill Lane');
  const term = await site.db
    .selectFrom('term')
    .select('id')
    .where('owner_id', '=', other.id)
    .executeTakeFirstOrThrow();
  assert.equal((await browser.get(`/school/dates/${term.id}`)).status, 404);
  assert.equal((await browser.post(`/school/dates/${term.id}/end`)).status, 404);
});

test('what is next follows from what is there', async () => {
  const { site, bryn, browser } = await school('administrator');
  assert.match((await browser.get('/school')).text, /aria-current="step"[\s\S]*?Bring in the staff/);
  await makePerson(site.db, bryn);
  assert.match(
    (await browser.get('/school')).text,
    /aria-current="step"[\s\S]*?Say who leads professional learning/,
  );
});

test('the term dates are not done while two terms overlap, and the list says so', async () => {
  const { site, bryn, browser } = await school('administrator');
  assert.match(
    (await browser.get('/school')).text,
    /<li class="done"(?:(?!<li)[^])*Write down the term dates/,
  );
  const terms = ['2026-12-01', '2026-12-14'].map((startsOn, index) => ({
    kind: 'term' as const,
    name: `Term ${index + 7}`,
    startsOn,
    endsOn: '2027-03-26',
  }));
  await insertTerms(site.db, bryn.id, terms, site.clock.now);
  const page = (await browser.get('/school')).text;
  assert.doesNotMatch(page, /<li class="done"(?:(?!<li)[^])*Write down the term dates/);
  assert.match(page, /Two terms overlap\. See which, and put them right\./);
});

test('inviting the staff is done when everybody is invited, though not everybody has come in', async () => {
  const { site, bryn, browser } = await school('administrator');
  const invited = () => makePerson(site.db, bryn, { account: false });
  const [ann, bea] = [await invited(), await invited()];
  const step = async (): Promise<string> =>
    /<li class="(\w+)"(?:(?!<li)[^])*Invite the staff(?:(?!<li)[^])*/
      .exec((await browser.get('/school')).text)!
      .join(' ');
  await browser.post('/people/invite', { people: [ann.personId] });
  assert.match(await step(), /2 of 3 are invited\./);
  assert.doesNotMatch(await step(), / done$/);
  await browser.post(`/people/${bea.personId}/link`);
  assert.match(await step(), /1 of 3 have opened their account\.[^]* done$/);
});

test('a trust lists its schools, and goes into those that the reader belongs to', async () => {
  const { site, bryn: trust, browser } = await school('administrator');
  const [own, other] = [await makeSchool(site.db, 'Hill School'), await makeSchool(site.db, 'Lake School')];
  await site.db
    .updateTable('organisation')
    .set({ parent_id: trust.id })
    .where('id', 'in', [own.id, other.id])
    .execute();
  const me = (await site.db.selectFrom('session').select('person_id').executeTakeFirstOrThrow()).person_id;
  await site.db
    .insertInto('affiliation')
    .values({ owner_id: me, organisation_id: own.id, created_at: site.clock.now, ended_at: null })
    .execute();
  const page = (await browser.get('/school')).text;
  assert.match(page, /Its schools[^]*Hill School[^]*Lake School/);
  assert.ok(page.includes(`name="school" value="${own.id}"`));
  assert.ok(!page.includes(other.id));
  assert.equal((await browser.post('/sign-in/school', { school: own.id, then: '/school' })).to, '/school');
  assert.equal((await browser.get('/school')).status, 403, 'she has no role there in this test');
});

test('the school day has steps of its own, done when the school’s data say so, and gone when all are', async () => {
  const { site, bryn, browser } = await school('administrator');
  const steps = async (): Promise<string> =>
    /For the school day<\/h2>[^]*?<\/ol>/.exec((await browser.get('/school')).text)?.[0] ?? '';
  assert.match(await steps(), /aria-current="step"[^]*?Bring in pupils and their classes/);
  const [unit] = await insertUnits(site.db, bryn.id, [{ kind: 'class', name: 'Class 5P' }], site.clock.now);
  const added = await browser.post('/people/new', {
    kind: 'pupil',
    given: 'Cai',
    family: 'Roberts',
    start: '2026-11-18',
    unit: unit!,
  });
  assert.equal(added.status, 303);
  assert.match(await steps(), /1 pupil, in 1 class\.[^]*aria-current="step"[^]*?Say who leads safeguarding/);
  assert.doesNotMatch(await steps(), /timetable/, 'a class that has one teacher needs none');
  await makePerson(site.db, bryn, { roles: ['safeguarding-lead'] });
  assert.match(await steps(), /aria-current="step"[^]*?Link families[^]*0 of 1 pupil\./);
  const { person_id: pupilId } = await site.db
    .selectFrom('member')
    .select('person_id')
    .where('owner_id', '=', bryn.id)
    .where('kind', '=', 'pupil')
    .executeTakeFirstOrThrow();
  const mother = await makePerson(site.db, bryn, { kind: 'family' });
  const link = { adultId: mother.personId, pupilId, relationship: null };
  await insertFamilyLink(site.db, bryn.id, link, site.clock.now);
  assert.equal(await steps(), '');
});
