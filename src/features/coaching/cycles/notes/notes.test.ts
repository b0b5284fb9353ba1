import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pairScene } from '../../coaching.scene.ts';

async function talking() {
  const all = await pairScene();
  const { to: talk } = await all.ann.post(`${all.here}/conversations`, { on_date: '2026-11-18' });
  return { ...all, talk };
}

const note = (more: Record<string, string> = {}) => ({
  subject: 'Waiting',
  words: '',
  initiator: '',
  stimulus: '',
  tone: '',
  scale: '',
  timeframe: '',
  ...more,
});

test('stretches are noted one after another: saving comes back to an empty form with the cursor in it', async () => {
  const { ann, talk } = await talking();
  const saved = await ann.post(`${talk}/notes`, note());
  assert.equal(saved.to, `${talk}/notes`);
  const page = (await ann.get(saved.to)).text;
  const [field = ''] = /<input[^>]*name="subject"[^>]*>/.exec(page) ?? [];
  assert.match(field, /autofocus/);
  assert.doesNotMatch(field, /value="Waiting"/);
  assert.match(page, /1 stretch noted/);
});

test('each changes and takes away their own notes, and nobody another’s', async () => {
  const { ann, tomos, talk } = await talking();
  await ann.post(`${talk}/notes`, note());
  const [, id] = /notes\/([0-9a-f-]{36})\/edit/.exec((await ann.get(`${talk}/notes`)).text)!;
  const at = `${talk}/notes/${id}`;
  assert.doesNotMatch((await tomos.get(`${talk}/notes`)).text, new RegExp(`${id}/edit`));
  assert.equal((await tomos.get(`${at}/edit`)).status, 404);
  assert.equal((await tomos.post(`${at}/edit`, note({ version: '1' }))).status, 404);
  assert.equal((await tomos.post(`${at}/end`)).status, 404);
  assert.equal((await ann.post(`${at}/edit`, note({ subject: 'Boards', version: '1' }))).status, 303);
  assert.equal((await ann.post(`${at}/edit`, note({ subject: 'Other', version: '1' }))).status, 409);
  await ann.post(`${at}/end`);
  assert.doesNotMatch((await tomos.get(`${talk}/notes`)).text, /Boards/);
  await ann.post(`${at}/bring-back`);
  assert.match((await tomos.get(`${talk}/notes`)).text, /Boards/);
});

test('a choice that is on no list, and somebody who is not of the pairing, are refused beside their field', async () => {
  const { ann, talk, people } = await talking();
  for (const wrong of [{ tone: 'shouting' }, { initiator: people.huw.personId }, { subject: '' }])
    assert.equal((await ann.post(`${talk}/notes`, note(wrong))).status, 422, JSON.stringify(wrong));
});

test('who began what is counted over a conversation and over all of them, with how many were noted', async () => {
  const { ann, tomos, here, talk, people } = await talking();
  const began = (initiator: string, tone: string) => note({ initiator, tone });
  for (let n = 0; n < 3; n++) await ann.post(`${talk}/notes`, began(people.ann.personId, 'curious'));
  await tomos.post(`${talk}/notes`, began(people.tomos.personId, ''));
  await tomos.post(`${talk}/notes`, began('', 'telling'));
  const { to: second } = await ann.post(`${here}/conversations`, { on_date: '2026-11-17' });
  await ann.post(`${second}/notes`, began(people.tomos.personId, 'telling'));

  const one = (await ann.get(`${here}/talk?conversation=${talk.split('/').at(-1)!}`)).text;
  assert.match(one, /Of 5 stretches noted\. One left it open\./);
  assert.deepEqual(rowsOf(one, 'Who began it'), [
    ['Ann Puw', '3'],
    ['Tomos Bevan', '1'],
    ['Left open', '1'],
  ]);
  const all = (await tomos.get(`${here}/talk`)).text;
  assert.match(all, /6 stretches noted, in 2 conversations/);
  assert.match(all, /cannot tell how good the talk was, or anything about either person/);
  assert.deepEqual(rowsOf(all, 'The tone'), [
    ['Curious', '3'],
    ['Telling', '2'],
    ['Left open', '1'],
  ]);
});

test('before anything is noted the page says what would stand there', async () => {
  const { ann, here } = await talking();
  assert.match((await ann.get(`${here}/talk`)).text, /No stretch of the talk is noted yet/);
});

/** The rows of the table under a caption. */
function rowsOf(page: string, caption: string): string[][] {
  const [, table = ''] = new RegExp(`<caption[^>]*>${caption}</caption>(.*?)</table>`, 's').exec(page) ?? [];
  return [...table.matchAll(/<tr>\s*<th scope="row"[^>]*>([^<]*)<\/th>\s*<td[^>]*>([^<]*)<\/td>/g)].map(
    ([, name, count]) => [name!, count!],
  );
}
