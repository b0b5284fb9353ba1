import assert from 'node:assert/strict';
import { test } from 'node:test';
import { notesScene } from '../notes.scene.ts';
import { usedTags } from '../tags.ts';

const ours = { title: 'Our words', 'tag-1': 'Asks why', 'key-1': 'w', 'tag-2': 'Waits', 'spans-2': 'yes' };

test('a set that the school made is chosen for a recording, and its tags stand on notes', async () => {
  const { ann, huw, address, note, db, school } = await notesScene();
  assert.match((await ann.get('/recordings/tag-sets')).text, /Nobody here has made a set of tags yet/);
  assert.equal((await huw.post('/recordings/tag-sets/new', ours)).status, 303);
  const { id, tags } = await db
    .selectFrom('recording_tag_set')
    .select(['id', 'tags'])
    .where('owner_id', '=', school.id)
    .executeTakeFirstOrThrow();
  assert.deepEqual(
    (tags as { id: string; key: string; spans: boolean }[]).map((tag) => [tag.id, tag.key, tag.spans]),
    [
      ['asks-why', 'w', false],
      ['waits', '1', true],
    ],
  );
  const { text } = await ann.get(`${address}/tags`);
  assert.match(text, /Our words/);
  const version = /name="version" value="(\d+)"/.exec(text)![1]!;
  const chosen = { sets: [id], clip_form: '', version };
  assert.equal((await ann.post(`${address}/tags`, chosen)).status, 303);
  assert.equal((await ann.post(`${address}/tags`, chosen)).status, 422, 'it was changed meanwhile');
  await note(ann, 'She asks', { tags: [`${id}/asks-why`] });
  assert.match((await ann.get(address)).text, /<span class="chip">Asks why<\/span>/);
  const renamed = {
    ...ours,
    'tag-1': 'Asks for a reason',
    'id-1': 'asks-why',
    'id-2': 'waits',
    version: '1',
  };
  assert.equal((await ann.post(`/recordings/tag-sets/${id}/edit`, renamed)).status, 303);
  assert.match((await ann.get(address)).text, /<span class="chip">Asks for a reason<\/span>/);
  assert.equal((await huw.post(`/recordings/tag-sets/${id}/edit`, renamed)).status, 409);
  await ann.post(`/recordings/tag-sets/${id}/end`);
  assert.match(
    (await ann.get(address)).text,
    /<span class="chip">Asks for a reason<\/span>/,
    'notes keep it',
  );
});

test('a set has two tags at least, and keys that the player does not need', async () => {
  const { ann } = await notesScene();
  const send = async (fields: Record<string, string>) =>
    (await ann.post('/recordings/tag-sets/new', { title: 'A set', ...fields })).text;
  assert.match(await send({ 'tag-1': 'Alone' }), /A set has two tags at least/);
  assert.match(
    await send({ 'tag-1': 'One', 'key-1': 'k', 'tag-2': 'Two' }),
    /The player uses this key itself/,
  );
  assert.match(
    await send({ 'tag-1': 'One', 'key-1': 'a', 'tag-2': 'Two', 'key-2': 'A' }),
    /Another tag has this key/,
  );
  assert.match(await send({ 'tag-1': 'One', 'key-1': '?', 'tag-2': 'Two' }), /one letter or one digit/);
});

test('where two sets use one key, the later tag gets another that is free', () => {
  const used = usedTags(['talk', 'first-look'], []);
  const keys = used.map(({ key }) => key);
  assert.equal(new Set(keys).size, keys.length);
  for (const taken of ['j', 'k', 'l', 'n', 'r', '']) assert.ok(!keys.includes(taken), taken);
  assert.equal(used[0]!.key, '1');
});
