import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seeded } from '#test/random.ts';
import { keptNotes, plannedScene, scene, sendNote } from './research-lessons.scene.ts';

test('an observer notes at a lesson that nobody planned, and the choice stays for the next note', async () => {
  const { lesson, as } = await scene();
  const tomos = await as('tomos');
  assert.match((await tomos.get(`${lesson}/notes`)).text, /You have noted nothing yet/);
  const answer = await sendNote(tomos, lesson);
  assert.equal(answer.to, `${lesson}/notes?pupil=class&moment=none`);
  assert.match((await tomos.get(answer.to)).text, /They went quiet[^]*The whole class, 16:30/);
});

test('several first notes in one moment begin the lesson once', async () => {
  const all = await scene();
  const browsers = await Promise.all((['ann', 'tomos', 'cai', 'nia'] as const).map(all.as));
  const answers = await Promise.all(browsers.flatMap((each) => [0, 1].map(() => sendNote(each, all.lesson))));
  assert.deepEqual([...new Set(answers.map(({ status }) => status))], [303]);
  assert.equal((await keptNotes(all)).length, 8);
});

test('the pupil and the moment of the note before are chosen for the next', async () => {
  const { lesson, as, pupils, moments } = await plannedScene();
  const tomos = await as('tomos');
  const [gwen, opening] = [pupils['Gwen']!, moments['Opening']!];
  const { to } = await sendNote(tomos, lesson, { pupil: gwen, moment: opening });
  const { text } = await tomos.get(to);
  for (const id of [gwen, opening]) assert.match(text, new RegExp(`<input[^>]*value="${id}"[^>]*checked`));
});

test('each reads their own notes at once, and those of others only when the lesson has been held', async () => {
  const { lesson, as, ann } = await plannedScene();
  const [tomos, cai] = [await as('tomos'), await as('cai')];
  await sendNote(tomos, lesson, { text: 'Tomos saw it', ago: '60' });
  await sendNote(cai, lesson, { text: 'Cai heard it' });
  const before = await tomos.get(`${lesson}/notes`);
  assert.match(before.text, /Only you, until the lesson has been held[^]*Tomos saw it/);
  for (const page of [before, await tomos.get(lesson)]) assert.doesNotMatch(page.text, /Cai heard it/);
  assert.match((await tomos.get(lesson)).text, /2 notes so far[^]*by 2 observers/);
  await ann.post(`${lesson}/held`);
  for (const name of ['tomos', 'nia', 'specialist'] as const)
    assert.match(
      (await (await as(name)).get(lesson)).text,
      /Tomos saw it[^]*Tomos Bevan[^]*Cai heard it[^]*Cai Jones/,
      name,
    );
  await sendNote(cai, lesson, { text: 'Cai remembers' });
  assert.match((await tomos.get(lesson)).text, /Cai remembers/, 'late notes are read too');
  await ann.post(`${lesson}/not-held`);
  assert.doesNotMatch((await tomos.get(lesson)).text, /Cai heard it/);
});

test('a note that is sent again is there once, and the second answer is the first', async () => {
  const all = await plannedScene();
  const tomos = await all.as('tomos');
  const note = { id: crypto.randomUUID(), queued: 'yes', ago: '600' };
  for (let times = 0; times < 3; times++) {
    const answer = await sendNote(tomos, all.lesson, { ...note, ago: String(600 + times) });
    assert.equal(answer.status, 200);
    assert.deepEqual(JSON.parse(answer.text), { kept: note.id });
  }
  const [kept, ...more] = await keptNotes(all);
  assert.deepEqual(more, []);
  assert.equal(kept!.noted_at.toISOString(), '2026-11-18T16:20:00.000Z');
});

test('other words under an id that is taken, as of a page gone back to, are another note, once', async () => {
  const all = await plannedScene();
  const tomos = await all.as('tomos');
  const id = crypto.randomUUID();
  for (const text of ['One', 'Two', 'Two', 'One']) await sendNote(tomos, all.lesson, { id, text });
  assert.deepEqual((await keptNotes(all)).map(({ text }) => text).sort(), ['One', 'Two']);
});

test('an id that is none, or is somebody else’s, and a pupil of another lesson are not taken', async () => {
  const all = await plannedScene();
  const [tomos, cai] = [await all.as('tomos'), await all.as('cai')];
  const id = crypto.randomUUID();
  assert.equal((await sendNote(tomos, all.lesson, { id, text: 'Mine' })).status, 303);
  for (const wrong of [
    { id, text: 'Mine' },
    { id: 'note-1' },
    { id: "' or 1=1" },
    { pupil: crypto.randomUUID() },
    { moment: crypto.randomUUID() },
    { text: ' ' },
    { text: 'x'.repeat(4001) },
  ])
    assert.equal((await sendNote(cai, all.lesson, wrong)).status, 422, JSON.stringify(wrong));
  assert.deepEqual(
    (await keptNotes(all)).map(({ text }) => text),
    ['Mine'],
  );
});

test('a pupil who was taken out while the line was bad is still noted', async () => {
  const all = await plannedScene();
  await all.ann.post(`${all.lesson}/plan`, { version: '1', [`pupil-${all.pupils['Gwen']}`]: '' });
  const tomos = await all.as('tomos');
  assert.equal((await sendNote(tomos, all.lesson, { pupil: all.pupils['Gwen']! })).status, 303);
  await all.ann.post(`${all.lesson}/held`);
  assert.match((await all.ann.get(all.lesson)).text, /Gwen[^]*taken out of the plan[^]*They went quiet/);
});

test('its author takes a note back and brings it back; nobody else can', async () => {
  const all = await plannedScene();
  const [tomos, cai] = [await all.as('tomos'), await all.as('cai')];
  const id = crypto.randomUUID();
  await sendNote(tomos, all.lesson, { id });
  const note = `${all.lesson}/notes/${id}`;
  await all.ann.post(`${all.lesson}/held`);
  assert.equal((await cai.post(`${note}/withdraw`)).status, 403);
  assert.equal((await tomos.post(`${note}/withdraw`)).status, 303);
  assert.doesNotMatch((await cai.get(all.lesson)).text, /They went quiet/);
  assert.match(
    (await tomos.get(`${all.lesson}/notes`)).text,
    /One note that you took back[^]*They went quiet/,
  );
  await sendNote(tomos, all.lesson, { id, queued: 'yes' });
  assert.doesNotMatch((await cai.get(all.lesson)).text, /They went quiet/, 'sent again it stays taken back');
  assert.equal((await cai.post(`${note}/bring-back`)).status, 403);
  assert.equal((await tomos.post(`${note}/bring-back`)).status, 303);
  assert.match((await cai.get(all.lesson)).text, /They went quiet/);
});

test('nothing is noted any more in a programme that is closed', async () => {
  const { db, site, school, lesson, as } = await plannedScene();
  await db
    .updateTable('programme')
    .set({ closed_at: site.clock.now })
    .where('owner_id', '=', school.id)
    .execute();
  const tomos = await as('tomos');
  assert.equal((await sendNote(tomos, lesson, { queued: 'yes' })).status, 403);
  assert.doesNotMatch((await tomos.get(`${lesson}/notes`)).text, /Note it/);
});

/** Each observer’s phone sends what it has in any order, several at once, again and again, hearing some answers. */
for (const seed of [1, 2, 3])
  test(`three observers on bad lines lose nothing and double nothing (${seed})`, async () => {
    const all = await plannedScene();
    const chance = seeded(seed);
    const about = [...Object.values(all.pupils), 'class'];
    const when = [...Object.values(all.moments), 'none'];
    const phones = await Promise.all(
      (['tomos', 'cai', 'nia'] as const).map(async (name) => ({
        name,
        browser: await all.as(name),
        notes: Array.from({ length: 12 }, (_, n) => ({
          id: crypto.randomUUID(),
          pupil: chance.pick(about),
          moment: chance.pick(when),
          // Two of one text are two notes.
          text: `${name} ${Math.floor(n / 2)}`,
          queued: 'yes',
        })),
      })),
    );
    const sendings = phones.flatMap(({ browser, notes }) =>
      notes.flatMap((note) => Array.from({ length: 1 + chance.below(4) }, () => ({ browser, note }))),
    );
    shuffle(sendings, chance);
    while (sendings.length > 0) {
      const atOnce = sendings.splice(0, 1 + chance.below(9));
      const answers = await Promise.all(
        atOnce.map(({ browser, note }) => sendNote(browser, all.lesson, note)),
      );
      for (const [index, { status, text }] of answers.entries()) {
        assert.equal(status, 200, text);
        assert.equal(JSON.parse(text).kept, atOnce[index]!.note.id);
      }
    }
    const kept = await keptNotes(all);
    const sent = phones.flatMap(({ name, notes }) =>
      notes.map(({ id, text }) => [id, text, all.people[name].personId]),
    );
    const byId = (a: unknown[], b: unknown[]) => (String(a[0]) < String(b[0]) ? -1 : 1);
    assert.deepEqual(
      kept.map(({ id, text, author_id }) => [id, text, author_id]).sort(byId),
      sent.sort(byId),
    );
  });

function shuffle<T>(all: T[], chance: ReturnType<typeof seeded>): void {
  for (let at = all.length - 1; at > 0; at--) {
    const other = chance.below(at + 1);
    [all[at], all[other]] = [all[other]!, all[at]!];
  }
}
