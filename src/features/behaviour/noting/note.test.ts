import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scene, sentAs } from '../behaviour.scene.ts';

test('several pupils are noted at one go, each for themselves, and a slip is taken back at one go', async () => {
  const { db, school, people, p5, categories, as } = await scene();
  const ffion = await as('ffion');
  const sent = sentAs('positive', categories.kept, [people.cai, people.mali, people.ann]);
  const answer = await ffion.post(`/behaviour/classes/${p5}`, sent);
  assert.equal(answer.status, 303);
  assert.equal(answer.to, `/behaviour/classes/${p5}`);
  const rows = () =>
    db
      .selectFrom('behaviour_event')
      .select(['batch_id', 'pupil_id', 'points', 'ended_at'])
      .where('owner_id', '=', school.id)
      .execute();
  const noted = await rows();
  assert.equal(noted.length, 3);
  assert.equal(new Set(noted.map((row) => row.batch_id)).size, 1);
  assert.ok(noted.every(({ points }) => points === 2));
  const undo = `/behaviour/noted/${noted[0]!.batch_id}/undo`;
  assert.match((await ffion.get(`/behaviour/classes/${p5}`)).text, new RegExp(undo));
  // Nobody else takes it back at one go.
  assert.equal((await (await as('head')).post(undo)).status, 404);
  assert.equal((await ffion.post(undo)).status, 303);
  assert.ok((await rows()).every((row) => row.ended_at !== null));
  assert.doesNotMatch(
    (await (await as('lowri')).get(`/behaviour/about/${people.cai.personId}`)).text,
    /let others/,
  );
  const redo = /\/behaviour\/noted\/[0-9a-f-]+\/redo\/\d+/.exec((await ffion.get('/behaviour')).text)![0];
  assert.equal((await ffion.post(redo)).status, 303);
  assert.ok((await rows()).every((row) => row.ended_at === null));
});

test('what went well stands first, and what is needed is said beside its field', async () => {
  const { people, p5, categories, as } = await scene();
  const ffion = await as('ffion');
  const { text } = await ffion.get(`/behaviour/classes/${p5}`);
  assert.ok(text.indexOf('Went well') < text.indexOf('Went wrong'));
  assert.match(text, /Kind to somebody/);
  assert.doesNotMatch(text, /Unkind words/);
  const at = `/behaviour/classes/${p5}`;
  const refused = async (sent: Record<string, string | string[]>, says: RegExp) => {
    const answer = await ffion.post(at, sent);
    assert.equal(answer.status, 422);
    assert.match(answer.text, says);
  };
  await refused(
    { ...sentAs('positive', categories.kind, people.cai), pupils: [] },
    /Tick at least one pupil/,
  );
  await refused(sentAs('negative', categories.unkind, people.cai, { words: '' }), /Write what happened/);
  await refused(sentAs('positive', categories.unkind, people.cai), /no longer on the school’s list/);
  await refused(sentAs('positive', categories.kind, people.ned), /no longer in this class/);
  await refused(sentAs('positive', categories.kind, people.cai, { on: '2026-11-19' }), /still to come/);
});

test('another pupil’s name in words that a family would read is said before they are saved', async () => {
  const { people, p5, categories, as, eventsOf } = await scene();
  const ffion = await as('ffion');
  const at = `/behaviour/classes/${p5}?tone=negative`;
  const sent = (more: Record<string, string>) =>
    sentAs('negative', categories.unkind, people.cai, { words: 'Called Mali a name.', ...more });
  const refused = await ffion.post(at, sent({}));
  assert.equal(refused.status, 422);
  assert.match(refused.text, /another pupil’s name here: Mali/);
  assert.match(refused.text, /name="no_name"/);
  assert.equal((await ffion.post(at, sent({ seen: 'waiting' }))).status, 422);
  assert.equal((await eventsOf(people.cai)).length, 0);
  // One's own name may stand; kept from the family, so may the other; and then it is asked before it is shown.
  assert.equal((await ffion.post(at, sent({ words: 'Cai said sorry.' }))).status, 303);
  assert.equal((await ffion.post(at, sent({ seen: 'kept' }))).status, 303);
  const [, kept] = await eventsOf(people.cai);
  const shown = await ffion.post(`/behaviour/events/${kept}/show`, { version: '1' });
  assert.equal(shown.status, 422);
  assert.match(shown.text, /another pupil’s name here: Mali/);
  // Two who are named in each other's words: neither family reads of the other.
  const both = sentAs('negative', categories.unkind, [people.cai, people.mali], {
    words: 'Mali and Cai shouted.',
  });
  assert.equal((await ffion.post(at, both)).status, 422);
  assert.doesNotMatch(
    (await (await as('lowri')).get(`/behaviour/about/${people.cai.personId}`)).text,
    /Mali/,
  );
});

test('whoever noted it puts it right and takes it back, others do not, and how it was is kept', async () => {
  const { people, p5, categories, as, eventsOf } = await scene();
  const huw = await as('huw');
  await huw.post(`/behaviour/classes/${p5}`, sentAs('positive', categories.kind, people.cai));
  const [event] = await eventsOf(people.cai);
  const here = `/behaviour/events/${event}`;
  const change = (version: string, words: string) => ({
    category: categories.kept,
    words,
    on: '2026-11-17',
    at: '',
    place: 'break',
    seen: 'shown',
    version,
  });
  const ffion = await as('ffion');
  assert.equal((await ffion.get(`${here}/change`)).status, 403);
  assert.equal((await ffion.post(`${here}/change`, change('1', 'Mine now.'))).status, 403);
  assert.equal((await ffion.post(`${here}/end`, { version: '1' })).status, 403);
  assert.equal((await huw.post(`${here}/change`, change('1', 'You kept at it.'))).status, 303);
  assert.equal((await huw.post(`${here}/change`, change('1', 'An old screen.'))).status, 409);
  const { text } = await ffion.get(here);
  assert.match(text, /You kept at it/);
  assert.match(text, /How it was before[\s\S]*let others go first/);
  assert.equal((await huw.post(`${here}/end`, { version: '2' })).status, 303);
  assert.doesNotMatch((await ffion.get(`/behaviour/pupils/${people.cai.personId}`)).text, /You kept at it/);
  assert.equal((await (await as('head')).post(`${here}/restore`, { version: '3' })).status, 303);
  assert.match((await ffion.get(`/behaviour/pupils/${people.cai.personId}`)).text, /You kept at it/);
});
