import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makePerson, makeSchool } from '#test/factories.ts';
import { testSite } from '#test/site.ts';
import { browseLedger } from './browse-ledger.ts';
import { crossLink } from './cross-links.ts';
import { evidenceList } from './evidence.view.ts';
import { catalogue } from './read-catalogue.ts';

const all = catalogue();
const ledger = [...all.programmes, ...all.developmentForms, ...all.mechanisms];

test('the ledger is narrowed by level, by strength and by words, and shows everything otherwise', () => {
  assert.equal(browseLedger(all, {}).length, ledger.length);
  assert.deepEqual(
    browseLedger(all, { level: 'mechanism' })
      .map((entry) => entry.level)
      .filter((level) => level !== 'mechanism'),
    [],
  );
  const contested = browseLedger(all, { strength: 'contested' });
  assert.ok(contested.length > 0 && contested.length < ledger.length);
  for (const entry of contested) assert.ok(entry.evidence.some((piece) => piece.strength === 'contested'));
  const found = browseLedger(all, { words: ' FORMATIVE  Attainment ' }).map((entry) => entry.id);
  assert.ok(found.includes('embedding-formative-assessment'));
  assert.deepEqual(browseLedger(all, { words: 'nobody ever wrote this' }), []);
});

test('every id that something in the catalogue names leads somewhere', () => {
  const named = [
    ...ledger.flatMap((entry) => entry.links),
    ...all.designChecks.flatMap((check) => check.links),
    ...all.links.links.flatMap((link) => link.links),
  ];
  assert.deepEqual(
    named.filter((id) => crossLink(id) === undefined),
    [],
  );
  assert.equal(crossLink('rehearsal')?.href, '/evidence/rehearsal');
  assert.equal(crossLink('peer-support')?.href, '/evidence/checklists#peer-support');
});

test('staff and guests read the evidence; pupils and families have no use for it', async () => {
  const site = await testSite();
  const school = await makeSchool(site.db);
  for (const [kind, status] of [
    ['staff', 200],
    ['guest', 200],
    ['pupil', 403],
    ['family', 403],
  ] as const) {
    const browser = await site.as(await makePerson(site.db, school, { kind }));
    for (const path of ['/evidence', '/evidence/checklists', '/evidence/rehearsal'])
      assert.equal((await browser.get(path)).status, status, `${kind} at ${path}`);
  }
  assert.equal((await site.visitor().get('/evidence')).to, '/sign-in?then=%2Fevidence');
});

test('an entry shows figures with unit and comparison, what speaks against it, and where to look it up', async () => {
  const site = await testSite();
  const school = await makeSchool(site.db);
  const browser = await site.as(await makePerson(site.db, school));
  const page = (await browser.get('/evidence/embedding-formative-assessment')).text.replace(/\s+/g, ' ');
  assert.match(page, /0\.13 standard deviations/);
  assert.match(page, /compared with: 58 treatment and 66 control schools/);
  assert.match(page, /no comparison: the size of the trial/);
  assert.match(page, /It does not meet this bar yet\./);
  assert.match(page, /Source: Speckesser and others 2018.*in: Teacher CPD/);
  assert.equal((await browser.get('/evidence/no-such-thing')).status, 404);
});

test('evidence says what its own labels mean, and of no others', () => {
  const piece = ledger.flatMap(({ evidence }) => evidence).find(({ strength }) => strength === 'average')!;
  const { text } = evidenceList([piece]);
  assert.match(text, /“Average”: Holds across many studies taken together\./);
  assert.doesNotMatch(text, /“Contested”/);
});

test('every entry of the ledger has a page, and studies without a difference are shown as such', async () => {
  const site = await testSite();
  const school = await makeSchool(site.db);
  const browser = await site.as(await makePerson(site.db, school));
  for (const entry of ledger) {
    const page = await browser.get(`/evidence/${entry.id}`);
    assert.equal(page.status, 200, entry.id);
    assert.equal(
      page.text.includes('Studies that looked and found no difference'),
      entry.evidence.some((piece) => piece.direction === 'null'),
      entry.id,
    );
  }
});

test('the checklists count reviews and never add them up', async () => {
  const site = await testSite();
  const school = await makeSchool(site.db);
  const browser = await site.as(await makePerson(site.db, school));
  const page = (await browser.get('/evidence/checklists')).text;
  for (const link of all.links.links) assert.ok(page.includes(`id="${link.id}"`), link.id);
  for (const feature of all.features.features) assert.ok(page.includes(`id="${feature.id}"`), feature.id);
  assert.match(page, /What pulls against it/);
  assert.doesNotMatch(page, /score of|out of 23|in total/i);
});
