import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makePerson, makeSchool } from '#test/factories.ts';
import { role } from '#features/people/index.ts';
import { aboutFields, publishable, scene, stepFields } from './protocols.scene.ts';
import { stepsOf } from './work-of.ts';

/** Several people write at one protocol, or begin and go on later; and those who do not write it. */

test('two people who change different parts lose nothing; of the same part both texts are shown', async () => {
  const { site, school, asLeader, draft } = await scene();
  const other = await site.as(await makePerson(site.db, school, { name: 'Owain Price', roles: [role.head] }));
  const here = await publishable(asLeader);
  const { version } = { version: 4 };
  const step = { ...stepFields, version };
  assert.equal(
    (await asLeader.post(`${here}/steps/first-meeting/save`, { ...step, minutes: 75 })).status,
    303,
  );
  const about = await other.post(`${here}/about`, { ...aboutFields, title: 'Marking circle', version });
  assert.equal(about.status, 303, about.text);
  const late = await other.post(`${here}/steps/first-meeting/save`, { ...step, prompt: 'Bring two pieces.' });
  assert.equal(late.status, 409);
  assert.match(late.text, /Rhian Puw saved this on/);
  assert.match(late.text, /Bring two pieces\./);
  assert.match(late.text, /Bring one piece of work\./);
  const now = await draft('own-marking-club');
  assert.equal(now.title, 'Marking circle');
  assert.equal(stepsOf(now)[0]!.minutes, 75);
});

test('a form with something that does not fit comes back as it was sent, and nothing is changed', async () => {
  const { asLeader, draft } = await scene();
  const here = await publishable(asLeader);
  const before = await draft('own-marking-club');
  const wrong = await asLeader.post(`${here}/steps/first-meeting/save`, {
    ...stepFields,
    version: 4,
    prompt: 'Kept words',
    lasts_min: 90,
    section_title_0: 'What we saw',
  });
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /Kept words/);
  assert.match(wrong.text, /Say what to write in this part|Write both/);
  const size = await asLeader.post(`${here}/about`, { ...aboutFields, title: 'X', size_max: 2, version: 4 });
  assert.match(size.text, /This is fewer than the least\./);
  assert.deepEqual(await draft('own-marking-club'), before);
});

test('nobody but those who lead learning writes protocols, and no school reads another’s', async () => {
  const { site, school, asLeader, asAnn } = await scene();
  const here = await publishable(asLeader);
  await asLeader.post(`${here}/publish`, { version: 4 });
  const guest = await site.as(await makePerson(site.db, school, { kind: 'guest' }));
  const elsewhere = await makeSchool(site.db, 'Hill Lane');
  const otherHead = await site.as(await makePerson(site.db, elsewhere, { roles: [role.head] }));
  for (const below of [
    '',
    '/about',
    '/lists/roles',
    '/try',
    '/versions',
    '/steps/first-meeting',
    '/membership',
  ]) {
    for (const browser of [asAnn, guest]) assert.equal((await browser.get(here + below)).status, 403, below);
    assert.equal((await otherHead.get(here + below)).status, 404, below);
  }
  for (const below of ['/publish', '/withdraw', '/steps/first-meeting/remove', '/about', '/lists/roles'])
    for (const browser of [asAnn, otherHead])
      assert.ok((await browser.post(here + below, { version: 4 })).status >= 400, below);
  assert.equal((await guest.get('/protocols/own-marking-club')).status, 200);
  assert.doesNotMatch((await guest.get('/protocols/own-marking-club')).text, /Start a group/);
  assert.equal((await otherHead.get('/protocols/own-marking-club')).status, 404);
  const pupil = await site.as(await makePerson(site.db, school, { kind: 'pupil' }));
  assert.equal((await pupil.get('/protocols')).status, 403);
});

test('what was left unsent in one form is not said to be old because another part was saved since', async () => {
  const { asLeader, draft } = await scene();
  const here = await publishable(asLeader);
  const { draft_key: _none, ...words } = { ...stepFields, draft_key: '' };
  const page = await asLeader.get(`${here}/steps/first-meeting`);
  const [, key] = /name="draft_key" value="([^"]+)"/.exec(page.text)!;
  await asLeader.post('/drafts/keep', { ...words, prompt: 'Half a thought', version: 4, draft_key: key });
  await asLeader.post(`${here}/about`, { ...aboutFields, title: 'Marking circle', version: 4 });
  const again = await asLeader.get(`${here}/steps/first-meeting`);
  assert.match(again.text, /Half a thought/);
  assert.doesNotMatch(again.text, /This was saved again after you began/);
  await asLeader.post(`${here}/steps/first-meeting/save`, { ...stepFields, prompt: 'Other', version: 5 });
  await asLeader.post('/drafts/keep', { ...words, prompt: 'Half a thought', version: 5, draft_key: key });
  assert.match(
    (await asLeader.get(`${here}/steps/first-meeting`)).text,
    /This was saved again after you began/,
  );
  assert.equal(stepsOf(await draft('own-marking-club'))[0]!.prompt, 'Other');
});

test('every form keeps a draft that its page gives back', async () => {
  const { asLeader } = await scene();
  const here = await publishable(asLeader);
  for (const below of [
    '/about',
    '/membership',
    '/lists/roles',
    '/stages/new',
    '/stages/begin',
    '/steps/new?kind=meeting',
    '/steps/first-meeting',
  ]) {
    const [, key] = /name="draft_key" value="([^"]+)"/.exec((await asLeader.get(here + below)).text)!;
    const field = below === '/membership' ? 'no-leaders-words' : 'title';
    await asLeader.post('/drafts/keep', { [field]: 'Left unsent', version: 4, draft_key: key! });
    assert.match((await asLeader.get(here + below)).text, /Left unsent/, below);
  }
});
