import assert from 'node:assert/strict';
import { test } from 'node:test';
import { markupTroubles } from '#test/html-rules.ts';
import { logged, scene, written } from './try-outs.scene.ts';

/** Ann begins to change her try-out, and saves it in another tab before she has sent what she began. */
async function savedMeanwhile() {
  const { as } = await scene();
  const ann = await as('ann');
  const address = await logged(ann);
  const id = address.split('/').at(-1)!;
  const began = { ...written({ why: 'What I began on the train' }), version: 1 };
  const draft = { key: `try-out:${id}`, body: JSON.stringify({ ...began, version: '1' }) };
  assert.equal((await ann.post('/drafts', draft)).status, 204);
  const saved = await ann.post(`${address}/edit`, {
    ...written({ why: 'What I saved at school' }),
    version: 1,
  });
  assert.equal(saved.status, 303);
  return { ann, address, key: draft.key, began };
}

test('a draft begun on a text that was saved meanwhile says so, and saving it shows both texts', async () => {
  const { ann, address, began } = await savedMeanwhile();
  const page = (await ann.get(`${address}/edit`)).text;
  assert.match(page, /What I began on the train/);
  assert.match(page, /This was saved again after you began\./);
  assert.match(page, /name="version" value="1"/);
  assert.deepEqual(await markupTroubles(page), []);

  const stale = await ann.post(`${address}/edit`, began);
  assert.equal(stale.status, 409);
  assert.match(stale.text, /What I began on the train/);
  assert.match(stale.text, /What I saved at school/);
});

test('a form that comes back is still that of the text it was begun on', async () => {
  const { ann, address, key, began } = await savedMeanwhile();
  const back = await ann.post(`${address}/edit`, { ...began, on_date: '', draft_key: key });
  assert.equal(back.status, 422);
  assert.match(back.text, /name="version" value="1"/);
  const savedAt = (html: string) => Date.parse(/data-saved-at="([^"]+)"/.exec(html)![1]!);
  const again = (await ann.get(`${address}/edit`)).text;
  assert.equal(savedAt(back.text), savedAt(again), 'and goes on with the draft that is kept of it');
});

test('such a draft can be thrown away, and the form shows what is saved', async () => {
  const { ann, address, key } = await savedMeanwhile();
  assert.match((await ann.get(`${address}/edit`)).text, /formaction="\/drafts\/drop"/);
  assert.equal(
    (await ann.post('/drafts/drop', { draft_key: key, why: 'whatever stands there' })).status,
    303,
  );
  const page = (await ann.get(`${address}/edit`)).text;
  assert.match(page, /What I saved at school/);
  assert.match(page, /name="version" value="2"/);
  assert.doesNotMatch(page, /saved again after you began|drafts\/drop/);
});

test('a draft of the text as it stands is shown without a word about it', async () => {
  const { as } = await scene();
  const ann = await as('ann');
  const address = await logged(ann);
  const key = `try-out:${address.split('/').at(-1)!}`;
  await ann.post('/drafts/keep', { draft_key: key, ...written({ why: 'Half a thought' }), version: 1 });
  const page = (await ann.get(`${address}/edit`)).text;
  assert.match(page, /Half a thought/);
  assert.doesNotMatch(page, /saved again after you began/);
  assert.equal((await ann.post(`${address}/edit`, { ...written(), draft_key: key, version: 1 })).status, 303);
});
