import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Answer, Browser } from '#test/site.ts';
import { notesScene } from '../notes/notes.scene.ts';
import { hiddenFields } from '../transcripts/transcripts.scene.ts';

async function formatsScene() {
  const all = await notesScene();
  const { address } = all;
  const look = (who: Browser, body: string, name = 'notes.jsonld') =>
    who.post(`${address}/note-files/look`, {}, [{ field: 'file', name, body }]);
  const confirm = (who: Browser, seen: Answer) =>
    who.post(`${address}/note-files`, hiddenFields(seen, `${address}/note-files`));
  const out = async (who: Browser, ending: 'jsonld' | 'csv') =>
    (await who.get(`${address}/notes.${ending}`)).text;
  const rows = () =>
    all.db
      .selectFrom('recording_note')
      .select([
        'id',
        'person_id',
        'from_ms',
        'to_ms',
        'sort',
        'text',
        'tags',
        'created_at',
        'shared_at',
        'origin',
      ])
      .where('owner_id', '=', all.school.id)
      .where('ended_at', 'is', null)
      .orderBy('from_ms')
      .orderBy('id')
      .execute();
  const forget = () => all.db.deleteFrom('recording_note').where('owner_id', '=', all.school.id).execute();
  return { ...all, look, confirm, out, rows, forget };
}

interface Collection {
  total: number;
  first: { items: { id: string; creator: { name: string }; target: { selector: { value: string } } }[] };
}

test('a file of notes holds exactly what its reader sees', async () => {
  const { ann, tomos, huw, beth, note, ready, openTalk, out, address } = await formatsScene();
  await note(ann, 'Ann saw');
  await note(ann, 'Ann judges', { sort: 'judge' });
  await note(tomos, 'Tomos saw');
  await note(tomos, 'Tomos judges', { sort: 'judge' });
  const all = ['Ann saw', 'Ann judges', 'Tomos saw', 'Tomos judges'];
  const check = async (who: Browser, expected: string[]) => {
    for (const ending of ['jsonld', 'csv'] as const) {
      const file = await out(who, ending);
      assert.deepEqual(
        all.filter((text) => file.includes(text)),
        expected,
        ending,
      );
    }
  };
  await check(ann, ['Ann saw', 'Ann judges']);
  await ready(tomos);
  await check(ann, ['Ann saw', 'Ann judges']);
  await ready(ann);
  await check(ann, ['Ann saw', 'Ann judges', 'Tomos saw']);
  await openTalk();
  await check(tomos, ['Ann saw', 'Ann judges', 'Tomos saw', 'Tomos judges']);
  for (const other of [huw, beth])
    for (const ending of ['jsonld', 'csv'])
      assert.equal((await other.get(`${address}/notes.${ending}`)).status, 403);
});

test('an annotation has what the standard asks for', async () => {
  const { ann, note, out, recording, address } = await formatsScene();
  const id = await note(ann, 'Gwen turns', { at: '0:12.5', until: '0:20', tags: 'talk/silence' });
  const found = JSON.parse(await out(ann, 'jsonld')) as Collection & Record<string, unknown>;
  assert.equal(found['@context'], 'http://www.w3.org/ns/anno.jsonld');
  assert.equal(found['type'], 'AnnotationCollection');
  assert.match(String(found['id']), new RegExp(`^http.*${address}/notes\\.jsonld$`));
  assert.equal(found.total, 1);
  const { created, modified, ...annotation } = found.first.items[0] as unknown as Record<string, string>;
  assert.match(String(created), /^2026-11-18T16:30:00\.000Z$/);
  assert.equal(modified, created);
  assert.deepEqual(annotation, {
    id: `urn:uuid:${id}`,
    type: 'Annotation',
    motivation: 'describing',
    creator: { type: 'Person', name: 'Ann Puw' },
    body: [
      { type: 'TextualBody', value: 'Gwen turns', format: 'text/plain', purpose: 'describing' },
      { id: 'urn:x-staffroom:tag:talk/silence', type: 'TextualBody', value: 'Silence', purpose: 'tagging' },
    ],
    target: {
      type: 'SpecificResource',
      source: `urn:uuid:${recording.id}`,
      selector: {
        type: 'FragmentSelector',
        conformsTo: 'http://www.w3.org/TR/media-frags/',
        value: 't=12.5,20',
      },
    },
  });
});

/** Numbers that look random and are the same each time. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}
const odd = [
  '=1+1',
  '@x',
  "it's",
  'a,b;c',
  '“quoted” "marks"',
  'line\nline',
  '<b>&amp;',
  'שלום',
  '🙂',
  '-5',
  'tab\there',
  '{"a":[',
  'NOTE',
];

for (const ending of ['jsonld', 'csv'] as const)
  test(`out as ${ending} and in again, notes mean what they meant; sent twice nothing changes`, async () => {
    const { ann, note, out, look, confirm, rows, forget } = await formatsScene();
    const below = numbers(ending.length);
    for (let i = 0; i < 25; i++) {
      const from = below(3_000_000);
      const text = Array.from({ length: below(4) }, () => odd[below(odd.length)]!).join(' ');
      await note(ann, text, {
        at: String(from / 1000),
        until: below(2) ? String((from + 1 + below(500_000)) / 1000) : '',
        sort: below(2) ? 'describe' : 'judge',
        tags: text === '' || below(2) ? ['talk/silence', 'talk/teacher-speaks'] : [],
      });
    }
    const before = await rows();
    const file = await out(ann, ending);
    const again = await look(ann, file, `notes.${ending}`);
    assert.match(again.text, /25 are here already and stay as they are/);
    assert.match(again.text, /There is nothing to bring in/);
    await forget();
    const seen = await look(ann, file, `notes.${ending}`);
    assert.doesNotMatch(seen.text, /cannot be carried/);
    assert.equal((await confirm(ann, seen)).status, 303);
    const after = await rows();
    assert.deepEqual(
      after.map((row) => ({ ...row, origin: null })),
      before,
    );
    assert.ok(after.every(({ origin }) => origin?.includes('Ann Puw')));
    assert.equal(await out(ann, ending), file);
  });

test('what a colleague hands over becomes one’s own, unshared, once; what one took away can come back', async () => {
  const { ann, tomos, note, out, look, confirm, rows, forget, address } = await formatsScene();
  const id = await note(ann, 'Ann saw');
  const file = await out(ann, 'jsonld');
  // Tomos does not see Ann's note here, so nothing tells him that its id is taken.
  const seen = await look(tomos, file);
  assert.match(seen.text, /1 note would come in/);
  assert.equal((await confirm(tomos, seen)).status, 303);
  assert.match((await look(tomos, file)).text, /1 is here already/);
  const mine = (await rows()).filter((row) => row.id !== id);
  assert.deepEqual(
    mine.map(({ text, shared_at }) => [text, shared_at]),
    [['Ann saw', null]],
  );
  assert.doesNotMatch(await out(ann, 'csv'), new RegExp(mine[0]!.id));
  assert.equal((await tomos.post(`${address}/notes/${mine[0]!.id}/withdraw`, {})).status, 303);
  assert.match((await look(tomos, file)).text, /1 note would come in/);
  await forget();
});

test('what comes in must be what was looked at, on this recording, by those who note', async () => {
  const { ann, huw, look, confirm, address, out, note, forget } = await formatsScene();
  assert.equal((await look(huw, '[]')).status, 403);
  assert.equal((await ann.post(`${address}/note-files/look`, {})).status, 422);
  assert.match((await look(ann, 'One,Two\n1,2', 'x.csv')).text, /must name the columns/);
  assert.match((await look(ann, '['.repeat(100_000))).text, /nested too deeply/);
  await note(ann, '<script>alert(1)</script>');
  const file = await out(ann, 'jsonld');
  await forget();
  const seen = await look(ann, file);
  assert.match(seen.text, /&lt;script&gt;alert/);
  assert.doesNotMatch(seen.text, /<script>alert/);
  assert.equal((await confirm(ann, seen)).status, 303);
  const late = await confirm(ann, seen);
  assert.equal(late.status, 422);
});

test('answers go out below their note, and are not brought in under another name', async () => {
  const { ann, tomos, note, ready, out, look, address } = await formatsScene();
  const id = await note(ann, 'Ann saw');
  for (const who of [ann, tomos]) await ready(who);
  await tomos.post(`${address}/notes/${id}/replies`, { text: 'So did I' });
  const sheet = (await out(ann, 'csv')).split('\r\n');
  assert.match(sheet[1]!, /Ann saw/);
  assert.match(sheet[2]!, /answer.*So did I/);
  const { total, first } = JSON.parse(await out(ann, 'jsonld')) as Collection;
  assert.equal(total, 2);
  const { motivation, target } = first.items[1] as unknown as { motivation: string; target: string };
  assert.deepEqual([motivation, target], ['replying', `urn:uuid:${id}`]);
  for (const ending of ['csv', 'jsonld'] as const) {
    const { text } = await look(tomos, await out(ann, ending), `notes.${ending}`);
    assert.match(text, /Answers stay with whoever gave them/, ending);
  }
});
