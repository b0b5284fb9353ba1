import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scene } from '#features/try-outs/try-outs.scene.ts';

const when = { on_date: '2026-11-18', starts_at: '10:15', minutes: '40', focus: 'Who writes first' };
const noticed = { happened: 'Four wrote at once', different: '', ready: 'yes', version: '0' };

/** Ann asks Tomos to observe her on this day. */
async function asked(on_date = when.on_date) {
  const all = await scene();
  const [ann, tomos] = [await all.as('ann'), await all.as('tomos')];
  const ask = (day: string) =>
    ann.post('/my-learning/observations/new', {
      ...when,
      on_date: day,
      with: `${all.partnership} ${all.people.tomos.personId}`,
      role: 'observed',
    });
  const { to } = await ask(on_date);
  return { site: all.site, ann, tomos, ask, to };
}

test('none is asked for on a day that has passed or at a weekend; one that was earlier than agreed can be put right', async () => {
  const { site, ann, tomos, ask, to } = await asked('2026-11-27');
  for (const [day, says] of [
    ['2026-11-17', /This day has passed/],
    ['2026-11-21', /This day is at a weekend/],
  ] as const) {
    const refused = await ask(day);
    assert.equal(refused.status, 422, day);
    assert.match(refused.text, says);
  }
  const arrange = (on_date: string) => ann.post(`${to}/arrange`, { ...when, on_date, version: '1' });
  assert.equal((await arrange('2026-11-17')).status, 422);
  await tomos.post(`${to}/accept`);
  assert.doesNotMatch((await ann.get(to)).text, />It took place</);
  assert.equal((await arrange('2026-11-28')).status, 422);
  site.clock.set('2026-11-26T09:00:00Z');
  assert.equal((await arrange('2026-11-25')).status, 303);
  assert.match((await ann.get(to)).text, />It took place</);
});

test('what was said already is not asked for again: what to look for, and what nobody expected in writing', async () => {
  const { ann, tomos, to } = await asked();
  await tomos.post(`${to}/accept`);
  await ann.post(`${to}/done`);
  const notes = (await tomos.get(`${to}/write/notes`)).text;
  assert.match(notes, /<textarea[^>]*name="looking-for"[^>]*>\s*Who writes first/);
  assert.equal((await ann.post(`${to}/write/noticed`, noticed)).status, 303);
  const other = await asked();
  await other.tomos.post(`${other.to}/accept`);
  await other.ann.post(`${other.to}/write/predicted`, { expect: 'Two write', version: '0' });
  await other.ann.post(`${other.to}/done`);
  const short = await other.ann.post(`${other.to}/write/noticed`, noticed);
  assert.equal(short.status, 422, 'who expected something says what was different');
});
