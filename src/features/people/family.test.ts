import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deliver } from '#test/deliver.ts';
import { makePerson, makeSchool } from '#test/factories.ts';
import { linkIn, mailbox } from '#test/mailbox.ts';
import { testSite } from '#test/site.ts';

async function office() {
  const site = await testSite();
  const school = await makeSchool(site.db);
  const dewi = await makePerson(site.db, school, { name: 'Dewi Jones', roles: ['administrator'] });
  const [cai, mali] = [
    await makePerson(site.db, school, { name: 'Cai Roberts', kind: 'pupil' }),
    await makePerson(site.db, school, { name: 'Mali Roberts', kind: 'pupil' }),
  ];
  const at = (pupil: { personId: string }): string => `/people/${pupil.personId}`;
  return { site, school, dewi, cai, mali, at, browser: await site.as(dewi), mails: mailbox(site) };
}

const lowri = { given: 'Lowri', family: 'Roberts', relationship: 'mother', email: 'lowri@home.example' };

test('two carers are added on a pupil’s page, and one is invited and opens an account of her own', async () => {
  const { site, cai, at, browser, mails } = await office();
  assert.ok((await browser.get(at(cai))).text.includes(`href="${at(cai)}/family"`));
  assert.equal((await browser.post(`${at(cai)}/family`, lowri)).to, `/contacts/${cai.personId}`);
  await browser.post(`${at(cai)}/family`, { given: 'Huw', relationship: 'taid' });
  await deliver(site);
  const page = (await browser.get(at(cai))).text;
  assert.match(page, /Lowri Roberts[^]*mother/);
  assert.match(page, /Huw<[^]*taid/);
  assert.match(page, /was written down as parent or carer/);
  assert.match(
    (await browser.get('/people?kind=family')).text,
    /Who can see this: <\/span>The administrator/,
  );

  const invite = /href="(\/people\/[\w-]+\/invite)"\s*>Invite<span class="hidden"> Lowri/.exec(page)![1]!;
  assert.equal((await browser.post(invite)).status, 303);
  await deliver(site);
  const visitor = site.visitor();
  assert.equal(mails[0]!.to, 'lowri@home.example');
  assert.equal((await visitor.post(linkIn(mails[0]), { password: 'quiet river stone' })).to, '/');
  assert.equal((await visitor.get('/me')).status, 200);
  assert.equal((await visitor.get(at(cai))).status, 403);
});

test('a grown-up with two children here is one person, found by the address or asked about by the name', async () => {
  const { site, school, cai, mali, at, browser } = await office();
  await browser.post(`${at(cai)}/family`, lowri);
  await browser.post(`${at(cai)}/family`, { given: 'Huw', family: 'Roberts' });
  const linked = await browser.post(`${at(mali)}/family`, lowri);
  assert.match(linked.said, /^Lowri Roberts, who was here already, is linked to Mali Roberts\.$/);

  const asked = await browser.post(`${at(mali)}/family`, { given: 'HUW', family: 'Roberts' });
  assert.equal(asked.status, 422);
  assert.match(asked.text, /Huw Roberts, parent or carer of Cai Roberts/);
  const huw = /name="who"[^>]*value="([\w-]{36})"/.exec(asked.text);
  await browser.post(`${at(mali)}/family`, { given: 'HUW', family: 'Roberts', who: huw![1]! });
  const rows = await site.db
    .selectFrom('member')
    .select('kind')
    .where('owner_id', '=', school.id)
    .where('kind', '=', 'family')
    .execute();
  assert.equal(rows.length, 2);
  assert.equal((await browser.post(`${at(mali)}/family`, lowri)).status, 422, 'twice is once');
});

test('the link is ended and brought back by undo; the grown-up stays in the list', async () => {
  const { cai, at, browser } = await office();
  await browser.post(`${at(cai)}/family`, lowri);
  const end = /action="(\/people\/[\w-]+\/family\/[\w-]+\/end)"/.exec((await browser.get(at(cai))).text)![1]!;
  assert.match((await browser.post(end)).said, /no longer linked/);
  const family = (text: string): string =>
    text.slice(text.indexOf('Parents and carers'), text.indexOf('History'));
  assert.doesNotMatch(family((await browser.get(at(cai))).text), /Lowri/);
  assert.match((await browser.get('/people?kind=family')).text, /Lowri Roberts/);
  await browser.post(end.replace(/end$/, 'restore'));
  assert.match(family((await browser.get(at(cai))).text), /Lowri/);
});

test('with the last child here the role of a parent ends, and comes back with it; not for who has left', async () => {
  const { site, school, dewi, cai, mali, at, browser } = await office();
  await browser.post(`${at(cai)}/family`, lowri);
  await browser.post(`${at(mali)}/family`, lowri);
  const { adult_id: adultId } = await site.db
    .selectFrom('family_relation')
    .select('adult_id')
    .where('owner_id', '=', school.id)
    .executeTakeFirstOrThrow();
  const held = async (): Promise<number> =>
    (
      await site.db
        .selectFrom('appointment')
        .select('id')
        .where('owner_id', '=', school.id)
        .where('person_id', '=', adultId)
        .where('role', '=', 'parent-carer')
        .where('ended_at', 'is', null)
        .execute()
    ).length;
  const endOf = async (pupil: { personId: string }): Promise<string> =>
    new RegExp(`action="(${at(pupil)}/family/[\\w-]+/end)"`).exec((await browser.get(at(pupil))).text)![1]!;
  const [first, last] = [await endOf(cai), await endOf(mali)];

  await browser.post(first);
  assert.equal(await held(), 1, 'another child is here');
  site.clock.move(60_000);
  await browser.post(last);
  assert.equal(await held(), 0);
  assert.match((await browser.get(`/people/${adultId}`)).text, /Role ended: Parent or carer/);
  assert.equal((await browser.post(last)).status, 422, 'it ends once');
  assert.equal((await browser.post(last.replace(/end$/, 'restore'))).status, 303);
  assert.equal(await held(), 1);
  assert.match((await browser.get(`/people/${adultId}`)).text, /Role given back: Parent or carer/);

  await browser.post(last);
  await browser.post(`/people/${adultId}/leave`, { last: '2026-11-19' });
  // The day after, before anything has ended their membership.
  site.clock.set('2026-11-20T00:05:00Z');
  const refused = await (await site.as(dewi)).post(last.replace(/end$/, 'restore'));
  assert.equal(refused.status, 422);
  assert.match(refused.text, /Lowri Roberts has left\. Bring them back on their page first\./);
  assert.equal(await held(), 0);
});

test('a member of staff who is a parent is linked and stays staff; a pupil’s address is refused', async () => {
  const { site, school, cai, mali, at, browser } = await office();
  const ann = await makePerson(site.db, school, { name: 'Ann Lee', roles: ['teacher'] });
  assert.equal((await browser.post(`${at(cai)}/family`, { email: ann.email })).status, 303);
  const page = (await browser.get(at(ann))).text;
  assert.match(page, /Staff[^]*Children at this school[^]*Cai Roberts/);
  assert.equal((await browser.post(`${at(cai)}/family`, { email: mali.email })).status, 422);
});

test('somebody who works here is asked about by name, and no address is put on an account that is open', async () => {
  const { site, school, mali, at, browser } = await office();
  await makePerson(site.db, school, { name: 'Ann Lee', roles: ['teacher'], password: 'quiet river stone' });
  const typed = { given: 'Ann', family: 'Lee', email: 'other@home.example' };
  const asked = await browser.post(`${at(mali)}/family`, typed);
  assert.match(asked.text, /Ann Lee, who works here/);
  const who = /name="who"[^>]*value="([\w-]{36})"/.exec(asked.text)![1]!;
  const refused = await browser.post(`${at(mali)}/family`, { ...typed, who });
  assert.equal(refused.status, 422);
  assert.match(refused.text, /Ann Lee has an account, so only they add an address to it/);
  assert.match(
    (await browser.post(`${at(mali)}/family`, { ...typed, email: '', who })).said,
    /is linked to Mali/,
  );
  const kept = await site.db
    .selectFrom('person_email')
    .select('address')
    .where('address', '=', typed.email)
    .execute();
  assert.deepEqual(kept, []);
});

test('colleagues see the pupil and not the family, and only administrators add one', async () => {
  const { site, school, cai, at, browser } = await office();
  await browser.post(`${at(cai)}/family`, lowri);
  const teacher = await site.as(await makePerson(site.db, school, { roles: ['teacher'] }));
  const page = await teacher.get(at(cai));
  assert.equal(page.status, 200);
  assert.doesNotMatch(page.text, /Lowri|Parents and carers<|mother/);
  assert.equal((await teacher.get(`${at(cai)}/family`)).status, 403);
  assert.equal((await teacher.post(`${at(cai)}/family`, lowri)).status, 403);
});
