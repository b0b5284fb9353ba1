import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makePerson, makeSchool } from '#test/factories.ts';
import { deliver } from '#test/deliver.ts';
import { scene } from './visitors.scene.ts';

const undoIn = (text: string): string =>
  /<form method="post" action="([^"]+)">/.exec(text.slice(text.indexOf('class="said"')))![1]!;

test('the undo of a press takes back that press alone, and once', async () => {
  const { site, as, expects, one } = await scene();
  await expects('tomos');
  const at = await one();
  const desk = await as('office');
  const press = async (below: string) => {
    assert.equal((await desk.post(`${at}/${below}`)).status, 303);
    const undo = undoIn((await desk.get('/visitors')).text);
    site.clock.move(60_000);
    return undo;
  };
  const refused = async (address: string, says: RegExp) => {
    const { status, text } = await desk.post(address);
    assert.equal(status, 422, address);
    assert.match(text, says);
  };
  await refused(`${at}/not-arrived`, /They are not signed in/);
  await refused(`${at}/not-left`, /They are not signed out/);
  await refused(`${at}/leave`, /They were not signed in/);
  const first = await press('arrive');
  await refused(`${at}/arrive`, /They are signed in already/);
  assert.equal((await desk.post(first)).status, 303);
  await refused(first, /They are not signed in/);
  await press('arrive');
  await refused(first, /Somebody changed this visit meanwhile/);
  const left = await press('leave');
  await refused(`${at}/not-arrived`, /They have been signed out since/);
  assert.equal((await desk.post(left)).status, 303);
  await press('leave');
  await refused(left, /Somebody changed this visit meanwhile/);
  // Yesterday's are left as they are.
  site.clock.set('2026-11-19T10:00:00Z');
  for (const below of ['arrive', 'not-arrived', 'leave', 'not-left'])
    await refused(`${at}/${below}`, /They are expected on/);
});

test('what was called off is neither signed in nor called off again, and a check is not written on it', async () => {
  const { as, expects, one } = await scene();
  await expects('tomos');
  const [at, desk] = [await one(), await as('office')];
  assert.equal((await desk.post(`${at}/end`)).status, 303);
  for (const [below, fields] of [
    ['arrive', {}],
    ['end', {}],
    ['check', { seen: 'seen' }],
    ['change', { name: 'A' }],
  ] as const)
    assert.equal((await desk.post(`${at}/${below}`, fields)).status, 422, below);
  assert.equal((await desk.get(`${at}/badge`)).status, 404);
  assert.equal((await desk.post(`${at}/restore`)).status, 303);
  assert.match((await desk.post(`${at}/restore`)).text, /It stands already/);
});

test('another school’s desk finds no visit of this one', async () => {
  const { site, db, expects, one } = await scene();
  await expects('tomos');
  const at = await one();
  const elsewhere = await site.as(await makePerson(db, await makeSchool(db), { roles: ['head'] }));
  for (const below of ['arrive', 'not-arrived', 'leave', 'not-left', 'end', 'restore'])
    assert.equal((await elsewhere.post(`${at}/${below}`)).status, 404, below);
  assert.equal((await elsewhere.post(`${at}/check`, { seen: 'seen' })).status, 404);
  assert.equal((await elsewhere.get(`${at}/badge`)).status, 404);
});

test('a check holds until its day for all weeks of a visit, reads so when it is over, and one of two is asked again', async () => {
  const { site, as, expects, rows } = await scene();
  await expects('ffion', { weekly_until: '2026-12-02' });
  const [first, , last] = (await rows()).map(({ id }) => `/visitors/${id}`);
  const head = await as('head');
  const check = { seen: 'seen', until_on: '2026-11-30', mark: 0 };
  assert.match(
    (await head.post(`${first}/check`, { ...check, until_on: '2026-11-17' })).text,
    /A check that ran out was not seen/,
  );
  assert.equal((await head.post(`${first}/check`, check)).status, 303);
  assert.match((await head.get(first!)).text, /Their check was seen and holds until 30 November/);
  assert.match((await head.get(last!)).text, /Their check ran out on 30 November/);
  const late = await (await as('mari')).post(`${last}/check`, { ...check, seen: 'not-seen' });
  assert.equal(late.status, 422);
  assert.match(late.text, /Somebody wrote down a check meanwhile/);
  site.clock.set('2026-12-02T09:00:00Z');
  assert.match((await head.get('/visitors')).text, /Their check ran out on 30 November/);
  const mark = /name="mark" value="(\d+)"/.exec((await head.get(last!)).text)![1]!;
  assert.equal(
    (await head.post(`${last}/check`, { seen: 'seen', until_on: '2027-11-30', mark })).status,
    303,
  );
  assert.match((await head.get('/visitors')).text, /Their check was seen and holds until 30 November 2027/);
});

test('a data manager signs in at the desk and reads no check', async () => {
  const { as, expects, one } = await scene();
  await expects('tomos');
  const at = await one();
  assert.equal((await (await as('head')).post(`${at}/check`, { seen: 'not-seen' })).status, 303);
  const data = await as('data');
  for (const page of ['/visitors', at])
    assert.doesNotMatch((await data.get(page)).text, /check was not seen|name="seen"/, page);
  assert.equal((await data.post(`${at}/check`, { seen: 'seen', mark: 0 })).status, 403);
  assert.equal((await data.post(`${at}/arrive`)).status, 303);
});

test('the desk asks where a name is like one on the list, however it is written', async () => {
  const { as, expects, rows } = await scene();
  const head = await as('head');
  await head.post('/visitors/settings/cautions', { name: 'Siân Hughes', words: 'Ring me first.' });
  for (const name of ['HUGHES, Sian', 'Mrs Hughes', 'S. Hughes', 'Sian Mair Hughes', 'Megan Hughes'])
    await expects('tomos', { name });
  assert.equal((await rows()).length, 5);
  const desk = await as('data');
  const { text } = await desk.get('/visitors');
  assert.equal(text.match(/please speak with the head/g)!.length, 4);
  assert.doesNotMatch(text, /Before Megan Hughes|Ring me|Siân/);
  assert.doesNotMatch((await (await as('tomos')).get('/visitors')).text, /please speak with/);
});

test('a badge shows what everybody may read, in the school’s colour, and comes after the press where the school wants it', async () => {
  const { as, expects, one } = await scene();
  await expects('tomos', { purpose: 'The boiler' });
  const [at, desk, head] = [await one(), await as('office'), await as('head')];
  assert.equal((await (await as('tomos')).get(`${at}/badge`)).status, 403);
  const plain = (await desk.get(`${at}/badge`)).text;
  assert.match(plain, /Contractor[\s\S]*Idwal Hughes[\s\S]*Boilers and Sons[\s\S]*To see Ffion Puw/);
  assert.doesNotMatch(plain, /visitor-orange|The boiler/);
  const settings = { keep_days: 365, badges: 'yes', colour_contractor: 'orange', version: 0 };
  assert.equal((await head.post('/visitors/settings', { ...settings, colour_visitor: 'mauve' })).status, 422);
  assert.equal((await head.post('/visitors/settings', settings)).status, 303);
  const signedIn = await desk.post(`${at}/arrive`);
  assert.equal(signedIn.to, `${at}/badge`);
  const { text } = await desk.get(`${at}/badge`);
  assert.match(text, /visitor-badge visitor-orange/);
  assert.match(text, /Idwal Hughes is signed in/);
});

test('whoever is visited gets one letter at once, unless they chose otherwise, and it names nobody', async () => {
  const { site, as, people, expects, rows } = await scene();
  const sent: { to: string; subject: string; text: string }[] = [];
  site.services.mailer = {
    hasServer: true,
    send: async (mail) => void sent.push(mail as never),
    close: () => undefined,
  };
  await (await as('tomos')).post('/me/notices', { rhythm: 'never' });
  for (const host of ['ffion', 'tomos', 'office'] as const)
    await expects('ffion', { host: people[host].personId, name: `For ${host}` });
  const desk = await as('office');
  for (const { id } of await rows()) assert.equal((await desk.post(`/visitors/${id}/arrive`)).status, 303);
  await deliver(site);
  assert.deepEqual(
    sent.map(({ to }) => to),
    [people.ffion.email],
  );
  assert.match(sent[0]!.subject, /Somebody has come to see you/);
  assert.doesNotMatch(sent[0]!.text, /For ffion|Boilers/);
  // Signed in again, nobody is written to again.
  const ours = (await rows()).find(({ name }) => name === 'For ffion')!.id;
  await desk.post(`/visitors/${ours}/not-arrived`);
  site.clock.move(60_000);
  await desk.post(`/visitors/${ours}/arrive`);
  await deliver(site);
  assert.equal(sent.length, 1);
});
