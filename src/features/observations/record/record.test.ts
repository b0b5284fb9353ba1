import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chosen } from './record.scene.ts';

test('an entry that is sent again is there once, and answered as the first time', async () => {
  const { site, people, tomos, record } = await chosen('three-pupils', { 'pupil-1': 'Pupil A' });
  const entry = {
    id: '5F6B1C0E-3B7A-4A52-9C1E-2F5D6A7B8C9D',
    instrument: 'three-pupils',
    part: 'notes',
    pupil: 'Pupil A',
    text: 'She waits',
    queued: 'yes',
    ago: '90.25',
  };
  const [first, again] = [
    await tomos.post(record, entry),
    await tomos.post(record, { ...entry, ago: '200' }),
  ];
  for (const answer of [first, again]) {
    assert.equal(answer.status, 200);
    assert.deepEqual(JSON.parse(answer.text), { kept: entry.id.toLowerCase() });
  }
  const stored = () =>
    site.db
      .selectFrom('observation_entry')
      .select(['at', 'body'])
      .where('owner_id', '=', people.tomos.organisationId)
      .execute();
  const rows = await stored();
  assert.equal(rows.length, 1);
  assert.equal(rows[0]!.at.toISOString(), '2026-11-18T16:28:29.750Z');
  // The same id with other words, as of a page that the browser had kept, is another entry.
  const other = await tomos.post(record, { ...entry, queued: '', text: 'She nods' });
  assert.equal(other.status, 303);
  assert.equal((await stored()).length, 2);
});

test('nobody but the observer records, and nobody but its writer takes an entry back', async () => {
  const { ann, note, record, as } = await chosen('three-pupils');
  const id = await note({ part: 'notes', text: 'Bo hums' });
  assert.equal((await ann.get(record)).status, 403);
  assert.equal(
    (await ann.post(record, { id, instrument: 'three-pupils', part: 'notes', text: 'x' })).status,
    403,
  );
  assert.equal((await ann.post(`${record}/${id}/withdraw`)).status, 403);
  const stranger = await as('beth');
  assert.notEqual((await stranger.get(record)).status, 200);
  assert.notEqual((await stranger.post(`${record}/${id}/withdraw`)).status, 303);
});

test('the page stays closed until the observer says that they have prepared, once, and says why', async () => {
  const { site, people, ann, tomos, record, address } = await chosen('questions-and-answers');
  const closed = await tomos.get(record);
  assert.match(closed.text, /This page opens once you have prepared/);
  assert.match(closed.text, /press for different things/);
  assert.doesNotMatch(closed.text, /press-form/);
  const entry = {
    id: '5f6b1c0e-3b7a-4a52-9c1e-2f5d6a7b8c9d',
    instrument: 'questions-and-answers',
    part: 'events',
    choice: 'waited',
  };
  assert.equal((await tomos.post(record, entry)).status, 422);
  assert.equal((await ann.post(`${address}/prepared`)).status, 403);
  assert.equal((await tomos.post(`${address}/prepared`)).to, record);
  assert.match((await tomos.get(record)).text, /press-form/);
  assert.equal((await tomos.post(record, entry)).status, 303);
  assert.match((await ann.get(address)).text, /Tomos[^.]* said on 18 November 2026 that they have prepared/);
  // It is kept with the person, and the date stays when it is said again.
  site.clock.set('2026-11-19T10:00:00Z');
  await tomos.post(`${address}/prepared`);
  const rows = await site.db
    .selectFrom('observer_preparation')
    .selectAll()
    .where('owner_id', '=', people.tomos.personId)
    .execute();
  assert.deepEqual(
    rows.map((row) => [row.owner_id, row.instrument, row.prepared_at.toISOString()]),
    [[people.tomos.personId, 'questions-and-answers', '2026-11-18T16:30:00.000Z']],
  );
});

test('what the observer recorded is theirs until both are ready; then it stands drawn, beside what was expected', async () => {
  const expected = 'She waits for Bo';
  const { ann, tomos, address, note, ready } = await chosen('expected-and-seen', {
    'pupil-1': 'Pupil A',
    'expected-1': expected,
  });
  await note({ part: 'seen', pupil: 'Pupil A', text: 'She begins at once' });
  assert.doesNotMatch((await ann.get(address)).text, /begins at once/);
  for (const page of [address, `${address}/record`])
    assert.doesNotMatch((await tomos.get(page)).text, new RegExp(expected), page);
  await ready();
  for (const reader of [ann, tomos]) {
    const { text } = await reader.get(address);
    assert.match(text, /begins at once/);
    assert.match(text, new RegExp(expected));
  }
});

test('a tally is a count of events, a plan has its marks, a strip its moments, each with its table, and nothing is added up', async () => {
  const tallied = await chosen('one-thing-tried');
  await tallied.tomos.post(`${tallied.address}/prepared`);
  for (const choice of ['tried', 'tried', 'chance']) await tallied.note({ part: 'done', choice });
  await tallied.ready();
  const { text } = await tallied.ann.get(tallied.address);
  assert.match(text, /A count of events\. They are different things, so they are not added up\./);
  assert.doesNotMatch(text, /tfoot|grade|score|out of/i);

  const planned = await chosen('who-was-asked', { seats: 'Ann, Bo\n-, Cai' });
  await planned.tomos.post(`${planned.address}/prepared`);
  assert.match((await planned.tomos.get(planned.record)).text, /value="2-2"[^>]*data-says="Cai"/);
  await planned.note({ part: 'plan', choice: 'asked', seat: '2-2' });
  await planned.note({ part: 'plan', choice: 'asked', seat: '2-2' });
  await planned.ready();
  assert.match((await planned.ann.get(planned.address)).text, /seating-plan[\s\S]*A2/);

  const coded = await chosen('who-talks');
  await coded.tomos.post(`${coded.address}/prepared`);
  for (const choice of ['asks', 'asks', 'together']) {
    await coded.note({ part: 'talk', choice });
    coded.site.clock.move(30_000);
  }
  await coded.ready();
  assert.match((await coded.ann.get(coded.address)).text, /lane-plot[\s\S]*Teacher: Asking[\s\S]*3 codes/);
});

test('the choice stays once something was recorded with it, and comes free when that is taken back', async () => {
  const { ann, tomos, address, record, note } = await chosen('three-pupils', { 'pupil-1': 'Pupil A' });
  const id = await note({ part: 'notes', pupil: 'Pupil A', text: 'Nods' });
  const change = () => ann.post(`${address}/instrument`, { instrument: 'describe-first', version: '2' });
  const refused = await change();
  assert.equal(refused.status, 422);
  assert.match(refused.text, /has begun to record with it/);
  await tomos.post(`${record}/${id}/withdraw`);
  assert.equal((await change()).status, 303);
  // What waits on a phone with the instrument of before still arrives.
  assert.equal(
    (
      await tomos.post(record, {
        id: '5f6b1c0e-3b7a-4a52-9c1e-2f5d6a7b8c9d',
        instrument: 'three-pupils',
        part: 'notes',
        text: 'Hums',
        queued: 'yes',
      })
    ).status,
    200,
  );
});

test('choosing in two tabs loses neither, and nobody but the observed teacher chooses', async () => {
  const { ann, tomos, address } = await chosen('three-pupils');
  assert.equal((await tomos.get(`${address}/instrument`)).status, 403);
  assert.equal(
    (await tomos.post(`${address}/instrument`, { instrument: 'who-talks', version: '1' })).status,
    403,
  );
  const stale = await ann.post(`${address}/instrument/set-up`, { 'pupil-1': 'Pupil B', version: '0' });
  assert.equal(stale.status, 409);
});

test('whom it is about and what is expected of them stay where another instrument does not ask for it', async () => {
  const said = { 'pupil-1': 'Pupil A', 'expected-1': 'He asks why' };
  const { ann, address } = await chosen('expected-and-seen', said);
  await ann.post(`${address}/instrument`, { instrument: 'who-was-asked', version: '2' });
  const drawn = await ann.post(`${address}/instrument/set-up`, { seats: 'Ann, Bo', version: '3' });
  assert.equal(drawn.status, 303, drawn.text);
  await ann.post(`${address}/instrument`, { instrument: 'three-pupils', version: '4' });
  await ann.post(`${address}/instrument/set-up`, { 'pupil-1': 'Pupil A', version: '5' });
  await ann.post(`${address}/instrument`, { instrument: 'expected-and-seen', version: '6' });
  assert.match((await ann.get(`${address}/instrument/set-up`)).text, /He asks why/);
});

test('nothing is taken that was recorded with an instrument which the observed teacher never chose', async () => {
  const { site, people, tomos, record } = await chosen('three-pupils');
  const answer = await tomos.post(record, {
    id: '6f6b1c0e-3b7a-4a52-9c1e-2f5d6a7b8c9d',
    instrument: 'expected-and-seen',
    part: 'seen',
    pupil: 'Pupil A',
    text: 'Waits',
  });
  assert.equal(answer.status, 422);
  assert.match(answer.text, /has not chosen this instrument/);
  const rows = await site.db
    .selectFrom('observation_entry')
    .select('id')
    .where('owner_id', '=', people.tomos.organisationId)
    .execute();
  assert.deepEqual(rows, []);
});
