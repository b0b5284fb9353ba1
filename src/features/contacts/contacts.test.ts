import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scene, sureIn, unrestricted } from './contacts.scene.ts';

const words = 'He may not fetch Cai: order of 3 October';
const restricted = { ...unrestricted, told: [], restriction: words, from: '2026-10-03' };

test('what a carer is told changes only after it was shown in words, holds at once, and is taken back by undo', async () => {
  const { at, father, as } = await scene();
  const [office, gareth] = [await as('office'), await as('gareth')];
  const child = at.replace('/contacts', '/children');
  assert.equal((await gareth.get(child)).status, 200);

  const asked = await office.post(`${at}/carers/${father}`, restricted);
  assert.equal(asked.status, 200);
  assert.match(asked.text, /Nothing is saved yet[^]*will not find Cai Roberts on any page/);
  assert.equal((await gareth.get(child)).status, 200, 'nothing is saved yet');

  // Whoever ticks something else on the page that asks is asked again.
  const sure = sureIn(asked.text);
  const other = await office.post(`${at}/carers/${father}`, { ...restricted, told: ['learning'], sure });
  assert.match(other.text, /Nothing is saved yet/);

  const done = await office.post(`${at}/carers/${father}`, { ...restricted, sure });
  assert.equal(done.to, at);
  assert.equal((await gareth.get(child)).status, 404);
  assert.match((await office.get(at)).text, /order of 3 October[^]*written by Dewi Jones/);

  const undo =
    /action="([^"]+\/undo\/2)"/.exec((await office.get(at)).text)?.[1] ?? `${at}/carers/${father}/undo/2`;
  assert.match((await office.post(undo)).said, /as it was before/);
  assert.equal((await gareth.get(child)).status, 200);
  assert.equal((await office.post(undo)).status, 422, 'it is undone once');
  const page = (await office.get(at)).text;
  assert.match(page, /What was changed[^]*order of 3 October/, 'it is kept');
});

test('what changes nothing of who is told is saved without asking', async () => {
  const { at, father, as } = await scene();
  const office = await as('office');
  const done = await office.post(`${at}/carers/${father}`, { ...unrestricted, called_in: '1' });
  assert.equal(done.status, 303);
  assert.match((await office.get(at)).text, /Gareth Roberts[^]*Called first/);
});

test('two who change it at once see both texts, and no tick is sent again unseen', async () => {
  const { at, father, as } = await scene();
  const [office, data] = [await as('office'), await as('data')];
  await office.post(`${at}/carers/${father}`, { ...unrestricted, relationship: 'dad' });
  const late = await data.post(`${at}/carers/${father}`, unrestricted);
  assert.equal(late.status, 409);
  assert.match(late.text, /Dewi Jones/);
});

test('the words of a restriction are read by the office, the head and the safeguarding lead alone', async () => {
  const { at, father, p5, as } = await scene();
  const office = await as('office');
  const asked = await office.post(`${at}/carers/${father}`, restricted);
  await office.post(`${at}/carers/${father}`, { ...restricted, sure: sureIn(asked.text) });
  for (const name of ['office', 'data', 'head', 'safeguarding'] as const)
    assert.match((await (await as(name)).get(at)).text, /order of 3 October/, name);
  for (const name of ['attendance', 'ffion'] as const) {
    const page = await (await as(name)).get(at);
    assert.equal(page.status, 200, name);
    assert.match(page.text, /Gareth Roberts[^]*Ask the office before telling this person anything/, name);
    assert.match(page.text, /07700\s900456/);
    assert.doesNotMatch(page.text, /October|order of|Take out|What was changed/, name);
  }
  const sheet = await (await as('ffion')).post(`/contacts/classes/${p5}`, { reason: 'Trip to the museum' });
  assert.match(sheet.text, /Gareth Roberts[^]*Call the school first/);
  assert.doesNotMatch(sheet.text, /October/);
});

test('nobody else opens it, and families reach nothing of it', async () => {
  const { at, p5, father, phones, as } = await scene();
  for (const name of ['senior', 'tomos', 'guest', 'lowri', 'gareth', 'cai'] as const) {
    const browser = await as(name);
    for (const path of [at, `/contacts/classes/${p5}`, `${at}/carers/${father}`]) {
      const { status } = await browser.get(path);
      assert.ok(status === 403 || status === 404, `${name} ${path}: ${status}`);
    }
  }
  for (const name of [
    'senior',
    'ffion',
    'attendance',
    'safeguarding',
    'tomos',
    'lowri',
    'gareth',
    'cai',
  ] as const) {
    const browser = await as(name);
    for (const path of [
      `${at}/carers/${father}`,
      `${at}/carers/${father}/undo/1`,
      `${at}/phones/${phones.gareth}/end`,
    ]) {
      const { status } = await browser.post(path, { ...unrestricted });
      assert.ok(status === 403 || status === 404, `${name} ${path}: ${status}`);
    }
  }
});

test('each grown-up keeps their own numbers, and never another’s', async () => {
  const { phones, people, as } = await scene();
  const lowri = await as('lowri');
  const own = '/contacts/mine';
  assert.match((await lowri.get(own)).text, /07700\s900123/);
  assert.doesNotMatch((await lowri.get(own)).text, /900456|Gareth/);
  assert.equal(
    (await lowri.post(`${own}/phones/of/${people.lowri.personId}`, { number: 'call me', label: 'home' }))
      .status,
    422,
  );
  const added = await lowri.post(`${own}/phones/of/${people.lowri.personId}`, {
    number: '+48 512 345 678',
    label: 'work',
  });
  assert.equal(added.status, 303);
  assert.equal(
    (await lowri.post(`${own}/phones/of/${people.gareth.personId}`, { number: '0800 1111', label: 'home' }))
      .status,
    404,
  );
  assert.equal((await lowri.post(`${own}/phones/${phones.gareth}/end`)).status, 404);
  assert.equal((await lowri.post(`${own}/phones/${phones.lowri}/end`)).status, 303);
  assert.doesNotMatch((await lowri.get(own)).text, /900123/);
  await lowri.post(`${own}/phones/${phones.lowri}/restore`);
  await lowri.post(`${own}/phones/${phones.lowri}/first`);
  assert.match((await lowri.get(own)).text, /900123[^]*512\s345\s678/);
});

test('somebody to call in an emergency has a number and no account, and is told nothing', async () => {
  const { at, db, school, as } = await scene();
  const office = await as('office');
  const done = await office.post(`${at}/emergency`, {
    given: 'Nain',
    family: 'Puw',
    relationship: 'neighbour',
    number: '01248 555 010',
  });
  assert.equal(done.to, at);
  const page = (await office.get(at)).text;
  assert.match(page, /Nain Puw[^]*neighbour[^]*01248\s555\s010/);
  const link = await db
    .selectFrom('family_relation')
    .select(['told', 'called_in'])
    .where('owner_id', '=', school.id)
    .where('relationship', '=', 'neighbour')
    .executeTakeFirstOrThrow();
  assert.deepEqual(link, { told: [], called_in: null });
  assert.match(page, /Gareth[^]*Lowri[^]*Nain/, 'after those who have no place either');
});

test('a sheet is made with a reason, and the office reads who made it and what for', async () => {
  const { p5, as } = await scene();
  const ffion = await as('ffion');
  const path = `/contacts/classes/${p5}`;
  assert.equal((await ffion.post(path, { reason: '' })).status, 422);
  assert.match((await ffion.post(path, { reason: 'Trip to the museum' })).text, /Cai Roberts/);
  assert.match((await (await as('office')).get('/contacts')).text, /Trip to the museum[^]*Ffion Puw/);
  assert.doesNotMatch((await ffion.get('/contacts')).text, /Trip to the museum/);
});

test('the office sees about whom nobody could be called', async () => {
  const { as, at, father } = await scene();
  const office = await as('office');
  await office.post(`${at}/carers/${father}`, { ...unrestricted, called_in: '1' });
  const page = (await office.get('/contacts')).text;
  assert.match(page, /Nobody could be called[^]*For 1 pupil[^]*Mali Rees/);
});

test('a carer who may be told nothing finds the child on no page, in no feed and no letter, and no hint of it', async () => {
  const { at, father, p5, people, as } = await scene();
  const office = await as('office');
  const ffion = await as('ffion');
  const notice = { title: 'zq-trip-of-5P', text: 'zq-museum', from_on: '2026-11-18', until_on: '2026-11-20' };
  assert.equal((await ffion.post('/notices', { ...notice, classes: p5, people: 'family' })).status, 303);
  const asked = await office.post(`${at}/carers/${father}`, restricted);
  await office.post(`${at}/carers/${father}`, { ...restricted, sure: sureIn(asked.text) });
  const [lowri, gareth] = [await as('lowri'), await as('gareth')];
  assert.match((await lowri.get('/notices')).text, /zq-trip-of-5P/);
  const pages = [
    '/today',
    '/notices',
    '/notices/earlier',
    '/notices/missed',
    '/children',
    '/consents',
    '/contacts/mine',
    '/me',
    '/week',
    '/behaviour',
    '/attendance',
    '/messages',
    '/calendar',
  ];
  for (const path of pages)
    assert.doesNotMatch((await gareth.get(path)).text, /zq-trip|zq-museum|Cai|5P|restrict|order of/i, path);
  for (const path of [
    `/children/${people.cai.personId}`,
    `/children/${people.cai.personId}/attendance`,
    `/children/${people.cai.personId}/away`,
    `/consents/${people.cai.personId}`,
  ]) {
    const { status, text } = await gareth.get(path);
    assert.ok(status >= 400, `${path}: ${status}`);
    assert.doesNotMatch(text, /Cai|restrict/i, path);
  }
});

test('a family of which nobody has written an order is on the sheet; whoever is not to be called is not', async () => {
  const { at, father, p5, as } = await scene();
  const ffion = await as('ffion');
  const path = `/contacts/classes/${p5}`;
  assert.match((await ffion.post(path, { reason: 'Trip' })).text, /Gareth Roberts[^]*Lowri Roberts/);
  await (
    await as('office')
  ).post(`${at}/carers/${father}`, { ...unrestricted, called_in: '', not_called: 'yes' });
  const sheet = (await ffion.post(path, { reason: 'Trip' })).text;
  assert.match(sheet, /Lowri Roberts/);
  assert.doesNotMatch(sheet, /Gareth/);
  assert.match((await ffion.get(at)).text, /Gareth Roberts[^]*Not to be called/);
});

test('the office takes all contacts as a table and says what for; the words of an order are not in it', async () => {
  const { at, father, as } = await scene();
  const office = await as('office');
  await office.post(`${at}/carers/${father}`, {
    ...unrestricted,
    called_in: '2',
    restriction: 'zq-order-of-a-court',
  });
  assert.equal((await (await as('ffion')).post('/contacts/all', { reason: 'Trip' })).status, 403);
  assert.equal((await office.post('/contacts/all', { reason: '' })).status, 422);
  const { status, text } = await office.post('/contacts/all', { reason: 'For the texts' });
  assert.equal(status, 200);
  const lines = text.split('\r\n').filter((each) => each.includes('Cai Roberts'));
  assert.ok(
    lines.some((each) => each.includes('Lowri Roberts')),
    text,
  );
  assert.doesNotMatch(text, /zq-order/);
  assert.match((await office.get('/contacts')).text, /For the texts[^]*The whole school/);
});
