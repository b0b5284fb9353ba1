import assert from 'node:assert/strict';
import { test } from 'node:test';
import { standingsChanged } from '#platform/access/standing.ts';
import { deliver } from '#test/deliver.ts';
import { scene } from '../sessions/sessions.scene.ts';

async function asking(audience: 'group' | 'specialist') {
  const all = await scene();
  const sent: { to: string; subject: string; text: string }[] = [];
  all.site.services.mailer = {
    hasServer: true,
    send: async (mail) => void sent.push(mail as never),
    close: () => undefined,
  };
  const ann = await all.as('ann');
  const asked = await ann.post(`${all.base}/questions`, {
    title: 'Long silences',
    text: 'How long is too long?',
    audience,
  });
  assert.equal(asked.status, 303, asked.text);
  return { ...all, ann, sent, href: asked.to };
}

const waitingOf = async ({ db }: Awaited<ReturnType<typeof scene>>, personId: string) =>
  (
    await db
      .selectFrom('notice')
      .select('kind')
      .where('owner_id', '=', personId)
      .where('done_at', 'is', null)
      .execute()
  ).map(({ kind }) => kind);

test('a question to the group is read by those taking part and those who help them; one to the specialist by them alone', async () => {
  for (const audience of ['group', 'specialist'] as const) {
    const all = await asking(audience);
    for (const name of [
      'ann',
      'specialist',
      'tomos',
      'nia',
      'lead',
      'head',
      'senior',
      'manager',
      'sponsor',
      'outsider',
      'guest',
      'otherHead',
    ] as const) {
      const browser = await all.as(name);
      const reads =
        ['ann', 'specialist'].includes(name) || (audience === 'group' && ['tomos', 'nia'].includes(name));
      assert.equal((await browser.get(all.href)).status === 200, reads, `${audience} ${name}`);
      assert.equal(
        (await browser.get(`${all.base}/questions`)).text.includes('Long silences'),
        reads,
        `${audience} ${name}`,
      );
      if (!reads)
        assert.ok(
          [403, 404].includes((await browser.post(`${all.href}/replies`, { text: 'Mine' })).status),
          name,
        );
    }
  }
});

test('who leads the programme reads why the questions are not theirs to open, and is not sent to themself', async () => {
  const all = await scene();
  for (const name of ['lead', 'sponsor'] as const) {
    const page = await (await all.as(name)).get(`${all.base}/questions`);
    assert.equal(page.status, 403, name);
    assert.match(page.text, /for those who take part in this programme and those who help them/);
    assert.doesNotMatch(page.text, /Ask the person who leads/);
  }
});

test('who reads it stands on the question', async () => {
  const group = await asking('group');
  assert.match((await group.ann.get(group.href)).text, /the participants of|its participants/);
  const alone = await asking('specialist');
  const page = (await alone.ann.get(alone.href)).text;
  assert.match(page, /the specialist of|its specialist/);
  assert.doesNotMatch(page, /the participants of|its participants/);
});

test('the specialist is told, answers, and the asker hears of it; mail never carries the words', async () => {
  const all = await asking('group');
  await deliver(all.site);
  assert.deepEqual(
    all.sent.map(({ to }) => to),
    [all.people.specialist.email],
  );
  assert.deepEqual(await waitingOf(all, all.people.specialist.personId), ['question-waits']);
  const specialist = await all.as('specialist');
  assert.match((await specialist.get(`${all.base}/specialist`)).text, /Long silences/);
  await specialist.post(`${all.href}/replies`, { text: 'Count to seven' });
  assert.match((await all.ann.get('/me/seen')).text, /Dr Amara Obi<\/strong> opened your question/);
  await deliver(all.site);
  assert.deepEqual(await waitingOf(all, all.people.specialist.personId), []);
  assert.deepEqual(await waitingOf(all, all.people.ann.personId), ['question-answered']);
  assert.equal(all.sent[1]?.to, all.people.ann.email);
  assert.ok(all.sent.every((mail) => !/silences|too long|seven/.test(JSON.stringify(mail))));
  const page = (await all.ann.get(all.href)).text;
  assert.match(page, /Count to seven/);
  assert.match(page, /Answered/);
  assert.deepEqual(
    await waitingOf(all, all.people.ann.personId),
    [],
    'reading the answer is all that was asked',
  );
});

test('after two school days without an answer the specialist is reminded, and not when they answered', async () => {
  for (const answers of [false, true]) {
    const all = await asking('specialist');
    await deliver(all.site);
    if (answers) await (await all.as('specialist')).post(`${all.href}/replies`, { text: 'Yes' });
    await deliver(all.site);
    const before = all.sent.length;
    all.site.clock.set('2026-11-20T07:00:00Z');
    await deliver(all.site);
    assert.equal(all.sent.length, before, 'not before the second school day');
    all.site.clock.set('2026-11-20T08:30:00Z');
    await deliver(all.site);
    assert.equal(all.sent.length - before, answers ? 0 : 1);
    if (!answers) assert.match(all.sent.at(-1)!.subject, /A question waits/);
  }
});

test('asking further brings the question back to the specialist; a colleague’s reply does not answer it', async () => {
  const all = await asking('group');
  await (await all.as('tomos')).post(`${all.href}/replies`, { text: 'I wait too' });
  await deliver(all.site);
  assert.deepEqual(await waitingOf(all, all.people.specialist.personId), ['question-waits']);
  await (await all.as('specialist')).post(`${all.href}/replies`, { text: 'Seven seconds' });
  await all.ann.post(`${all.href}/replies`, { text: 'And with little ones?' });
  await deliver(all.site);
  assert.deepEqual(await waitingOf(all, all.people.specialist.personId), ['question-waits']);
  assert.ok(all.sent.some(({ subject }) => /A further question/.test(subject)));
});

test('only those who take part ask, and nobody without saying who reads it', async () => {
  const all = await scene();
  const question = { title: 'T', text: 'X', audience: 'group' };
  for (const name of ['nia', 'lead', 'head', 'sponsor', 'outsider', 'specialist'] as const)
    assert.equal((await (await all.as(name)).post(`${all.base}/questions`, question)).status, 403, name);
  const unsaid = await (await all.as('ann')).post(`${all.base}/questions`, { title: 'T', text: 'My words' });
  assert.equal(unsaid.status, 422);
  assert.match(unsaid.text, /Choose who reads it/);
  assert.match(unsaid.text, /My words/);
  assert.match(
    (await (await all.as('ann')).get(`${all.base}/questions`)).text.replace(/\s+/g, ' '),
    /Dr Amara Obi answers\. The plan sets 10 days aside for it, from Monday,? 16 November/,
  );
});

test('before the plan has the specialist on call nobody can ask, and the page says from when', async () => {
  const all = await scene();
  await all.db
    .updateTable('programme_step')
    .set({ on_date: '2026-11-19' })
    .where('owner_id', '=', all.school.id)
    .where('kind', '=', 'on-call')
    .execute();
  const ann = await all.as('ann');
  const here = `${all.base}/questions`;
  const question = { title: 'T', text: 'X', audience: 'group' };
  const page = await ann.get(here);
  assert.match(page.text, /You can ask from Thursday 19 November on/);
  assert.doesNotMatch(page.text, /id="ask"/);
  const refused = await ann.post(here, { ...question, text: 'How long is too long?' });
  assert.equal(refused.status, 422);
  assert.match(refused.text, /How long is too long\?<\/textarea>/, 'what was written is there to be read');
  assert.match((await ann.get(here)).text, /Nobody has asked yet/);

  all.site.clock.set('2026-11-19T08:00:00Z');
  assert.match((await ann.get(here)).text, /id="ask"/);
  assert.equal((await ann.post(here, question)).status, 303);
});

test('a question taken away is gone for others, and so is the reminder', async () => {
  const all = await asking('group');
  await deliver(all.site);
  await all.ann.post(`${all.href}/withdraw`);
  await deliver(all.site);
  assert.equal((await (await all.as('specialist')).get(all.href)).status, 404);
  assert.deepEqual(await waitingOf(all, all.people.specialist.personId), []);
  await all.ann.post(`${all.href}/ask-again`);
  await deliver(all.site);
  assert.deepEqual(await waitingOf(all, all.people.specialist.personId), ['question-waits']);
});

test('a specialist whose time in the programme ended reads no question any more, and is not reminded', async () => {
  const all = await asking('specialist');
  await deliver(all.site);
  await all.db
    .updateTable('circle_member')
    .set({ ends_at: all.site.clock.now })
    .where('owner_id', '=', all.school.id)
    .where('person_id', '=', all.people.specialist.personId)
    .execute();
  await standingsChanged(all.db, all.school.id);
  assert.equal((await (await all.as('specialist')).get(all.href)).status, 403);
  const before = all.sent.length;
  all.site.clock.set('2026-11-23T09:00:00Z');
  await deliver(all.site);
  assert.equal(all.sent.length, before);
  assert.deepEqual(await waitingOf(all, all.people.specialist.personId), []);
});
