import assert from 'node:assert/strict';
import { test } from 'node:test';
import { draftSite } from '#test/draft-programme.ts';
import { makePerson } from '#test/factories.ts';

test('what was being written on each form of a design is there when one comes back, for its writer alone', async () => {
  const { site, school, lena, here, programmeId } = await draftSite();
  const other = await site.as(await makePerson(site.db, school, { roles: ['cpd-leader'] }));
  const step = await site.db
    .selectFrom('programme_step')
    .select('id')
    .where('owner_id', '=', school.id)
    .where('programme_id', '=', programmeId)
    .where('number', '=', 3)
    .executeTakeFirstOrThrow();
  const forms = [
    [
      'programme-new:sustained-programme',
      '/programmes/new?template=sustained-programme',
      { title: 'Begun one' },
    ],
    [`programme:${programmeId}`, `${here}/design/about`, { title: 'Begun two' }],
    [`programme-step:${step.id}`, `${here}/design/steps/3`, { title: 'Begun three' }],
    [
      `programme-step:${programmeId}:meeting`,
      `${here}/design/steps/new?kind=meeting`,
      { title: 'Begun four' },
    ],
    [`programme-answers:${programmeId}`, `${here}/design/questions`, { actionStepsAtOnce: '87' }],
  ] as const;
  for (const [key, address, fields] of forms) {
    await lena.post('/drafts/keep', { draft_key: key, ...fields });
    const typed = new RegExp(`value="${Object.values(fields)[0]}"`);
    site.queries.length = 0;
    assert.match((await lena.get(address)).text, typed, address);
    assert.ok(site.queries.length <= 4, `${address}: ${site.queries.length}`);
    assert.doesNotMatch((await other.get(address)).text, typed, address);
  }
  assert.doesNotMatch((await lena.get(`${here}/design/steps/4`)).text, /Begun/, 'each step has its own');
});

test('a box unticked in a draft stays unticked, and a draft goes when the form is sent', async () => {
  const { lena, here, programmeId } = await draftSite();
  const draft_key = `programme-step:${programmeId}:meeting`;
  const address = `${here}/design/steps/new?kind=meeting`;
  assert.match((await lena.get(address)).text, /name="required"[^>]* checked/);
  await lena.post('/drafts/keep', { draft_key, title: 'A talk' });
  assert.doesNotMatch((await lena.get(address)).text, /name="required"[^>]* checked/);
  const fields = {
    kind: 'meeting',
    strand: 'peer',
    lead: 'facilitator',
    on_date: '2027-01-13',
    minutes: '60',
    mode: 'in-person',
    cycle: '1',
  };
  const sent = await lena.post(`${here}/design/steps/new`, { draft_key, title: 'A talk', ...fields });
  assert.equal(sent.status, 303, sent.text);
  assert.match((await lena.get(address)).text, /name="required"[^>]* checked/);
});
