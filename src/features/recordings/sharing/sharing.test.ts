import assert from 'node:assert/strict';
import { test } from 'node:test';
import { principals } from '#platform/access/items.ts';
import { makePerson } from '#test/factories.ts';
import { readyRecording, recordingScene } from '../recordings.scene.ts';

const contribute = (personId: string) => ({
  principal: principals.person(personId),
  ability: 'contribute' as const,
});

test('a recording is opened by its author and whom she shows it to, once she has watched it, and by nobody else', async () => {
  const all = await recordingScene();
  const { people, school, db } = all;
  const head = await makePerson(db, school, { name: 'Ruth Okafor', roles: ['head', 'administrator'] });
  const { address } = await readyRecording(all, {
    watched: false,
    withFilm: true,
    grants: [contribute(people.tomos.personId), contribute(people.beth.personId)],
  });
  const statusOf = async (name: keyof typeof people, path: string) =>
    (await (await all.as(name)).get(path)).status;
  const heads = await all.site.as(head);
  for (const path of [`${address}/play`, `${address}/share`]) {
    assert.equal(await statusOf('ann', path), 200, path);
    for (const name of ['tomos', 'beth', 'huw', 'specialist'] as const)
      assert.equal(await statusOf(name, path), 403, `${name} ${path}`);
    assert.equal((await heads.get(path)).status, 403, `head ${path}`);
  }
  const ann = await all.as('ann');
  assert.equal((await ann.post(`${address}/watched`)).status, 303);
  assert.equal(await statusOf('tomos', `${address}/play`), 200);
  // Beth manages Ann: a grant by name does not let her in.
  for (const name of ['beth', 'huw', 'specialist'] as const)
    assert.equal(await statusOf(name, `${address}/play`), 403, name);
  assert.equal((await heads.get(`${address}/play`)).status, 403);
  for (const step of ['watched', 'open-talk', 'end', 'share', 'not-in-it'])
    assert.equal(
      (await (await all.as('tomos')).post(`${address}/${step}`, { readers: [], may: 'read' })).status,
      403,
      step,
    );
});

test('each time of watching is one line for its author, however many pieces the player asks for', async () => {
  const all = await recordingScene();
  const { people, db, school, site } = all;
  const { address, id } = await readyRecording(all, { withFilm: true });
  const tomos = await all.as('tomos');
  for (const range of ['bytes=0-99', 'bytes=100-199', 'bytes=200-'])
    assert.equal((await tomos.get(`${address}/play`, { range })).status, 206);
  const views = () =>
    db
      .selectFrom('recording_view')
      .selectAll()
      .where('owner_id', '=', school.id)
      .where('recording_id', '=', id)
      .where('person_id', '=', people.tomos.personId)
      .execute();
  assert.equal((await views()).length, 1);
  const logged = await db
    .selectFrom('access_log')
    .selectAll()
    .where('owner_id', '=', school.id)
    .where('item_id', '=', id)
    .where('manner', '=', 'file')
    .execute();
  assert.equal(logged.length, 1);
  site.clock.move(31 * 60_000);
  await tomos.get(`${address}/play`);
  assert.equal((await views()).length, 2);
  await (await all.as('ann')).get(`${address}/play`);
  assert.equal((await views()).length, 2, 'the author’s own watching is nobody’s news');
});

test('the list of whom to show it to has no line manager, and naming one by hand is refused', async () => {
  const all = await recordingScene();
  const { people } = all;
  const { address } = await readyRecording(all);
  const ann = await all.as('ann');
  const page = await ann.get(`${address}/share?find=e`);
  assert.match(page.text, /Huw Parry|Tomos Bevan/);
  assert.doesNotMatch(page.text, /Beth Rees/);
  const refused = await ann.post(`${address}/share`, {
    readers: [principals.person(people.beth.personId)],
    may: 'contribute',
  });
  assert.equal(refused.status, 422);
  const toHuw = await ann.post(`${address}/share`, {
    readers: [principals.person(people.huw.personId)],
    may: 'read',
  });
  assert.equal(toHuw.status, 303);
  assert.equal(
    (await (await all.as('tomos')).get(`${address}/play`)).status,
    403,
    'unticked, it closes at once',
  );
});

test('a consent that is taken back closes the recording to all but its author until she decides', async () => {
  const all = await recordingScene();
  const { db, school, people, site } = all;
  const pupil = await makePerson(db, school, { name: 'Mali Evans', kind: 'pupil' });
  const { address } = await readyRecording(all, {
    withFilm: true,
    pupils: [{ personId: pupil.personId, shown: 'seen', consent: 'given' }],
  });
  const { consentChanged } = await import('./consent.handlers.ts');
  const tell = (kind: string, purpose = 'recording-learning') =>
    consentChanged.handle(
      {
        ownerId: school.id,
        id: crypto.randomUUID(),
        kind,
        body: { personId: pupil.personId, purpose },
      } as Parameters<typeof consentChanged.handle>[0],
      { ...site.services, signal: new AbortController().signal },
    );
  const [ann, tomos] = [await all.as('ann'), await all.as('tomos')];
  await tell('consent.withdrawn', 'recording-exemplar');
  assert.equal((await tomos.get(`${address}/play`)).status, 200, 'another purpose is another matter');
  await tell('consent.withdrawn');
  await tell('consent.withdrawn');
  assert.equal((await tomos.get(`${address}/play`)).status, 403);
  assert.equal((await ann.get(`${address}/play`)).status, 200);
  assert.match((await ann.get(`${address}/consent`)).text, /Mali Evans/);
  const page = (await ann.get(address)).text;
  assert.match(page, /Only you[\s\S]*closed to everybody else until you decide/, 'nobody else is named');
  assert.ok(
    page.indexOf('Decide what becomes of it') < page.indexOf('<recording-notes'),
    'before anything else',
  );
  await tell('consent.given');
  assert.equal((await tomos.get(`${address}/play`)).status, 200);
  assert.notEqual((await ann.get(`${address}/send`)).status, 200, 'it is there: nothing replaces it');
  await tell('consent.refused');
  assert.equal(
    (await ann.get(`${address}/send`)).status,
    200,
    'it may be sent again, with the pupil blurred',
  );
  assert.equal((await ann.post(`${address}/not-in-it`)).status, 303);
  assert.equal((await tomos.get(`${address}/play`)).status, 200);
  assert.equal(people.ann.name, 'Ann Puw');
});

test('while nobody but its teacher sees it, there is nobody to be ready for and no talk to open', async () => {
  const all = await recordingScene();
  const ann = await all.as('ann');
  const alone = await readyRecording(all, { grants: [] });
  const { text } = await ann.get(alone.address);
  assert.match(text, /Nobody but you sees this recording/);
  assert.doesNotMatch(text, /I am ready|Open the talk/);
  const shown = await readyRecording(all);
  assert.match((await ann.get(shown.address)).text, /I am ready[\s\S]*Open the talk/);
});
