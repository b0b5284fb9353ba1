import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deliver } from '#test/deliver.ts';
import { presentMinutes } from './present-writing.ts';
import { scene } from './sessions.scene.ts';

const promise = { trying: 'Wait three seconds', pupils: 'The quiet four', due_on: '2026-12-04' };
const flat = (text: string): string => text.replace(/\s+/g, ' ');

test('three of one department: a meeting closes with promises and the next one opens with reports on them', async () => {
  const all = await scene();
  const [ann, tomos] = [await all.as('ann'), await all.as('tomos')];
  assert.equal((await ann.post(`${all.base}/steps/2/commitments`, promise)).status, 303);
  assert.equal(
    (await tomos.post(`${all.base}/steps/2/commitments`, { ...promise, trying: 'No hands up' })).status,
    303,
  );
  const next = flat((await ann.get(`${all.base}/steps/3`)).text);
  assert.match(next, /2 promises to hear of/);
  assert.match(next, /Nobody has reported an experiment at this meeting yet\./);
  assert.match(next, /Professional conversations were not linked with success/);
  const own = await all.db
    .selectFrom('commitment')
    .selectAll()
    .where('owner_id', '=', all.school.id)
    .where('person_id', '=', all.people.ann.personId)
    .executeTakeFirstOrThrow();
  const report = { outcome: 'not-yet', report: 'The trip took the week', version: own.version };
  assert.equal(
    (await tomos.post(`${all.base}/steps/3/reports/${own.id}`, report)).status,
    404,
    'nobody reports for another',
  );
  assert.equal((await ann.post(`${all.base}/steps/3/reports/${own.id}`, report)).status, 303);
  assert.match(flat((await tomos.get(`${all.base}/steps/3`)).text), /Not yet\..*The trip took the week/);
  assert.equal(
    (await ann.post(`${all.base}/steps/3/reports/${own.id}`, { ...report, outcome: 'tried' })).status,
    422,
    'an old window does not overwrite',
  );
  await ann.post(`${all.base}/steps/3/reports/${own.id}`, {
    outcome: 'tried',
    report: 'Two spoke',
    version: 2,
  });
  await tomos.post(`${all.base}/steps/3/minutes/evidence`, { text: 'Six slips of paper', version: 0 });
  const stands = flat((await tomos.get(`${all.base}/steps/3`)).text);
  assert.match(stands, /One person reports something they tried\. Evidence from pupils is on the table\./);
  assert.doesNotMatch(stands, /Professional conversations were not linked/);
});

test('no leader, manager or outsider reads what was promised, reported or noted, nor what stands behind the talk', async () => {
  const all = await scene();
  const ann = await all.as('ann');
  await ann.post(`${all.base}/steps/2/commitments`, promise);
  await ann.post(`${all.base}/steps/2/minutes/refine`, { text: 'Keep the slips', version: 0 });
  for (const name of ['tomos', 'nia', 'specialist'] as const)
    assert.match(
      (await (await all.as(name)).get(`${all.base}/steps/2`)).text,
      /Wait three seconds[\s\S]*|Keep the slips/,
      name,
    );
  for (const name of ['lead', 'head', 'senior', 'manager', 'sponsor', 'outsider'] as const) {
    const browser = await all.as(name);
    const page = await browser.get(`${all.base}/steps/2`);
    assert.equal(page.status, 200, `${name} reads the outline of a published programme`);
    assert.doesNotMatch(page.text, /Wait three seconds|Keep the slips|stands behind this conversation/, name);
    assert.equal(
      (await browser.post(`${all.base}/steps/2/minutes/refine`, { text: 'Mine', version: 1 })).status,
      403,
      name,
    );
    assert.equal((await browser.post(`${all.base}/steps/2/commitments`, promise)).status, 403, name);
  }
  for (const name of ['guest', 'otherHead'] as const)
    assert.ok([403, 404].includes((await (await all.as(name)).get(`${all.base}/steps/2`)).status), name);
  assert.equal(
    (await (await all.as('specialist')).post(`${all.base}/steps/2/commitments`, promise)).status,
    403,
    'those who help do not promise',
  );
});

test('two write the same section of the minutes: the second sees both texts and nothing is lost', async () => {
  const all = await scene();
  const [ann, tomos] = [await all.as('ann'), await all.as('tomos')];
  await ann.post(`${all.base}/steps/2/minutes/beliefs`, { text: 'We expected less', version: 0 });
  const stale = await tomos.post(`${all.base}/steps/2/minutes/beliefs`, {
    text: 'We were surprised',
    version: 0,
  });
  assert.equal(stale.status, 409);
  assert.match(stale.text, /We expected less/);
  assert.match(stale.text, /We were surprised/);
  assert.equal(
    (await tomos.post(`${all.base}/steps/2/minutes/beliefs`, { text: 'Both', version: 1 })).status,
    303,
  );
  const kept = await all.db
    .selectFrom('text_version')
    .select('body')
    .where('owner_id', '=', all.school.id)
    .execute();
  assert.deepEqual(
    kept.map(({ body }) => body),
    [{ text: 'We expected less' }],
  );
  assert.equal(
    (await ann.post(`${all.base}/steps/2/minutes/reports`, { text: 'x', version: 0 })).status,
    404,
  );
});

test('a promise taken back is not heard of, and comes back when one wants', async () => {
  const all = await scene();
  const ann = await all.as('ann');
  await ann.post(`${all.base}/steps/2/commitments`, promise);
  const { id } = await all.db
    .selectFrom('commitment')
    .select('id')
    .where('owner_id', '=', all.school.id)
    .executeTakeFirstOrThrow();
  await ann.post(`${all.base}/steps/2/commitments/${id}/take-back`);
  await deliver(all.site);
  assert.doesNotMatch((await ann.get(`${all.base}/steps/3`)).text, /Wait three seconds/);
  assert.equal(
    (await (await all.as('tomos')).post(`${all.base}/steps/2/commitments/${id}/restore`)).status,
    404,
  );
  await ann.post(`${all.base}/steps/2/commitments/${id}/restore`);
  assert.match((await ann.get(`${all.base}/steps/3`)).text, /Wait three seconds/);
});

test('a promise needs pupils, and a day after the meeting', async () => {
  const all = await scene();
  const ann = await all.as('ann');
  const early = await ann.post(`${all.base}/steps/2/commitments`, { ...promise, due_on: '2026-11-20' });
  assert.equal(early.status, 422);
  assert.match(early.text, /a day after the meeting/);
  assert.match(early.text, /Wait three seconds/, 'what was typed is still there');
  assert.equal((await ann.post(`${all.base}/steps/2/commitments`, { ...promise, pupils: '' })).status, 422);
  assert.equal(
    (await ann.post(`${all.base}/steps/1/commitments`, promise)).status,
    404,
    'a seminar has none',
  );
});

test('what the law lets two people open together is the whole record of a meeting, under the titles of its agenda', async () => {
  const all = await scene();
  const ann = await all.as('ann');
  await ann.post(`${all.base}/steps/2/minutes/evidence`, { text: 'Six slips', version: 0 });
  await ann.post(`${all.base}/steps/2/minutes/refine`, { text: 'Keep them', version: 0 });
  const { title, fields } = await presentMinutes(all.db, all.school.id, all.stepIds[1]!);
  assert.equal(title, 'First meeting, 25 November 2026');
  assert.deepEqual(
    fields.map(({ label, text }) => [label, text]),
    [
      ['Evidence from our classrooms', 'Six slips'],
      ['What we would change', 'Keep them'],
    ],
  );
});
