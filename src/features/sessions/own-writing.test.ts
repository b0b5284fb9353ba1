import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { presentMinutes } from './present-writing.ts';
import { takeAwaySessions } from './sessions.take-away.ts';
import { writingScene } from './writing.scene.ts';

const flat = (text: string): string => text.replace(/\s+/g, ' ');
const answers = (words: string, version = 0) => ({
  'answer-aims': `${words} aims`,
  'answer-part-notes': `${words} notes`,
  version,
});

test('everybody writes their own with their name, side by side, and changes it with what was there kept', async () => {
  const all = await writingScene();
  const [ann, tomos] = [await all.as('ann'), await all.as('tomos')];
  const address = all.at('alone', 'answers');
  assert.equal((await ann.post(address, answers('Ann’s'))).to, `${all.at('alone')}#writing`);
  await tomos.post(address, { ...answers('Tomos’s'), 'answer-part-notes': '' });
  const page = flat((await tomos.get(all.at('alone'))).text);
  assert.match(
    page,
    /<h3>What pupils.*You, 18 Nov.*Tomos’s aims.*Ann Puw.*Ann’s aims.*<h3>How we watch.*Ann Puw.*Ann’s notes/,
  );
  assert.equal((await ann.post(address, answers('Other', 0))).status, 409, 'an old window shows both');
  assert.equal((await ann.post(address, { ...answers('Ann’s', 1), 'answer-aims': 'New' })).status, 303);
  const kept = await all.db
    .selectFrom('text_version')
    .select('body')
    .where('owner_id', '=', all.school.id)
    .execute();
  assert.deepEqual(
    kept.map(({ body }) => body),
    [{ text: 'Ann’s aims' }],
  );
  assert.match(flat((await ann.get(all.at('alone'))).text), new RegExp(`href="${address}"`));
  assert.match(flat((await ann.get(address)).text), /One earlier text.*What pupils should learn.*Ann’s aims/);
  assert.doesNotMatch((await tomos.get(address)).text, /Ann’s/, 'what stood there before is one’s own');
  assert.equal((await (await all.as('lead')).get(address)).status, 403);
  const empty = await ann.post(address, { 'answer-aims': ' ', 'answer-part-notes': '', version: 2 });
  assert.equal(empty.status, 422);
  assert.equal((await ann.post(all.at('alone', 'answers/nameless'), answers('x'))).status, 404);
  assert.equal((await ann.post(all.at('joint-plan', 'answers'), answers('x'))).status, 404);
});

test('who writes before seeing reads the others only when they have written, whatever address they try', async () => {
  const all = await writingScene();
  const [ann, tomos, nia] = [await all.as('ann'), await all.as('tomos'), await all.as('nia')];
  await ann.post(all.at('blind', 'answers'), answers('Ann’s'));
  for (const browser of [tomos, nia])
    for (const below of ['', 'minutes', 'minutes/aims', 'newer', 'answers', '?write=aims']) {
      const answer = await browser.get(
        below.startsWith('?') ? all.at('blind') + below : all.at('blind', below),
      );
      assert.doesNotMatch(answer.text, /Ann’s/, below);
    }
  const refused = await tomos.post(all.at('blind', 'answers'), { version: 0 });
  assert.equal(refused.status, 422);
  assert.doesNotMatch(refused.text, /Ann’s/);
  await tomos.post(all.at('blind', 'answers'), answers('Tomos’s'));
  assert.match((await tomos.get(all.at('blind'))).text, /Ann’s aims/);
  assert.match((await ann.get(all.at('blind'))).text, /Tomos’s aims/);
  assert.match(
    flat((await nia.get(all.at('blind'))).text),
    /What others wrote is shown here when you have written yours\./,
  );
});

test('where one role comes first, the others’ stay closed until somebody of it has written', async () => {
  const all = await writingScene();
  const [ann, tomos, nia, ceri] = [
    await all.as('ann'),
    await all.as('tomos'),
    await all.as('nia'),
    await all.as('ceri'),
  ];
  await ann.post(all.at('watch', 'answers'), answers('Ann’s'));
  for (const browser of [tomos, nia]) {
    const page = flat((await browser.get(all.at('watch'))).text);
    assert.doesNotMatch(page, /Ann’s/);
    assert.match(page, /First comes: Facilitator\. What the others write opens when somebody of that role/);
  }
  assert.match((await ann.get(all.at('watch'))).text, /Ann’s aims/, 'one’s own is always there');
  await nia.post(all.at('watch', 'answers'), answers('Nia’s'));
  for (const browser of [tomos, nia, ceri])
    assert.match(flat((await browser.get(all.at('watch'))).text), /Nia’s aims.*Ann’s aims/);
});

test('nameless words carry nothing by which anybody could be told, in any column of any table', async () => {
  const all = await writingScene();
  const givers = ['ann', 'tomos', 'cai', 'nia'] as const;
  for (const name of givers) {
    all.site.clock.move(61_000);
    const given = await (await all.as(name)).post(all.at('no-names', 'answers/nameless'), answers(name));
    assert.equal(given.status, 303, name);
  }
  const rows = await sql<Record<string, unknown> & { place: string; writer: string }>`
    select c.ctid::text as place, c.xmin::text as writer, c.* from contribution c
    where c.owner_id = ${all.school.id} order by c.ctid`.execute(all.db);
  assert.equal(rows.rows.length, 8);
  for (const row of rows.rows) {
    assert.deepEqual([row['author_id'], row['version'], row['written_at']], [null, null, null]);
    assert.match(String(row['id']), /^.{14}4/, 'an id of chance, which holds no time');
  }
  const ids = rows.rows.map((row) => String(row['id']));
  assert.deepEqual(ids, ids.toSorted(), 'rows lie in the order of chance, not in that of giving');
  assert.equal(new Set(rows.rows.map(({ writer }) => writer)).size, 1, 'and one transaction wrote them all');

  const given = await sql<object>`select * from contribution_given where owner_id = ${all.school.id}`.execute(
    all.db,
  );
  assert.deepEqual(Object.keys(given.rows[0]!).toSorted(), ['owner_id', 'person_id', 'step_id']);
  const tables = await sql<{ name: string }>`select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> 'contribution'`.execute(
    all.db,
  );
  for (const { name } of tables.rows) {
    const { rows: found } = await sql<{
      row: string;
    }>`/* job: test */ select r::text as row from ${sql.table(name)} as r
      where r::text ~ 'ann aims|tomos aims|cai notes' or r::text ~ ${ids.join('|')}`.execute(all.db);
    assert.deepEqual(found, [], `${name} holds nameless words or their ids`);
  }
  const item = await all.db
    .selectFrom('item')
    .select('author_id')
    .where('owner_id', '=', all.school.id)
    .where('id', '=', all.writing['no-names'])
    .executeTakeFirstOrThrow();
  assert.equal(item.author_id, all.people.lead.personId, 'nor does the first who gave begin the record');
});

test('nameless words are given once, kept as no draft, and shown from three givers on', async () => {
  const all = await writingScene();
  const address = all.at('no-names', 'answers/nameless');
  const ann = await all.as('ann');
  const form = (await ann.get(all.at('no-names'))).text;
  assert.match(flat(form), /Before you write.*you give it once.*Give it without my name/);
  assert.doesNotMatch(form, /draft_key/);
  await ann.post(address, answers('One'));
  assert.match((await ann.post(address, answers('Two'))).text, /You gave yours already/);
  const tomos = await all.as('tomos');
  const few = flat((await tomos.get(all.at('no-names'))).text);
  assert.match(few, /One person has given theirs\. What people give is shown from 3 givers on/);
  assert.doesNotMatch(few, /One aims/);
  await tomos.post(address, answers('Second'));
  assert.doesNotMatch(
    (await tomos.get(all.at('no-names'))).text,
    /One aims|Second aims/,
    'not to givers either',
  );
  await (await all.as('cai')).post(address, answers('Third'));
  const all3 = flat((await (await all.as('nia')).get(all.at('no-names'))).text);
  for (const words of ['One aims', 'Second aims', 'Third notes']) assert.match(all3, new RegExp(words));
  assert.doesNotMatch(all3, /class="card">\s*<p class="meta"/, 'no name and no time stand above them');
});

test('when the day is past or the programme closed nameless words are shown, however few gave them', async () => {
  for (const over of ['the day after', 'closed'] as const) {
    const all = await writingScene();
    const ann = await all.as('ann');
    await ann.post(all.at('no-names', 'answers/nameless'), answers('One'));
    if (over === 'closed')
      await all.db
        .updateTable('programme')
        .set({ closed_at: all.site.clock.now })
        .where('owner_id', '=', all.school.id)
        .where('id', '=', all.programme)
        .execute();
    else all.site.clock.set('2026-11-26T09:00:00Z');
    assert.match((await (await all.as('tomos')).get(all.at('no-names'))).text, /One aims/, over);
  }
});

test('whoever says that the step is done does not open the words of one giver', async () => {
  const all = await writingScene();
  await (await all.as('ann')).post(all.at('no-names', 'answers/nameless'), answers('One'));
  await all.db
    .updateTable('programme_step')
    .set({ done_at: all.site.clock.now })
    .where('owner_id', '=', all.school.id)
    .where('id', '=', all.writing['no-names'])
    .execute();
  const page = flat((await (await all.as('tomos')).get(all.at('no-names'))).text);
  assert.doesNotMatch(page, /One aims/);
  assert.match(page, /shown from 3 givers on, or when the day of the step is past/);
});

test('once the day is past nobody adds nameless words, which would stand there alone', async () => {
  const all = await writingScene();
  const address = all.at('no-names', 'answers/nameless');
  await (await all.as('ann')).post(address, answers('One'));
  const tomos = await all.as('tomos');
  assert.match(flat((await tomos.get(all.at('no-names'))).text), /until the end of Wednesday,? 25 November/);
  all.site.clock.set('2026-11-26T09:00:00Z');
  const page = flat((await tomos.get(all.at('no-names'))).text);
  assert.match(page, /The day of this step is past, so nothing more can be given\./);
  assert.doesNotMatch(page, /Give it without my name/);
  const late = await tomos.post(address, answers('Late'));
  assert.equal(late.status, 422);
  assert.match(flat(late.text), /What was given is shown, and nothing is added to it\./);
  const { kept } = await all.db
    .selectFrom('contribution')
    .select((c) => c.fn.countAll<number>().as('kept'))
    .where('owner_id', '=', all.school.id)
    .executeTakeFirstOrThrow();
  assert.equal(Number(kept), 2);
});

test('nobody outside reads or gives anything, and the lead, the head and managers are outside', async () => {
  const all = await writingScene();
  await (await all.as('ann')).post(all.at('alone', 'answers'), answers('Ann’s'));
  for (const name of ['ann', 'tomos', 'cai'] as const)
    await (await all.as(name)).post(all.at('no-names', 'answers/nameless'), answers(name));
  const outside = ['lead', 'head', 'senior', 'manager', 'sponsor', 'outsider', 'guest', 'otherHead'] as const;
  for (const name of outside) {
    const browser = await all.as(name);
    for (const step of ['alone', 'blind', 'no-names', 'watch'] as const) {
      assert.doesNotMatch(
        (await browser.get(all.at(step))).text,
        /Ann’s|tomos aims|has given|people have given/,
      );
      for (const below of ['answers', 'answers/nameless'])
        assert.ok(
          [403, 404].includes((await browser.post(all.at(step, below), answers('Mine'))).status),
          name,
        );
    }
  }
});

test('what is one’s own goes into one’s archive, and by law what has a name can be read', async () => {
  const all = await writingScene();
  const [ann, tomos] = [await all.as('ann'), await all.as('tomos')];
  await ann.post(all.at('alone', 'answers'), answers('Ann’s'));
  await tomos.post(all.at('alone', 'answers'), answers('Tomos’s'));
  for (const browser of [ann, tomos])
    await browser.post(all.at('no-names', 'answers/nameless'), answers('Secret'));
  const archive = await takeAwaySessions(all.db, all.people.ann.personId, [all.school.id]);
  const written = archive.find(({ title }) => title === 'What I wrote at steps of a programme or group')!;
  assert.deepEqual(
    written.entries.map(({ title, fields }) => [title, fields]),
    [
      ['Reading together: Write alone', [{ label: 'What pupils should learn', text: 'Ann’s aims' }]],
      ['Reading together: Write alone', [{ label: 'How we watch', text: 'Ann’s notes' }]],
    ],
  );
  const { fields } = await presentMinutes(all.db, all.school.id, all.writing.alone);
  assert.deepEqual(
    fields.map(({ label, text }) => [label, text]),
    [
      ['What pupils should learn, by Tomos Bevan', 'Tomos’s aims'],
      ['How we watch, by Tomos Bevan', 'Tomos’s notes'],
      ['What pupils should learn, by Ann Puw', 'Ann’s aims'],
      ['How we watch, by Ann Puw', 'Ann’s notes'],
    ],
  );
  const nameless = await presentMinutes(all.db, all.school.id, all.writing['no-names']);
  assert.deepEqual(nameless.fields, []);
});
