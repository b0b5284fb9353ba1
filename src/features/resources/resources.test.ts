import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deliver, runJob } from '#test/deliver.ts';
import { resourceHref } from './addresses.ts';
import { resourcesScene } from './resources.scene.ts';
import { reviewsJob } from './settle-reviews.ts';

test('a page is its author’s alone until it is put into the bank, and again once it is taken out', async () => {
  const { as, write } = await resourcesScene();
  const id = await write();
  const [ffion, huw, cai] = [await as('ffion'), await as('huw'), await as('cai')];
  const at = resourceHref(id);
  assert.match((await ffion.get(at)).text, /<h2[^>]*>Kings<\/h2>/);
  assert.equal((await huw.get(at)).status, 403);
  assert.doesNotMatch((await huw.get('/resources')).text, /The Tudors/);
  assert.match((await ffion.get('/resources?whose=mine')).text, /The Tudors[^]*Not in the bank/);
  await ffion.post(resourceHref(id, 'share'));
  assert.match((await huw.get('/resources')).text, /The Tudors/);
  assert.equal((await huw.get(at)).status, 200);
  assert.equal((await cai.get(at)).status, 403);
  assert.equal((await ffion.post(resourceHref(id, 'share'))).status, 422, 'once');
  assert.equal((await (await as('head')).post(resourceHref(id, 'take-out'))).status, 303);
  assert.equal((await huw.get(at)).status, 403);
  assert.equal((await ffion.get(at)).status, 200);
});

test('every version is kept, with what changed; an earlier one is put back, and nothing is lost by it', async () => {
  const { as, write, page } = await resourcesScene();
  const id = await write({ text: 'One.\n\nTwo.\n\nThree.' });
  const ffion = await as('ffion');
  const change = resourceHref(id, 'change');
  assert.equal(
    (await ffion.post(change, { ...page, text: 'One.\n\nTwo and a half.\n\nThree.', version: '1' })).status,
    303,
  );
  const stale = await ffion.post(change, { ...page, text: 'Mine.', version: '1' });
  assert.equal(stale.status, 409);
  assert.match(stale.text, /Two and a half/);
  const versions = (await ffion.get(resourceHref(id, 'versions'))).text;
  assert.match(versions, /Put in:[^<]*<\/span>Two and a half\./);
  assert.match(versions, /Taken out:[^<]*<\/span>Two\./);
  assert.doesNotMatch(versions, /(?:Put in|Taken out):[^<]*<\/span>Three/);
  assert.equal((await ffion.post(resourceHref(id, 'put-back'), { kept: '1', version: '2' })).status, 303);
  assert.match((await ffion.get(resourceHref(id))).text, />Two\.</);
  assert.match((await ffion.get(resourceHref(id, 'versions'))).text, /Two and a half/);
});

test('a colleague adapts a copy of their own: both pages say so, and neither changes the other', async () => {
  const { as, write, page } = await resourcesScene();
  const id = await write();
  const [ffion, huw] = [await as('ffion'), await as('huw')];
  assert.equal((await huw.post(resourceHref(id, 'adapt'))).status, 403, 'not before it is in the bank');
  await ffion.post(resourceHref(id, 'share'));
  const { to } = await huw.post(resourceHref(id, 'adapt'));
  const copy = to.split('/')[2]!;
  await huw.post(to, { ...page, title: 'The Tudors for 4B', text: 'Shorter.', version: '1' });
  assert.match((await huw.get(resourceHref(copy))).text, /Adapted from[^]*The Tudors<[^]*Ffion Puw/);
  assert.doesNotMatch((await ffion.get(resourceHref(id))).text, /for 4B/, 'the copy is Huw’s alone so far');
  await huw.post(resourceHref(copy, 'share'));
  assert.match(
    (await ffion.get(resourceHref(id))).text,
    /Adapted by others[^]*The Tudors for 4B[^]*Huw Parry/,
  );
  assert.match((await ffion.get(resourceHref(id))).text, /Kings/);
  await ffion.post(resourceHref(id, 'take-out'));
  assert.doesNotMatch(
    (await huw.get(resourceHref(copy))).text,
    /Adapted from/,
    'what one may not open is not named',
  );
});

test('a page is found by words of its text, by the beginning of one, and in spite of a slip in its title', async () => {
  const { as, write } = await resourcesScene();
  for (const [title, text] of [
    ['Photosynthesis', 'Plants make sugar of light.'],
    ['Évaporation', 'Water becomes a gas.'],
    ['The Armada', 'Ships of Philip.'],
  ] as const)
    await (await as('ffion')).post(resourceHref(await write({ title, text }), 'share'));
  const huw = await as('huw');
  const found = async (words: string): Promise<string[]> => {
    const { text } = await huw.get(`/resources?words=${encodeURIComponent(words)}`);
    return ['Photosynthesis', 'Évaporation', 'The Armada'].filter((each) => text.includes(`>${each}<`));
  };
  assert.deepEqual(await found('sugar'), ['Photosynthesis']);
  assert.deepEqual(await found('phot'), ['Photosynthesis']);
  assert.deepEqual(await found('fotosynthesis'), ['Photosynthesis']);
  assert.deepEqual(await found('EVAPORATION'), ['Évaporation']);
  assert.deepEqual(await found('ships philip'), ['The Armada']);
  assert.deepEqual(await found("'); drop table resource; --"), []);
  assert.deepEqual(
    await found('& | ! ('),
    ['Photosynthesis', 'Évaporation', 'The Armada'],
    'no word to look for',
  );
});

test('its author reads what is in the way of readers, and colleagues do not', async () => {
  const { as, write } = await resourcesScene();
  const id = await write({ text: '# One\n\n### Three\n\n[click here](https://example.org)' });
  await (await as('ffion')).post(resourceHref(id, 'share'));
  assert.match(
    (await (await as('ffion')).get(resourceHref(id))).text,
    /2 things to look at[^]*Line 3[^]*Line 5/,
  );
  assert.doesNotMatch((await (await as('huw')).get(resourceHref(id))).text, /things to look at/);
});

test('a page waits for its author from the day on which they wished to look again, until they say another', async () => {
  const { as, site, write, page } = await resourcesScene();
  const id = await write({ review_on: '2026-11-19' });
  const today = async () => (await (await as('ffion')).get('/today')).text;
  await runJob(site, reviewsJob);
  assert.doesNotMatch(await today(), /still hold/);
  site.clock.set('2026-11-19T08:00:00Z');
  await runJob(site, reviewsJob);
  assert.match(await today(), /Does “The Tudors” still hold\?/);
  await (
    await as('ffion')
  ).post(resourceHref(id, 'change'), { ...page, review_on: '2027-11-19', version: '1' });
  await deliver(site);
  assert.doesNotMatch((await today()).split('Done lately')[0]!, /still hold/);
});
