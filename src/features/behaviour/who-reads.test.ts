import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scene, sentAs } from './behaviour.scene.ts';

test('who reads what was noted of a pupil: those who teach them, those who read of everybody, the pupil and who is told', async () => {
  const { db, school, people, p5, categories, as, eventsOf } = await scene();
  const ffion = await as('ffion');
  assert.equal(
    (await ffion.post(`/behaviour/classes/${p5}`, sentAs('positive', categories.kind, people.cai))).status,
    303,
  );
  const [event] = await eventsOf(people.cai);
  const cai = people.cai.personId;
  const opens = async (name: keyof typeof people, path: string) => {
    const { status, text } = await (await as(name)).get(path);
    if (status !== 200) assert.doesNotMatch(text, /let others go first/, `${name} ${path}`);
    return status === 200 && text.includes('let others go first');
  };
  const staffPages = [
    `/behaviour/pupils/${cai}`,
    `/behaviour/pupils/${cai}/record`,
    `/behaviour/events/${event}`,
  ];
  const readers = ['ffion', 'huw', 'head', 'senior', 'safe'] as const;
  const others = [
    'office',
    'tomos',
    'governor',
    'guest',
    'lowri',
    'dylan',
    'rhian',
    'cai',
    'mali',
    'ned',
  ] as const;
  for (const path of staffPages) {
    for (const name of readers) assert.equal(await opens(name, path), true, `${name} ${path}`);
    for (const name of others) assert.equal(await opens(name, path), false, `${name} ${path}`);
  }
  const theirs = `/behaviour/about/${cai}`;
  for (const name of ['cai', 'lowri'] as const) assert.equal(await opens(name, theirs), true, name);
  for (const name of [
    ...readers,
    'office',
    'tomos',
    'governor',
    'guest',
    'dylan',
    'rhian',
    'mali',
    'ned',
  ] as const)
    assert.equal(await opens(name, theirs), false, name);
  // Whoever taught the class until yesterday reads what they wrote themselves, and nothing else.
  await (
    await as('huw')
  ).post(
    `/behaviour/classes/${p5}`,
    sentAs('positive', categories.kind, people.mali, { words: 'You shared your ruler.' }),
  );
  const [huws] = await eventsOf(people.mali);
  await db
    .updateTable('membership')
    .set({ ends_on: '2026-11-17' })
    .where('owner_id', '=', school.id)
    .where('person_id', '=', people.huw.personId)
    .execute();
  const huw = await as('huw');
  assert.equal((await huw.get(`/behaviour/events/${event}`)).status, 404);
  assert.equal((await huw.get(`/behaviour/pupils/${cai}`)).status, 404);
  assert.equal((await huw.get(`/behaviour/events/${huws}`)).status, 200);
});

test('a colleague who does not teach the pupil can note something in the corridor, and reads that alone', async () => {
  const { people, categories, as, eventsOf } = await scene();
  const tomos = await as('tomos');
  assert.match((await tomos.get('/behaviour?q=mali')).text, /Mali Rees/);
  const at = `/behaviour/pupils/${people.mali.personId}/note`;
  assert.match((await tomos.get(at)).text, /Kind to somebody/);
  const sent = sentAs('positive', categories.kind, people.mali, { place: 'between' });
  assert.equal((await tomos.post(at, sent)).status, 303);
  const [event] = await eventsOf(people.mali);
  assert.equal((await tomos.get(`/behaviour/events/${event}`)).status, 200);
  assert.match((await tomos.get('/behaviour')).text, /let others go first/);
  assert.equal((await tomos.get(`/behaviour/pupils/${people.mali.personId}`)).status, 404);
  assert.match(
    (await (await as('ffion')).get(`/behaviour/pupils/${people.mali.personId}`)).text,
    /let others go first/,
  );
});

test('what waits to be looked at, or is kept, reaches nobody at home; once shown it does', async () => {
  const { people, p5, categories, as, eventsOf } = await scene();
  const huw = await as('huw');
  const post = (seen: string) =>
    huw.post(
      `/behaviour/classes/${p5}?tone=negative`,
      sentAs('negative', categories.unkind, people.cai, { seen }),
    );
  await post('waiting');
  const [event] = await eventsOf(people.cai);
  const lowri = await as('lowri');
  const theirs = async () => (await lowri.get(`/behaviour/about/${people.cai.personId}`)).text;
  assert.doesNotMatch(await theirs(), /Called another pupil/);
  const ffion = await as('ffion');
  assert.match((await ffion.get('/behaviour')).text, /Look before the family reads it/);
  assert.equal(
    (await (await as('tomos')).post(`/behaviour/events/${event}/show`, { version: '1' })).status,
    404,
  );
  assert.equal((await ffion.post(`/behaviour/events/${event}/show`, { version: '1' })).status, 303);
  assert.match(await theirs(), /Called another pupil/);
  assert.equal((await ffion.post(`/behaviour/events/${event}/keep`, { version: '2' })).status, 303);
  assert.doesNotMatch(await theirs(), /Called another pupil/);
});

test('one’s side of it is read by the staff who read about it and by nobody else at home', async () => {
  const { db, school, people, p5, categories, as, eventsOf } = await scene();
  await (
    await as('ffion')
  ).post(`/behaviour/classes/${p5}?tone=negative`, sentAs('negative', categories.unkind, people.cai));
  const [event] = await eventsOf(people.cai);
  const theirs = `/behaviour/about/${people.cai.personId}`;
  const at = `${theirs}/events/${event}/reply`;
  const [cai, lowri] = [await as('cai'), await as('lowri')];
  assert.equal((await cai.post(at, { words: 'I was upset about my dog.', version: '0' })).status, 303);
  assert.equal((await lowri.post(at, { words: 'He told me the whole story.', version: '0' })).status, 303);
  assert.doesNotMatch((await lowri.get(theirs)).text, /my dog/);
  assert.doesNotMatch((await cai.get(theirs)).text, /the whole story/);
  const { text } = await (await as('ffion')).get(`/behaviour/pupils/${people.cai.personId}`);
  assert.match(text, /my dog/);
  assert.match(text, /the whole story/);
  // Said again, it takes the place of what was said; on an old screen it is stale.
  assert.equal((await cai.post(at, { words: 'I am sorry.', version: '1' })).status, 303);
  assert.doesNotMatch((await cai.get(theirs)).text, /> Undo</);
  assert.equal((await cai.post(at, { words: 'Late words.', version: '1' })).status, 409);
  assert.equal((await cai.post(`${at}/end`)).status, 303);
  assert.doesNotMatch(
    (await (await as('ffion')).get(`/behaviour/pupils/${people.cai.personId}`)).text,
    /I am sorry/,
  );
  for (const name of ['dylan', 'rhian', 'mali', 'ffion'] as const)
    assert.equal((await (await as(name)).post(at, { words: 'Not mine.', version: '0' })).status, 404, name);
  // Whoever is told of behaviour no more reads nothing from that moment.
  await db
    .updateTable('family_relation')
    .set({ told: ['learning'] })
    .where('owner_id', '=', school.id)
    .where('adult_id', '=', people.lowri.personId)
    .execute();
  assert.equal((await lowri.get(theirs)).status, 404);
});

test('what helps is read by staff who teach the pupil, and at home where it was ticked', async () => {
  const { people, as } = await scene();
  const here = `/behaviour/pupils/${people.cai.personId}`;
  const huw = await as('huw');
  assert.equal((await huw.post(`${here}/help-notes`, { words: 'Sit him near the door.' })).status, 303);
  assert.equal(
    (await huw.post(`${here}/help-notes`, { words: 'A minute before he answers.', shared: 'yes' })).status,
    303,
  );
  const { text } = await (await as('ffion')).get(here);
  assert.match(text, /near the door/);
  assert.match(text, /A minute before/);
  const home = (await (await as('lowri')).get(`/behaviour/about/${people.cai.personId}`)).text;
  assert.doesNotMatch(home, /near the door/);
  assert.match(home, /A minute before/);
  assert.equal((await (await as('tomos')).post(`${here}/help-notes`, { words: 'Mine.' })).status, 404);
});
