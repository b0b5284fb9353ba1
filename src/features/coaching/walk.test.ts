import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scene } from './core.scene.ts';

test('a learner finds a coach with reasons, asks, and both agree, sign and end quietly', async () => {
  const { as, prepare, ask, answer, done, whole, waits, nameOf } = await scene();
  const [teacher, partner] = [await as('teacher'), await as('partner')];

  await prepare('partner');
  done(
    await partner.post('/coaching/offer', {
      kinds: ['specialist-coaching'],
      about: 'Ten years of reading aloud.',
      subjects: 'Reading',
      phases: 'Year 5',
      place: 'At the lower site',
      places: 1,
      open: 'yes',
      version: 0,
    }),
  );
  const found = await teacher.get('/coaching/find?kind=specialist-coaching&rhythm=fortnightly');
  assert.match(found.text, /Ten years of reading aloud\./);
  assert.match(found.text, /Has one place free/);
  assert.match(found.text, /Prepared/);

  const href = await ask('specialist-coaching', ['partner']);
  assert.deepEqual(await waits('partner'), ['coaching.asked']);
  const asked = await partner.get(`${href}/answer`);
  assert.match(asked.text, /Questions that make pupils think\./);
  assert.equal((await partner.get(href)).to, `${href}/answer`);
  assert.match((await teacher.get(href)).text, /waiting for Tomos Bevan to answer/);

  done(await answer(href, 'partner'));
  assert.deepEqual(await waits('teacher'), ['coaching.answered', 'coaching.write']);
  assert.deepEqual(await waits('partner'), ['coaching.write']);
  const home = await teacher.get(href);
  assert.match(home.text, /Specialist coaching with Tomos Bevan/);
  assert.match(home.text, /Write the agreement/);

  assert.doesNotMatch(
    (await (await as('colleague')).get('/coaching/find?kind=specialist-coaching')).text,
    /Ten years of reading aloud/,
    'the one place is taken',
  );

  done(await teacher.post(`${href}/agreement/write`, whole('specialist-coaching', 0)));
  assert.deepEqual(await waits('partner'), ['coaching.sign']);
  done(await partner.post(`${href}/agreement/sign`, { version: 1 }));
  done(await teacher.post(`${href}/agreement/sign`, { version: 1 }));
  assert.deepEqual(await waits('teacher'), [], 'the day to look again is months away');
  assert.match((await teacher.get(`${href}/agreement`)).text, /In force since/);
  assert.match(
    (await teacher.get('/coaching')).text,
    new RegExp(`Specialist coaching with ${nameOf('partner')}`),
  );

  done(await teacher.post(`${href}/leave`));
  assert.deepEqual(await waits('partner'), ['coaching.ended']);
  const over = await partner.get(href);
  assert.match(over.text, /Nobody needs to say why/);
  const left = await teacher.get(href);
  assert.match(left.text, /Go on after all/);
  assert.match(left.text, /\/coaching\/new\?kind=specialist-coaching&amp;rhythm=fortnightly/);
  done(await teacher.post(`${href}/come-back`));
  assert.deepEqual(await waits('partner'), []);
});
