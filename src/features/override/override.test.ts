import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#platform/db/ids.ts';
import { standingsChanged } from '#platform/access/standing.ts';
import { deliver } from '#test/deliver.ts';
import { appoint, makePerson } from '#test/factories.ts';
import { mailbox } from '#test/mailbox.ts';
import type { TestSite } from '#test/site.ts';
import { ask, opened, scene, secret } from './override.scene.ts';

const logOf = (site: TestSite, ownerId: string) =>
  site.db
    .selectFrom('access_log')
    .select(['reader_id', 'manner', 'purpose'])
    .where('owner_id', '=', ownerId)
    .where('manner', '=', 'override')
    .orderBy('at')
    .execute();

const refused = (status: number): boolean => status === 403 || status === 404;

test('the safeguarding lead asks, the head agrees, and the two alone can read it', async () => {
  const { people, as, address } = await scene();
  const [lead, head] = [await as('lead'), await as('head')];
  const asked = await ask(lead, address);
  assert.equal(asked.status, 303, asked.text);
  assert.doesNotMatch((await lead.get(asked.to)).text, /canary/, 'nothing is open before both agreed');
  assert.doesNotMatch((await head.get(asked.to)).text, /canary/);
  assert.equal((await head.post(`${asked.to}/agree`)).status, 303);
  for (const one of [lead, head]) assert.match((await one.get(asked.to)).text, new RegExp(secret));
  assert.doesNotMatch(
    (await (await as('officer')).get(asked.to)).text,
    /canary/,
    'a third holder sees the request only',
  );
  for (const name of ['ann', 'tomos', 'beth', 'huw', 'specialist', 'senior'] as const)
    assert.equal((await (await as(name)).get(asked.to)).status, 403, name);
  assert.equal((await (await as('otherHead')).get(asked.to)).status, 404);
  assert.equal(people.ann.name, 'Ann Puw');
});

test('nobody does it alone: not the head, not in two roles, not two in the same role, not a line manager', async () => {
  const { site, school, people, as, address } = await scene();
  const head = await as('head');
  const { to } = await ask(head, address);
  assert.equal((await head.post(`${to}/agree`)).status, 403);
  await appoint(site.db, school, people.head.personId, 'safeguarding-lead');
  await standingsChanged(site.db, school.id);
  const both = await site.as(people.head);
  assert.equal((await both.post(`${to}/agree`)).status, 403, 'the same person in another role');
  const secondHead = await site.as(await makePerson(site.db, school, { roles: ['head'] }));
  assert.equal((await secondHead.post(`${to}/agree`)).status, 403, 'another head');
  for (const name of ['beth', 'senior', 'ann', 'huw'] as const) {
    const browser = await as(name);
    assert.equal((await browser.post(`${to}/agree`)).status, 403, name);
    assert.equal((await ask(browser, address)).status, 403, name);
  }
  assert.equal((await (await as('otherHead')).post(`${to}/agree`)).status, 404);
  assert.equal((await (await as('officer')).post(`${to}/agree`)).status, 303);
});

test('nobody opens their own, or agrees that their own be opened', async () => {
  const { site, school, people, as, address } = await scene();
  await appoint(site.db, school, people.ann.personId, 'head');
  await standingsChanged(site.db, school.id);
  const ann = await as('ann');
  assert.equal((await ask(ann, address)).status, 422);
  const { to } = await ask(await as('lead'), address);
  assert.equal((await ann.get(to)).status, 404, 'the author learns nothing of the request from its page');
  assert.equal((await ann.post(`${to}/agree`)).status, 404);
  assert.doesNotMatch((await ann.get('/school/override')).text, /Mari Evans asked/);
});

test('it ends after 72 hours, and never leads to the thing’s own page, to its files’ or to writing', async () => {
  const { site, people, ann, as, address } = await scene();
  await ann.post(`${address}/files`, { shows: 'pupils' }, [
    { field: 'files', name: 'work.txt', body: 'canary of a pupil', type: 'text/plain' },
  ]);
  const [lead, head] = [await as('lead'), await as('head')];
  const to = await opened(lead, head, address);
  for (const browser of [lead, head]) {
    assert.equal((await browser.get(address)).status, 403);
    assert.ok(refused((await browser.get(`${address}/edit`)).status));
    assert.ok(refused((await browser.post(`${address}/end`)).status));
  }
  const page = (await lead.get(to)).text;
  const file = /href="(\/school\/override\/[^"]+\/files\/[^"]+)"/.exec(page)![1]!;
  const before = await logOf(site, people.ann.personId);
  assert.equal((await head.get(`${to}/files/${newId()}`)).status, 404);
  assert.deepEqual(await logOf(site, people.ann.personId), before, 'what was not there was not opened');
  assert.match((await lead.get(file)).text, /canary of a pupil/);
  assert.equal((await (await as('officer')).get(file)).status, 403);
  const own = /href="(\/files\/[^"]+)"/.exec((await ann.get(address)).text)![1]!;
  assert.equal((await lead.get(own)).status, 403);

  site.clock.move(72 * 3_600_000 + 1);
  for (const browser of [await as('lead'), await as('head')]) {
    assert.doesNotMatch((await browser.get(to)).text, /canary/);
    assert.equal((await browser.get(file)).status, 403);
  }
});

test('each opening is in the log its author reads, and they are told at once', async () => {
  const { site, people, as, ann, address } = await scene();
  const mails = mailbox(site);
  const [lead, head] = [await as('lead'), await as('head')];
  const asked = await ask(lead, address);
  await deliver(site);
  assert.deepEqual(mails.map(({ to }) => to).sort(), [people.head.email, people.officer.email].sort());
  assert.doesNotMatch(
    JSON.stringify(mails),
    /Ann|canary|protect him/,
    'mail names neither whose it is nor why',
  );
  assert.match((await head.get('/today')).text, /Decide on opening something by law/);
  await head.post(`${asked.to}/agree`);
  await lead.get(asked.to);
  await lead.get(asked.to);
  await head.get(asked.to);
  await deliver(site);
  assert.deepEqual(await logOf(site, people.ann.personId), [
    { reader_id: people.lead.personId, manner: 'override', purpose: 'safeguarding' },
    { reader_id: people.lead.personId, manner: 'override', purpose: 'safeguarding' },
    { reader_id: people.head.personId, manner: 'override', purpose: 'safeguarding' },
  ]);
  assert.match(
    (await ann.get('/me/seen')).text,
    /Mari Evans<\/strong>\s+opened your try-out, as the law allows two people together/,
  );
  assert.match((await ann.get('/today')).text, /Something of yours was opened by two people/);
  assert.ok(mails.some(({ to, text }) => to === people.ann.email && /Mari Evans and Gwen Davies/.test(text)));
  const waiting = await site.db
    .selectFrom('notice')
    .select('kind')
    .where('owner_id', 'in', [people.head.personId, people.officer.personId])
    .where('done_at', 'is', null)
    .execute();
  assert.deepEqual(waiting, [], 'it no longer waits for anybody');
});

test('where telling would endanger someone, its author hears and sees nothing until the day, then everything', async () => {
  const { site, as, ann, address } = await scene();
  const [lead, head] = [await as('lead'), await as('head')];
  for (const hidden_until of ['', '2026-11-18', '2027-11-18'])
    assert.equal((await ask(lead, address, { danger: 'yes', hidden_until })).status, 422, hidden_until);
  const to = await opened(lead, head, address, { danger: 'yes', hidden_until: '2026-12-01' });
  await head.get(to);
  await deliver(site);
  assert.doesNotMatch((await ann.get('/me/seen')).text, /Gwen Davies/);
  assert.doesNotMatch((await ann.get('/today')).text, /opened by two people/);
  assert.doesNotMatch((await ann.get(address)).text, /Gwen Davies/);
  site.clock.set('2026-12-01T08:01:00Z');
  await deliver(site);
  assert.match((await ann.get('/me/seen')).text, /Gwen Davies/);
  assert.match((await ann.get('/today')).text, /opened by two people/);
});

test('a request can be declined, taken back and made again, lapses, and is answered once', async () => {
  const { site, as, address } = await scene();
  const [lead, head] = [await as('lead'), await as('head')];
  const declined = (await ask(lead, address)).to;
  await head.post(`${declined}/decline`);
  assert.match((await lead.get(declined)).text, /Gwen Davies declined/);
  assert.equal((await head.post(`${declined}/agree`)).status, 422);
  assert.doesNotMatch((await lead.get(declined)).text, /canary/);

  const withdrawn = (await ask(lead, address)).to;
  assert.equal((await head.post(`${withdrawn}/withdraw`)).status, 403);
  await lead.post(`${withdrawn}/withdraw`);
  assert.equal((await head.post(`${withdrawn}/agree`)).status, 422);
  await lead.post(`${withdrawn}/ask-again`);
  site.clock.move(15 * 86_400_000);
  assert.equal((await (await as('head')).post(`${withdrawn}/agree`)).status, 422, 'nobody answered in time');
  await deliver(site);
});

test('a reason of a sentence is needed, and an address of something that people write', async () => {
  const { as, programme, address } = await scene();
  const lead = await as('lead');
  const short = await ask(lead, address, { reason: 'Because.' });
  assert.equal(short.status, 422);
  assert.match(short.text, /at least 40 characters/);
  for (const wrong of ['/programmes/reading-together', `/programmes/${programme}`, '/try-outs/none/none'])
    assert.equal((await ask(lead, wrong)).status, 422, wrong);
  const id = address.split('/').at(-1)!;
  assert.equal(
    (await lead.post('/school/override', { address: id, reason: 'x '.repeat(30), danger: 'no' })).status,
    303,
  );
});

test('what somebody wrote at another school, or before they came, is not this school’s to open', async () => {
  const { site, as, people, school, address } = await scene();
  assert.equal((await ask(await as('otherHead'), address)).status, 422);
  await site.db
    .updateTable('item')
    .set({ created_at: new Date('2020-01-01T00:00:00Z') })
    .where('owner_id', '=', people.ann.personId)
    .execute();
  assert.equal((await ask(await as('lead'), address)).status, 422, 'from before');
  await site.db
    .updateTable('item')
    .set({ created_at: site.clock.now })
    .where('owner_id', '=', people.ann.personId)
    .execute();
  await site.db
    .updateTable('member')
    .set({ ended_at: site.clock.now })
    .where('owner_id', '=', school.id)
    .where('person_id', '=', people.ann.personId)
    .execute();
  assert.equal((await ask(await as('lead'), address)).status, 422, 'after they left');
});
