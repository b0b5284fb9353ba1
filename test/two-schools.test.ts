import assert from 'node:assert/strict';
import { test } from 'node:test';
import { affiliate, insertMember } from '#features/people/index.ts';
import { readSource, sourceFiles, withoutComments } from './imports.ts';
import { makePerson, makeSchool } from './factories.ts';
import { testSite } from './site.ts';

/** Nothing that somebody wrote in one school comes up in another that they belong to. */

const newTryOut = '/my-learning/try-outs/new';

/** Ann teaches at two schools and is signed in to Bryn. */
async function teacherOfTwo() {
  const site = await testSite();
  const [bryn, hill] = [await makeSchool(site.db, 'Bryn'), await makeSchool(site.db, 'Hill')];
  const ann = await makePerson(site.db, bryn, { name: 'Ann Puw' });
  const names = { givenName: 'Ann', familyName: 'Puw' };
  await insertMember(site.db, hill.id, { ...names, personId: ann.personId, kind: 'staff' }, site.clock.now);
  await affiliate(site.db, [ann.personId], hill.id, site.clock.now);
  const browser = await site.as(ann);
  const goTo = async (school: { id: string }) =>
    assert.equal((await browser.post('/sign-in/school', { school: school.id })).status, 303);
  return { site, bryn, hill, ann, browser, goTo };
}

test('a draft begun in one school is not in the form of the other, and is there again on coming back', async () => {
  const { browser, bryn, hill, goTo } = await teacherOfTwo();
  await browser.post('/drafts/keep', { draft_key: 'try-out:new', why: 'Four pupils at Bryn' });
  const body = JSON.stringify({ pupils: 'Year 5 at Bryn' });
  assert.equal((await browser.post('/drafts', { key: 'starting-points:new', body })).status, 204);
  await goTo(hill);
  assert.doesNotMatch((await browser.get(newTryOut)).text, /Bryn<|at Bryn/);
  await browser.post('/drafts/keep', { draft_key: 'try-out:new', why: 'Two pupils at Hill' });
  await browser.post('/drafts/drop', { draft_key: 'starting-points:new' });
  await goTo(bryn);
  const page = (await browser.get(newTryOut)).text;
  assert.match(page, /Four pupils at Bryn/);
  assert.doesNotMatch(page, /at Hill/);
  assert.match(page, /data-saved-at="\d{4}-/, 'the page says when the draft was kept');
});

test('words of a page drawn in one school are not kept as a draft in the other', async () => {
  const { site, ann, browser, bryn, hill, goTo } = await teacherOfTwo();
  await goTo(hill);
  const sent = { key: 'try-out:new', body: JSON.stringify({ why: 'Four pupils at Bryn' }) };
  assert.equal((await browser.post('/drafts', { ...sent, drawn_for: bryn.id })).status, 409);
  const drafts = () =>
    site.db.selectFrom('draft').select('organisation_id').where('owner_id', '=', ann.personId);
  assert.deepEqual(await drafts().execute(), []);
  assert.equal((await browser.post('/drafts', { ...sent, drawn_for: hill.id })).status, 204);
  assert.deepEqual(await drafts().execute(), [{ organisation_id: hill.id }]);
});

test('a file that waits for a form in one school does not go with the same form in the other', async () => {
  const { browser, hill, goTo } = await teacherOfTwo();
  const back = await browser.post(newTryOut, { pupils: 'Year 5' }, [
    { field: 'files', name: 'plan.txt', body: 'Of Bryn' },
  ]);
  const held = /name="held_files"\s+value="([^"]+)"/.exec(back.text)![1]!;
  await goTo(hill);
  const elsewhere = await browser.post(newTryOut, { pupils: 'Year 5', held_files: held });
  assert.equal(elsewhere.status, 422);
  assert.match(elsewhere.text, /“plan\.txt” is no longer kept here\. Choose it again\./);
});

/** Beside the kernel: what one takes away is out of all schools, and what is old is cleared away everywhere. */
const besides = ['src/features/me/take-away/draft-entries.ts', 'src/platform/auth/prune.ts'];

test('no room reads or writes drafts by itself, where it could forget the school', async () => {
  const found = [];
  for (const file of (await sourceFiles()).filter(
    (each) => each.startsWith('src/') && !each.includes('.test.'),
  )) {
    const source = withoutComments(await readSource(file));
    if (/(?:from|into|join|table)(?: draft\b|\(\s*'draft[ '])/i.test(source)) found.push(file);
  }
  assert.deepEqual(found.sort(), [...besides, 'src/platform/drafts/drafts.ts'].sort());
});

test('every page tells the browser which school it is of, by which it keeps words on the device', async () => {
  const { browser, bryn, hill, goTo } = await teacherOfTwo();
  const told = async () =>
    /<html[^>]* data-organisation="([^"]+)"/.exec((await browser.get('/me')).text)?.[1];
  assert.equal(await told(), bryn.id);
  await goTo(hill);
  assert.equal(await told(), hill.id);
});
