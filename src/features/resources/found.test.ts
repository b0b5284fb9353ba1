import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseText } from '#ui/text/parse-text.ts';
import { resourceHref } from './addresses.ts';
import { boxesOf } from './mat/boxes-of.ts';
import { resourcesScene } from './resources.scene.ts';

test('a page is found by what it is about, by whom it was made for and by year; an unknown mark is refused', async () => {
  const { as, write } = await resourcesScene();
  const [ffion, huw] = [await as('ffion'), await as('huw')];
  const kings = await write();
  const maps = await write({ title: 'Maps', year: '5' });
  for (const id of [kings, maps]) await ffion.post(resourceHref(id, 'share'));
  const marks = resourceHref(kings, 'marks');
  assert.equal((await huw.get(marks)).status, 403);
  assert.equal(
    (await ffion.post(marks, { knowledge: ['ideas'], needs: ['reading-is-hard', 'new-to-english'] })).status,
    303,
  );
  assert.equal((await ffion.post(marks, { knowledge: ['nonsense'] })).status, 422);
  assert.match(
    (await huw.get(resourceHref(kings))).text,
    /Ideas and how they hang together[^]*Reading is still hard/,
  );
  const finds = async (query: string): Promise<string[]> =>
    [...(await huw.get(`/resources?${query}`)).text.matchAll(/<bdi>(The Tudors|Maps)<\/bdi>/g)].map(
      ([, it]) => it!,
    );
  assert.deepEqual(await finds('knowledge=ideas'), ['The Tudors']);
  assert.deepEqual(await finds('need=new-to-english&words=tudor'), ['The Tudors']);
  assert.deepEqual(await finds('need=hearing'), []);
  assert.deepEqual(await finds('year=5'), ['Maps']);
  assert.deepEqual(await finds('knowledge=anything%27--'), []);
  const copy = (await huw.post(resourceHref(kings, 'adapt'))).to.split('/')[2]!;
  assert.match((await huw.get(resourceHref(copy))).text, /Reading is still hard/, 'marks come with a copy');
});

test('a page names points of the curriculum, and is found from the point, also by another version of it', async () => {
  const { as, write } = await resourcesScene();
  const leader = await as('leader');
  const { to } = await leader.post('/curriculum/ships', { curriculum: 'england-0.1.0' });
  await leader.post(`${to}/use`);
  const ffion = await as('ffion');
  const id = await write({ title: 'Roman roads' });
  const path = resourceHref(id, 'points');
  const { text } = await ffion.get(path);
  const roman =
    /name="point" value="([0-9a-f-]{36})"[^>]*>\s*<span\s*>(?:<span[^>]*>)?[^<]*Roman Empire/.exec(text)![1]!;
  assert.equal((await ffion.post(path, { point: [roman], offered: roman })).status, 303);
  assert.equal(
    (await ffion.post(path, { point: [roman], offered: roman })).status,
    422,
    'nothing is changed',
  );
  assert.equal((await ffion.post(path, { point: ['01936f6e-0000-7000-8000-000000000001'] })).status, 422);
  assert.match((await ffion.get(resourceHref(id))).text, /Helps to teach[^]*Roman Empire/);
  const huw = await as('huw');
  assert.doesNotMatch((await huw.get(`/plans/points/${roman}`)).text, /Roman roads/, 'it is not in the bank');
  await ffion.post(resourceHref(id, 'share'));
  assert.match((await huw.get(`/plans/points/${roman}`)).text, /Roman roads/);
  assert.match((await huw.get(`/resources?point=${roman}`)).text, /Roman Empire[^]*Roman roads/);
  assert.doesNotMatch((await huw.get(`/resources?point=${id}`)).text, /Roman roads/);
  assert.match(
    (await huw.get(`/resources?point=${roman}&words=rom`)).text,
    /<bdi>Roman roads/,
    'as it begins',
  );
  assert.doesNotMatch((await huw.get(`/resources?point=${roman}&words=volcano`)).text, /<bdi>Roman roads/);
  await ffion.post(path, { offered: roman });
  assert.doesNotMatch((await ffion.get(resourceHref(id))).text, /Roman Empire/);
});

test('the same at three steps: each leads to the others that its reader may open, and is made once', async () => {
  const { as, write } = await resourcesScene();
  const [ffion, huw] = [await as('ffion'), await as('huw')];
  const id = await write();
  await ffion.post(resourceHref(id, 'share'));
  const make = resourceHref(id, 'steps');
  const { to } = await huw.post(make, { step: 'with-help' });
  const easier = to.split('/')[2]!;
  await huw.post(resourceHref(easier, 'change'), {
    title: 'Tudors, step by step',
    summary: '',
    subject: 'History',
    year: '4',
    text: 'Short.',
    review_on: '',
    version: '1',
  });
  assert.doesNotMatch((await ffion.get(resourceHref(id))).text, /step by step/, 'it is Huw’s alone');
  await huw.post(resourceHref(easier, 'share'));
  assert.match((await ffion.get(resourceHref(id))).text, /With more help[^]*Tudors, step by step/);
  assert.match((await ffion.get(resourceHref(easier))).text, /For most of the class[^]*The Tudors/);
  assert.equal((await ffion.post(make, { step: 'with-help' })).status, 422, 'there is one');
  assert.equal((await ffion.post(make, { step: 'most' })).status, 422, 'it is that one itself');
  assert.equal((await ffion.post(make, { step: 'genius' })).status, 422);
  const further = (await ffion.post(resourceHref(easier, 'steps'), { step: 'further' })).to.split('/')[2]!;
  assert.match(
    (await ffion.get(resourceHref(further))).text,
    /Tudors, step by step[^]*For most of the class[^]*The Tudors/,
  );
});

test('what may be out of date says so: its day is over, or nobody keeps it', async () => {
  const { site, school, as, write, people } = await resourcesScene();
  const [ffion, huw] = [await as('ffion'), await as('huw')];
  const day = await write({ title: 'Prices', review_on: '2026-11-10' });
  const kept = await write({ title: 'Kings' });
  for (const id of [day, kept]) await ffion.post(resourceHref(id, 'share'));
  assert.match((await huw.get(resourceHref(day))).text, /looked at again on/);
  const old = async (): Promise<string> => (await huw.get('/resources?whose=old')).text;
  assert.match(await old(), /Prices/);
  assert.doesNotMatch(await old(), /Kings/);
  await site.db
    .updateTable('member')
    .set({ ends_on: '2026-11-01' })
    .where('owner_id', '=', school.id)
    .where('person_id', '=', people.ffion.personId)
    .execute();
  assert.match(await old(), /Kings/);
  assert.match((await huw.get(resourceHref(kept))).text, /Ffion Puw has left/);
});

test('a mat has a box for each of its highest headings, and nothing of the page is left out', async () => {
  const boxes = (text: string): string[] =>
    boxesOf(parseText(text)).map(({ children }) => children.map(({ type }) => type).join(' '));
  assert.deepEqual(boxes('Hello.\n\n## Words\n\n- a\n\n### More\n\nb\n\n## Sums\n\n$1$'), [
    'paragraph',
    'heading list heading paragraph',
    'heading paragraph',
  ]);
  assert.deepEqual(boxes('Only this.'), ['paragraph']);
  assert.deepEqual(boxes(''), []);
  const { as, write } = await resourcesScene();
  const id = await write({ text: '## Key words\n\nKing.\n\n## Start with\n\nI think that…' });
  const { text } = await (await as('ffion')).get(resourceHref(id, 'mat'));
  assert.equal(text.match(/class="mat-box"/g)?.length, 2);
  assert.equal((await (await as('huw')).get(resourceHref(id, 'mat'))).status, 403);
});
