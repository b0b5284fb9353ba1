import assert from 'node:assert/strict';
import { test } from 'node:test';
import { marked, primary, stands } from '../registers.scene.ts';

/** Ffion has taken the register; then Huw marks Ann as ill, while Ffion's page still shows everybody here. */
async function twoWindows() {
  const stage = await primary();
  const { site, people, at, as } = stage;
  const pupils = [people.cai, people.mali, people.ann];
  const ffion = await as('ffion');
  await ffion.post(`${at('am')}/save`, marked(pupils));
  site.clock.set('2026-11-18T16:40:00Z');
  const late = { [`minutes-${people.mali.personId}`]: '5' };
  await (
    await as('huw')
  ).post(
    `${at('am')}/save`,
    marked(pupils, { 'Ann Ellis': 'I', 'Mali Rees': 'L' }, { ...late, version: '1' }),
  );
  return { ...stage, pupils, ffion };
}

const keep = (text: string, id: string) =>
  [...text.matchAll(/<input type="radio"[^>]*>/g)]
    .map(([tag]) => tag)
    .filter((tag) => tag.includes(`name="keep-${id}"`));

test('a mark changed since is said in words: what it was, what it is now and who; both are offered', async () => {
  const { db, school, people, pupils, at, ffion } = await twoWindows();
  const mine = marked(pupils, { 'Cai Roberts': 'N', 'Mali Rees': 'N' }, { version: '1' });
  const { status, text } = await ffion.post(`${at('am')}/save`, mine);
  assert.equal(status, 409);
  assert.match(text, /It was “Present in the morning”; Huw Parry made it “Ill” at 16:40/);
  assert.match(text, /It was “Present in the morning”; Huw Parry made it “Late[^”]*, 5 minutes” at 16:40/);
  assert.match(text, /As I marked it here: [^<]*no reason|As I marked it here: [^<]*reason/i);
  assert.match(text, /As it stands now: Ill/);
  assert.equal(keep(text, people.cai.personId).length, 0, 'nobody else touched Cai');
  const [annMine, annStands] = keep(text, people.ann.personId);
  assert.match(annStands!, /value="stands"[^>]*checked/, 'Ffion had not touched Ann');
  assert.doesNotMatch(annMine!, /checked/);
  assert.match(keep(text, people.mali.personId)[0]!, /value="mine"[^>]*checked/);
  const chosen = {
    ...mine,
    version: '2',
    [`keep-${people.ann.personId}`]: 'stands',
    [`keep-${people.mali.personId}`]: 'mine',
  };
  assert.equal((await ffion.post(`${at('am')}/save`, chosen)).status, 303);
  assert.deepEqual(await stands(db, school.id), {
    'Ann Ellis': 'I',
    'Cai Roberts': 'N',
    'Mali Rees': 'N',
  });
});

test('where what stands is chosen for everybody, nothing is changed', async () => {
  const { db, school, pupils, at, ffion } = await twoWindows();
  const before = await stands(db, school.id);
  const all = Object.fromEntries(pupils.map(({ personId }) => [`keep-${personId}`, 'stands']));
  const kept = await ffion.post(`${at('am')}/save`, marked(pupils, {}, { ...all, version: '2' }));
  assert.equal(kept.status, 303);
  assert.match((await ffion.get(kept.to)).text, /Nothing in it was changed/);
  assert.deepEqual(await stands(db, school.id), before);
});

test('one’s own other window is spoken of as one’s own', async () => {
  const { people, pupils, at, as } = await twoWindows();
  const again = await (
    await as('huw')
  ).post(`${at('am')}/save`, marked(pupils, { 'Ann Ellis': 'M' }, { version: '1' }));
  assert.equal(again.status, 409);
  assert.match(again.text, /you made it “Ill” in another window at 16:40/);
  assert.ok(keep(again.text, people.ann.personId).length === 2);
});
