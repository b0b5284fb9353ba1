import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makePerson } from '#test/factories.ts';
import type { Fields } from '#test/site.ts';
import { scene } from './sessions.scene.ts';

type Scene = Awaited<ReturnType<typeof scene>>;

const states = async ({ db, school }: Scene) =>
  db
    .selectFrom('attendance as a')
    .innerJoin('person as p', 'p.id', 'a.person_id')
    .select(['p.name', 'a.state', 'a.person_id as id'])
    .where('a.owner_id', '=', school.id)
    .orderBy('p.name')
    .execute();

const fieldsOf = (marks: Record<string, [was: string, state: string]>): Fields =>
  Object.fromEntries(
    Object.entries(marks).flatMap(([id, [was, state]]) => [
      [`was-${id}`, was],
      [`state-${id}`, state],
    ]),
  );

test('sixty people are marked here in one go, and only the exceptions by hand', async () => {
  const all = await scene();
  for (let n = 0; n < 57; n++) await all.join(await makePerson(all.db, all.school), 'participant');
  const nia = await all.as('nia');
  assert.equal((await nia.post(`${all.base}/steps/1/attendance/everybody`)).status, 303);
  const marked = await states(all);
  assert.equal(marked.length, 60);
  assert.ok(marked.every(({ state }) => state === 'here'));

  const roll = fieldsOf(Object.fromEntries(marked.map(({ id }) => [id, ['here', 'here']])));
  roll[`state-${all.people.ann.personId}`] = 'not-here';
  roll[`state-${all.people.cai.personId}`] = 'online';
  const saved = await nia.post(`${all.base}/steps/1/attendance`, roll);
  assert.equal(saved.said, '2 people are marked.');
  assert.equal((await states(all)).filter(({ state }) => state === 'here').length, 58);
  all.site.queries.length = 0;
  const page = await nia.get(`${all.base}/steps/1`);
  assert.ok(all.site.queries.length <= 4, `${all.site.queries.length} statements`);
  assert.match(page.text.replace(/\s+/g, ' '), /corrected Ann Puw from “Here” to “Not here” and Cai Jones/);
});

test('the exceptions are chosen, and one button says that all the others were here', async () => {
  const all = await scene();
  await (await all.as('cai')).post(`${all.base}/steps/1/cannot-come`, { reason: 'A trip' });
  const nia = await all.as('nia');
  const saved = await nia.post(`${all.base}/steps/1/attendance`, {
    ...fieldsOf(
      Object.fromEntries(
        [all.people.ann, all.people.tomos, all.people.cai].map(({ personId }) => [personId, ['', '']]),
      ),
    ),
    [`state-${all.people.tomos.personId}`]: 'online',
    others: 'here',
  });
  assert.equal(saved.said, '3 people are marked.');
  assert.deepEqual(
    (await states(all)).map(({ name, state }) => `${name}: ${state}`),
    ['Ann Puw: here', 'Cai Jones: not-here', 'Tomos Bevan: online'],
  );
});

test('before its day a session says from when it is marked, and who is expected; on its day the roll comes first', async () => {
  const all = await scene();
  await (await all.as('ann')).post(`${all.base}/steps/2/cannot-come`, { reason: 'A trip' });
  const nia = await all.as('nia');
  const before = (await nia.get(`${all.base}/steps/2`)).text.replace(/\s+/g, ' ');
  assert.match(before, /You can mark who is here from Wednesday 25 November/);
  assert.match(before, /Ann Puw.{0,60}A trip/);
  assert.doesNotMatch(before, /name="state-/);
  all.site.clock.set('2026-11-25T15:00:00Z');
  const onTheDay = (await nia.get(`${all.base}/steps/2`)).text;
  assert.ok(onTheDay.indexOf('name="state-') < onTheDay.indexOf('id="meeting"'));
  assert.match(onTheDay, /all the others were here/);
});

test('the attendance page says where to mark, what is still to be marked, and when the next one opens', async () => {
  const all = await scene();
  const nia = await all.as('nia');
  const flat = async () => (await nia.get(`${all.base}/attendance`)).text.replace(/\s+/g, ' ');
  const first = await flat();
  assert.match(first, /href="[^"]+\/steps\/1#roll"[^>]*>(<svg.*?<\/svg>)?Mark who is here: First seminar/);
  assert.match(first, /First meeting\. Who is there can be marked from Wednesday 25 November/);
  all.site.queries.length = 0;
  await nia.get(`${all.base}/attendance`);
  assert.ok(all.site.queries.length <= 4, `${all.site.queries.length} statements`);
  await nia.post(`${all.base}/steps/1/attendance/everybody`);
  assert.doesNotMatch(await flat(), /To be marked/);
  const head = (await (await all.as('head')).get(`${all.base}/attendance`)).text;
  assert.doesNotMatch(head, /To be marked|Next: /, 'who does not mark is not sent there');
});

test('a session before anybody took part is named, and why it has no roll', async () => {
  const all = await scene();
  await all.db
    .updateTable('programme_step')
    .set({ on_date: '2026-11-02' })
    .where('owner_id', '=', all.school.id)
    .where('programme_id', '=', all.programme)
    .where('number', '=', 1)
    .execute();
  const page = (await (await all.as('nia')).get(`${all.base}/attendance`)).text.replace(/\s+/g, ' ');
  assert.match(
    page,
    /No roll: First seminar, Monday,? 2 November\. Nobody who takes part now had joined by then\./,
  );
  assert.doesNotMatch(page, /To be marked|Mark who is here/);
});

test('whoever said beforehand that they cannot come is not marked here with the others', async () => {
  const all = await scene();
  const ann = await all.as('ann');
  await ann.post(`${all.base}/steps/1/cannot-come`, { reason: 'A trip with Year 5' });
  const nia = await all.as('nia');
  assert.match((await nia.get(`${all.base}/steps/1`)).text, /A trip with Year 5/);
  assert.doesNotMatch((await (await all.as('tomos')).get(`${all.base}/steps/1`)).text, /A trip with Year 5/);
  const done = await nia.post(`${all.base}/steps/1/attendance/everybody`);
  assert.equal((await states(all)).find(({ name }) => name === 'Ann Puw')?.state, 'not-here');
  assert.match((await ann.get(`${all.base}/steps/1`)).text, /you are marked: Not here/);
  const undo = /"undo":"([^"]+)"/.exec(
    Buffer.from(
      /staffroom_said=([^;]+)/.exec(String(done.headers['set-cookie']))![1]!,
      'base64url',
    ).toString(),
  )![1]!;
  assert.equal((await nia.post(undo)).status, 303);
  assert.deepEqual(await states(all), []);
});

test('two facilitators mark at once: both are kept, and where they differ nobody is overwritten unseen', async () => {
  const all = await scene();
  const { ann, tomos, cai } = all.people;
  const [nia, ceri] = [await all.as('nia'), await all.as('ceri')];
  const shown = { [ann.personId]: '', [tomos.personId]: '', [cai.personId]: '' };
  const send = (browser: typeof nia, marks: Record<string, string>) =>
    browser.post(
      `${all.base}/steps/1/attendance`,
      fieldsOf(Object.fromEntries(Object.entries(shown).map(([id, was]) => [id, [was, marks[id] ?? was]]))),
    );
  const [first, second] = await Promise.all([
    send(nia, { [ann.personId]: 'here' }),
    send(ceri, { [tomos.personId]: 'online' }),
  ]);
  assert.deepEqual([first.status, second.status], [303, 303]);
  assert.deepEqual(
    (await states(all)).map(({ name, state }) => [name, state]),
    [
      ['Ann Puw', 'here'],
      ['Tomos Bevan', 'online'],
    ],
  );
  const crossed = await send(ceri, { [ann.personId]: 'not-here', [cai.personId]: 'here' });
  assert.equal(crossed.status, 422);
  assert.match(crossed.text, /Somebody else marked Ann Puw meanwhile: Here/);
  assert.equal((await states(all)).length, 2, 'nothing of the crossed roll is written');
});

test('leaders see attendance and hours by name, and take them as a sheet; colleagues do not', async () => {
  const all = await scene();
  await (await all.as('nia')).post(`${all.base}/steps/1/attendance/everybody`);
  const early = await (await all.as('specialist')).post(`${all.base}/steps/2/attendance/everybody`);
  assert.match(early.text, /can be marked from that day on/);
  all.site.clock.set('2026-11-25T16:30:00Z');
  await (await all.as('specialist')).post(`${all.base}/steps/2/attendance/everybody`);
  for (const name of ['lead', 'head', 'senior', 'nia', 'specialist', 'sponsor'] as const) {
    const browser = await all.as(name);
    const page = await browser.get(`${all.base}/attendance`);
    assert.equal(page.status, 200, name);
    assert.match(page.text.replace(/\s+/g, ' '), /Ann Puw.*2 of 2.*1 h.*1 h/);
    const csv = await browser.get(`${all.base}/attendance.csv`);
    assert.match(csv.text, /Ann Puw,First seminar,2026-11-18,60,yes,Here/);
    assert.match(csv.text, /Ann Puw,First meeting,2026-11-25,60,no,Here/);
  }
  for (const name of ['ann', 'manager', 'outsider', 'guest', 'otherHead'] as const) {
    const browser = await all.as(name);
    assert.ok([403, 404].includes((await browser.get(`${all.base}/attendance`)).status), name);
    assert.ok([403, 404].includes((await browser.get(`${all.base}/attendance.csv`)).status), name);
    assert.ok(
      [403, 404].includes((await browser.post(`${all.base}/steps/1/attendance/everybody`)).status),
      name,
    );
  }
  assert.equal((await (await all.as('head')).post(`${all.base}/steps/3/attendance/everybody`)).status, 403);
});

test('somebody who left stays on the roll of the sessions where they were', async () => {
  const all = await scene();
  await (await all.as('nia')).post(`${all.base}/steps/1/attendance/everybody`);
  await all.db
    .updateTable('circle_member')
    .set({ ends_at: all.site.clock.now })
    .where('owner_id', '=', all.school.id)
    .where('person_id', '=', all.people.ann.personId)
    .execute();
  const nia = await all.as('nia');
  assert.match((await nia.get(`${all.base}/steps/1`)).text, /state-[^"]+"[^>]*>[\s\S]*Ann Puw|Ann Puw/);
  assert.doesNotMatch((await nia.get(`${all.base}/steps/2`)).text, /Ann Puw/);
});

test('the register stands among the pages of its programme, for those who read it', async () => {
  const all = await scene();
  for (const [name, other] of [
    ['nia', 'exercises'],
    ['head', 'agreements'],
  ] as const) {
    const page = (await (await all.as(name)).get(`${all.base}/attendance`)).text;
    const tabs = /<nav class="tabs"[^]*?<\/nav>/.exec(page)![0];
    assert.match(tabs, new RegExp(`href="${all.base}/attendance" aria-current="page"`), name);
    for (const below of ['', '/people', `/${other}`])
      assert.match(tabs, new RegExp(`href="${all.base}${below}"`), `${name} ${below}`);
  }
});
