import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Browser } from '#test/site.ts';
import { notesScene } from '../notes.scene.ts';

async function scene() {
  const all = await notesScene({ clipForm: 'speech-and-language' });
  const { address, db, school } = all;
  return {
    ...all,
    /** Writes about the second minute, and answers the address of what was written. */
    async write(who: Browser, words: string): Promise<string> {
      const fields = { form: 'speech-and-language', from: '1:00', until: '2:00', 'part-children': words };
      const answer = await who.post(`${address}/clip-forms/new`, fields);
      assert.equal(answer.status, 303, answer.text);
      const { id } = await db
        .selectFrom('recording_clip_form')
        .select('id')
        .where('owner_id', '=', school.id)
        .orderBy('created_at', 'desc')
        .orderBy('id', 'desc')
        .executeTakeFirstOrThrow();
      return `${address}/clip-forms/${id}`;
    },
  };
}

test('each writes about the same clip alone; when both are ready both stand side by side', async () => {
  const { ann, tomos, address, write, ready } = await scene();
  assert.match((await ann.get(`${address}/clip-forms/new`)).text, /The child or group/);
  const mine = await write(ann, 'PLANTED by Ann');
  await write(tomos, 'PLANTED by Tomos');
  assert.match((await ann.get(address)).text, /PLANTED by Ann/);
  assert.doesNotMatch((await ann.get(address)).text, /PLANTED by Tomos/);
  await ready(tomos);
  const before = (await ann.get(address)).text;
  assert.doesNotMatch(before, /PLANTED by Tomos/);
  assert.match(before, /You read this once you say that you are ready/);
  await ready(ann);
  assert.match((await ann.get(address)).text, /PLANTED by Ann[^]*PLANTED by Tomos/);
  await ann.post(`${mine}/keep-back`);
  assert.doesNotMatch((await tomos.get(address)).text, /PLANTED by Ann/);
  for (const part of ['edit', 'share', 'end'])
    assert.equal(
      (
        await tomos.post(`${mine}/${part}`, {
          from: '1:00',
          until: '2:00',
          'part-children': 'x',
          version: '1',
        })
      ).status,
      404,
      part,
    );
});

test('what was saved meanwhile is shown beside what was sent, and nothing is lost', async () => {
  const { ann, write } = await scene();
  const mine = await write(ann, 'First');
  const save = (words: string) =>
    ann.post(`${mine}/edit`, { from: '1:00', until: '2:00', 'part-children': words, version: '1' });
  assert.equal((await save('Second')).status, 303);
  const late = await save('Third');
  assert.equal(late.status, 409);
  assert.match(late.text, /Second/);
  assert.match(late.text, /Third/);
});

test('a stretch must be one, and something must be written under a heading', async () => {
  const { ann, address, huw } = await scene();
  const send = (who: Browser, fields: Record<string, string>) =>
    who.post(`${address}/clip-forms/new`, { form: 'speech-and-language', ...fields });
  assert.match(
    (await send(ann, { from: '2:00', until: '1:00', 'part-children': 'x' })).text,
    /ends after it begins/,
  );
  assert.match((await send(ann, { from: '1:00', until: '2:00' })).text, /under one heading at least/);
  assert.match(
    (await send(ann, { from: '1:00', until: '2:00:00', 'part-children': 'x' })).text,
    /ends at 1:00:00/,
  );
  assert.equal((await send(huw, { from: '1:00', until: '2:00', 'part-children': 'x' })).status, 403);
});

test('it is taken away and comes back', async () => {
  const { ann, address, write } = await scene();
  const mine = await write(ann, 'PLANTED words');
  await ann.post(`${mine}/end`);
  assert.doesNotMatch((await ann.get(address)).text, /PLANTED words/);
  await ann.post(`${mine}/bring-back`);
  assert.match((await ann.get(address)).text, /PLANTED words/);
});
