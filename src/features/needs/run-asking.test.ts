import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deliver } from '#test/deliver.ts';
import { makePerson, type TestPerson } from '#test/factories.ts';
import { ask, mailsOf, scene, send } from './needs.scene.ts';

test('everyone asked is told once, those who have not answered are reminded once', async () => {
  const { site, leader, ann, bea, asLeader } = await scene();
  const mails = mailsOf(site);
  await ask(site, asLeader);
  await deliver(site);
  assert.equal(mails.length, 3);
  assert.match(mails[0]!.text, /http:\/\/school.example\/needs\/autumn-needs/);
  const asAnn = await site.as(ann);
  await send(asAnn, { 'most-1-words': 'Class talk' });
  assert.match((await asLeader.get('/school/needs/autumn-needs/waiting')).text, /Remind 2 people/);
  const reminded = await asLeader.post('/school/needs/autumn-needs/remind');
  assert.equal(reminded.said, '2 people are being reminded.');
  const again = await asLeader.post('/school/needs/autumn-needs/remind');
  assert.equal(again.status, 422);
  await site.db
    .updateTable('outbox')
    .set({ done_at: null })
    .where('owner_id', '=', ann.organisationId)
    .execute();
  await deliver(site);
  assert.deepEqual(
    mails
      .slice(3)
      .map((mail) => mail.to)
      .sort(),
    [bea.email, leader.email].sort(),
  );
  const notices = (person: TestPerson) =>
    site.db
      .selectFrom('notice')
      .select(['done_at', 'href'])
      .where('owner_id', '=', person.personId)
      .execute();
  assert.notEqual((await notices(ann))[0]!.done_at, null);
  assert.deepEqual(await notices(bea), [{ done_at: null, href: '/needs/autumn-needs' }]);
});

test('a letter that fails once is sent later, each of the others once, and none to whoever wants no mail', async () => {
  const { site, school, ann, bea, leader, asLeader } = await scene();
  const quiet = await makePerson(site.db, school, { name: 'Ceri Lloyd' });
  await (await site.as(quiet)).post('/me/notices', { rhythm: 'never' });
  const sent: string[] = [];
  let asleep = true;
  const send = async ({ to }: { to: string }): Promise<void> => {
    if (to === ann.email && asleep) throw new Error('the mail server is asleep');
    sent.push(to);
  };
  site.services.mailer = { hasServer: true, send, close: () => undefined };
  await ask(site, asLeader);
  await assert.rejects(deliver(site), /asleep/);
  assert.deepEqual(sent.toSorted(), [bea.email, leader.email].toSorted());
  asleep = false;
  site.clock.move(60_000);
  await deliver(site);
  assert.deepEqual(sent.slice(2), [ann.email]);
});

test('after the last day nothing can be answered, nothing waits, and what was written comes back', async () => {
  const { site, ann, bea, asLeader } = await scene();
  await ask(site, asLeader);
  await deliver(site);
  site.clock.set('2026-12-04T22:00:00Z');
  assert.equal((await send(await site.as(ann), { 'most-1-words': 'Just in time' })).status, 303);
  site.clock.set('2026-12-05T00:01:00Z');
  await deliver(site);
  const late = await send(await site.as(bea), { 'most-1-words': 'A minute late' });
  assert.equal(late.status, 422);
  assert.match(late.text, /A minute late/);
  const [notice] = await site.db
    .selectFrom('notice')
    .select('done_at')
    .where('owner_id', '=', bea.personId)
    .execute();
  assert.notEqual(notice!.done_at, null);
  await asLeader.post('/school/needs/autumn-needs/reopen', { closes_on: '2026-12-11' });
  await deliver(site);
  assert.equal((await send(await site.as(bea), { 'most-1-words': 'In time now' })).status, 303);
});

test('closing can be undone, and counts are shown only when closed, only to five or more, small ones hidden', async () => {
  const { site, school, ann, bea, asLeader } = await scene();
  const topics = await ask(site, asLeader, { 'topics-teaching': ['questioning', 'homework'] });
  const [questioning, welsh] = [
    topics.get('Questioning and discussion')!,
    topics.get('Welsh in every lesson')!,
  ];
  const homework = topics.get('Homework that is worth doing')!;
  await send(await site.as(ann), { 'most-1-topic': questioning, 'most-2-topic': welsh });
  await asLeader.post('/school/needs/autumn-needs/close');
  assert.equal((await asLeader.post('/school/needs/autumn-needs/release')).status, 422);
  await asLeader.post('/school/needs/autumn-needs/open-again');
  for (let n = 0; n < 5; n++)
    await send(await site.as(await makePerson(site.db, school)), {
      'most-1-topic': questioning,
      'most-1-words': 'Only mine',
      'most-2-topic': homework,
    });
  assert.equal((await asLeader.post('/school/needs/autumn-needs/release')).status, 422);
  await asLeader.post('/school/needs/autumn-needs/close');
  assert.equal((await asLeader.post('/school/needs/autumn-needs/release')).status, 303);
  const mine = (await (await site.as(ann)).get('/needs/autumn-needs/mine')).text;
  assert.match(mine, /6 people answered/);
  const rows = [...mine.matchAll(/<tr>[^]*?<\/tr>/g)].map(([row]) => row.replace(/<[^>]+>|\s+/g, ' ').trim());
  // One named Welsh; five named homework, from which that one could be worked out.
  assert.deepEqual(
    rows.slice(1).map((row) => row.replace(/\s+/g, ' ')),
    ['Questioning and discussion 6 0'],
  );
  assert.doesNotMatch(mine, /Only mine|Person \d/);
  assert.doesNotMatch((await (await site.as(bea)).get('/needs/autumn-needs/mine')).text, /6 people answered/);
});

test('whoever has no account gets no letter: its link would lead nowhere', async () => {
  const { site, school, asLeader } = await scene();
  const neverInvited = await makePerson(site.db, school, { account: false });
  const mails = mailsOf(site);
  await ask(site, asLeader);
  await deliver(site);
  assert.equal(mails.length, 3);
  assert.ok(!mails.some(({ to }) => to === neverInvited.email));
});

test('whoever asks hears beforehand how many could not answer, for want of an account', async () => {
  const { site, school, asLeader } = await scene();
  const page = async (): Promise<string> => (await asLeader.get('/school/needs/new')).text;
  assert.doesNotMatch(await page(), /no account yet/);
  await makePerson(site.db, school, { name: 'Dai Rees', account: false });
  assert.match(await page(), /1 of 4 colleagues has no account yet/);
});

test('what is to be mended in a new question is said at once', async () => {
  const { asLeader } = await scene();
  const sent = { title: '', closes_on: '2026-11-01', whom: 'units' };
  const { status, text } = await asLeader.post('/school/needs', sent);
  assert.equal(status, 422);
  for (const sentence of [/Write what you call it\./, /This day has passed\./, /Tick the groups you ask\./])
    assert.match(text, sentence);
});

test('a school with no older pupils is not offered the topics for them', async () => {
  const { site, school, asLeader } = await scene();
  const ticked = async (topic: string): Promise<boolean> =>
    new RegExp(`value="${topic}" checked`).test((await asLeader.get('/school/needs/new')).text);
  assert.ok(
    (await ticked('phonics-early-reading')) && (await ticked('examination-courses')),
    'nothing is known',
  );
  const pupil = await makePerson(site.db, school, { kind: 'pupil' });
  const year = (label: string) =>
    site.db
      .updateTable('member')
      .set({ year_label: label })
      .where('owner_id', '=', school.id)
      .where('person_id', '=', pupil.personId)
      .execute();
  await year('Year 5');
  assert.ok((await ticked('phonics-early-reading')) && !(await ticked('examination-courses')));
  await year('10');
  assert.ok(!(await ticked('phonics-early-reading')) && (await ticked('examination-courses')));
});
