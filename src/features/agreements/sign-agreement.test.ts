import assert from 'node:assert/strict';
import { test } from 'node:test';
import { idIn, scene, waitingOn } from './agreements.scene.ts';

test('both sign the same version, and it is in force', async () => {
  const { partnership, teacher, partner, whole, jobs, mail } = await scene();
  const href = await partnership();
  await teacher.post(`${href}/write`, whole(0));
  assert.match((await teacher.get(href)).text, /Sign it, each of you\./);
  await teacher.post(`${href}/sign`, { version: 1 });
  assert.match((await teacher.get(href)).text, /You have signed\. It holds once everybody has\./);
  assert.match((await partner.get(href)).text, /Read it and sign it\./);
  await jobs();
  assert.ok(mail.some(({ subject }) => subject === 'A partner signed your learning agreement'));
  assert.match(waitingOn(await partner.get('/today')), /Read and sign your learning agreement/);
  await partner.post(`${href}/sign`, { version: 1 });
  await jobs();
  const page = await teacher.get(href);
  assert.match(page.text, /In force since 18 November 2026: version 1, signed by all/);
  assert.doesNotMatch(waitingOn(await partner.get('/today')), /Read and sign/);
});

test('two who sign at the same moment bring it into force once, and what follows from it stands once', async () => {
  const { partnership, teacher, partner, whole, site, world } = await scene();
  const href = await partnership();
  await teacher.post(`${href}/write`, whole(0));
  const answers = await Promise.all(
    [teacher, partner].map((each) => each.post(`${href}/sign`, { version: 1 })),
  );
  assert.deepEqual(
    answers.map(({ status }) => status),
    [303, 303],
  );
  assert.match((await teacher.get(href)).text, /In force since/);
  const planned = await site.db
    .selectFrom('observation')
    .select('id')
    .where('owner_id', '=', world.school.id)
    .execute();
  assert.equal(planned.length, 1);
  const events = await site.db
    .selectFrom('event')
    .select('kind')
    .where('owner_id', '=', world.school.id)
    .where('kind', '=', 'agreement.in-force')
    .execute();
  assert.equal(events.length, 1);
});

test('signing a version that was changed meanwhile signs nothing and shows the text as it stands', async () => {
  const { partnership, teacher, partner, whole, site, world } = await scene();
  const href = await partnership();
  await teacher.post(`${href}/write`, whole(0));
  await teacher.post(`${href}/write`, whole(1, { 'part-how': 'Two new questions a lesson.' }));
  const answer = await partner.post(`${href}/sign`, { version: 1 });
  assert.equal(answer.status, 409);
  assert.match(answer.text, /Two new questions a lesson/);
  const signed = await site.db
    .selectFrom('agreement_signature')
    .select('version')
    .where('owner_id', '=', world.school.id)
    .execute();
  assert.deepEqual(signed, []);
});

test('two who write at the same time lose nothing: the second sees both texts', async () => {
  const { partnership, teacher, partner, whole } = await scene();
  const href = await partnership();
  await teacher.post(`${href}/write`, whole(0));
  const late = await partner.post(`${href}/write`, whole(0, { 'part-how': 'Something quite different.' }));
  assert.equal(late.status, 409);
  assert.match(late.text, /Something quite different/);
  assert.match(late.text, /One new question a lesson/);
  assert.match(late.text, /Ffion Puw/);
});

test('an unfinished text can be kept and cannot be signed', async () => {
  const { partnership, teacher } = await scene();
  const href = await partnership();
  assert.equal((await teacher.post(`${href}/write`, { version: 0, 'part-how': 'Slowly.' })).status, 303);
  const answer = await teacher.post(`${href}/sign`, { version: 1 });
  assert.equal(answer.status, 422);
  assert.match(answer.text, /have no answer yet/);
});

test('a change makes a new version to be signed again; the one before holds until then, and history keeps both', async () => {
  const { inForce, teacher, partner, whole } = await scene();
  const href = await inForce();
  await partner.post(`${href}/write`, whole(1, { 'part-how': 'A slower pace.' }));
  const page = await teacher.get(href);
  assert.match(page.text, /Until everybody has, version 1 holds/);
  await partner.post(`${href}/sign`, { version: 2 });
  await teacher.post(`${href}/sign`, { version: 2 });
  const history = (await teacher.get(`${href}/history`)).text;
  assert.match(history, /A slower pace/);
  assert.match(history, /One new question a lesson/);
  for (const version of [1, 2]) {
    const section = history.slice(history.indexOf(`id="version-${version}"`)).split('</section>')[0]!;
    assert.match(section, /Signed by (Ffion Puw.*Tomos Bevan|Tomos Bevan.*Ffion Puw)/);
  }
});

test('a draft begun on an older text shows the text as it stands beside it, and saving it shows both', async () => {
  const { partnership, teacher, partner, whole } = await scene();
  const href = await partnership();
  await partner.post('/drafts/keep', {
    draft_key: `agreement:${idIn(href)}`,
    version: 0,
    'part-how': 'My half-finished thought',
  });
  await teacher.post(`${href}/write`, whole(0));
  const page = (await partner.get(`${href}/write`)).text;
  assert.match(page, /My half-finished thought/);
  assert.match(page, /after you began/);
  assert.match(page, /One new question a lesson/);
  assert.match(page, /name="version" value="0"/);
  assert.equal((await partner.post(`${href}/write`, whole(0))).status, 409);
});

test('words that cannot be read come back beside their fields', async () => {
  const { partnership, teacher, whole } = await scene();
  const href = await partnership();
  const answer = await teacher.post(`${href}/write`, whole(0, { review_on: '31/6/26', obs_who_0: '' }));
  assert.equal(answer.status, 422);
  assert.match(answer.text, /We could not read this date/);
  assert.match(answer.text, /Choose who observes whom/);
  assert.match(answer.text, /One new question a lesson/);
});
