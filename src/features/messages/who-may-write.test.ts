import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Named, scene } from './messages.scene.ts';

/** Who may begin a conversation with whom: all kinds of people in all the relations they stand in. */
const may: readonly [from: Named, to: Named, about?: Named][] = [
  ['ffion', 'cai'],
  ['huw', 'cai'],
  ['head', 'cai'],
  ['mari', 'ned'],
  ['cai', 'ffion'],
  ['cai', 'huw'],
  ['cai', 'mari'],
  ['ned', 'tomos'],
  ['ffion', 'lowri', 'cai'],
  ['ffion', 'gareth', 'cai'],
  ['tomos', 'lowri', 'ned'],
  ['office', 'lowri', 'ned'],
  ['lowri', 'ffion', 'cai'],
  ['lowri', 'tomos', 'ned'],
  ['lowri', 'office', 'cai'],
  ['ffion', 'tomos'],
  ['huw', 'head'],
];

const mayNot: readonly [from: Named, to: Named, about?: Named][] = [
  // Pupils with pupils, with staff who have nothing to do with them, with families.
  ['cai', 'mali'],
  ['cai', 'tomos'],
  ['cai', 'office'],
  ['cai', 'head'],
  ['cai', 'lowri'],
  ['cai', 'lowri', 'cai'],
  // Staff with pupils of others, with whoever left, and assistants with families.
  ['ffion', 'ned'],
  ['office', 'cai'],
  ['ffion', 'sara'],
  ['huw', 'lowri', 'cai'],
  ['tomos', 'lowri', 'cai'],
  // A carer who may not be told, either way.
  ['tomos', 'rhys', 'ned'],
  ['rhys', 'tomos', 'ned'],
  // Families with teachers of others’ children, about children who are not theirs, with pupils, with each other.
  ['gareth', 'tomos', 'cai'],
  ['gareth', 'tomos', 'ned'],
  ['lowri', 'huw', 'cai'],
  ['lowri', 'ffion'],
  ['lowri', 'cai'],
  ['lowri', 'gareth', 'cai'],
  ['lowri', 'gareth'],
  // Nobody who has left, no guest, nobody to themselves.
  ['sara', 'ffion'],
  ['guest', 'ffion'],
  ['ffion', 'guest'],
  ['ffion', 'ffion'],
];

const inWords = ([from, to, about]: readonly [Named, Named, Named?]): string =>
  `${from} to ${to}${about ? ` about ${about}` : ''}`;

test('who may write to whom, and nobody else', async () => {
  const { as, to } = await scene();
  for (const each of may) {
    const page = await (await as(each[0])).get(to(each[1], each[2]));
    assert.equal(page.status, 200, inWords(each));
  }
  for (const each of mayNot) {
    const browser = await as(each[0]);
    const page = await browser.get(to(each[1], each[2]));
    assert.ok([403, 404].includes(page.status), `${inWords(each)}: ${page.status}`);
    const sent = await browser.post(to(each[1], each[2]), { text: 'Hello' });
    assert.ok([403, 404].includes(sent.status), `${inWords(each)} sent: ${sent.status}`);
  }
});

test('the list of whom one may write to has exactly those', async () => {
  const { as, to } = await scene();
  const froms = [...new Set([...may, ...mayNot].map(([from]) => from))].filter(
    (from) => from !== 'guest' && from !== 'sara',
  );
  for (const from of froms) {
    const { text } = await (await as(from)).get('/messages/new');
    for (const each of may.filter((way) => way[0] === from))
      assert.ok(text.includes(`href="${to(each[1], each[2])}"`), inWords(each));
    for (const each of mayNot.filter((way) => way[0] === from))
      assert.ok(!text.includes(`href="${to(each[1], each[2])}"`), inWords(each));
  }
});

test('what was begun is written in no more once what let it be is over, and both still read it', async () => {
  const { as, write, db, school, people, p5, say } = await scene();
  const talk = await write('cai', 'ffion', 'May I read my poem on Friday?');
  await say('ffion', talk, 'Yes, do.');
  await db
    .updateTable('membership')
    .set({ ended_at: new Date('2026-11-18T16:00:00Z') })
    .where('owner_id', '=', school.id)
    .where('unit_id', '=', p5)
    .where('person_id', '=', people.ffion.personId)
    .execute();
  const page = await (await as('cai')).get(talk);
  assert.equal(page.status, 200);
  assert.match(page.text, /Nobody writes here any more/);
  assert.equal((await (await as('cai')).post(talk, { text: 'Thank you' })).status, 403);
  assert.equal((await (await as('ffion')).post(talk, { text: 'Bye' })).status, 403);
});

test('a carer reads nothing from the moment they may be told of messages no more, in no list and by no address', async () => {
  const { as, write, tell, say } = await scene();
  const talk = await write('gareth', 'ffion', 'Is there a trip?', 'cai');
  await say('ffion', talk, 'On Thursday, to the castle.');
  assert.match((await (await as('gareth')).get(talk)).text, /castle/);
  await tell('gareth', 'cai', ['attendance']);
  assert.equal((await (await as('gareth')).get(talk)).status, 403);
  assert.doesNotMatch((await (await as('gareth')).get('/messages')).text, /castle/);
  assert.doesNotMatch((await (await as('gareth')).get('/messages?words=castle')).text, /to the castle/);
  assert.match((await (await as('ffion')).get(talk)).text, /Nobody writes here any more/);
});

test('carers of one child do not see each other, unless the school writes to both together', async () => {
  const { as, done, to, people, site } = await scene();
  await done('ffion', to('lowri', 'cai'), {
    text: 'Cai read well today.',
    also: people.gareth.personId,
    how: 'apart',
  });
  site.clock.move(61_000);
  const lowri = await (await as('lowri')).get('/messages');
  const gareth = await (await as('gareth')).get('/messages');
  assert.match(lowri.text, /Cai read well/);
  assert.match(gareth.text, /Cai read well/);
  const apart = /\/messages\/[0-9a-f-]{36}/.exec(lowri.text)![0];
  const page = await (await as('lowri')).get(apart);
  assert.doesNotMatch(page.text, /Gareth/);
  assert.equal((await (await as('gareth')).get(apart)).status, 403);
  const together = await done('ffion', to('lowri', 'cai'), {
    text: 'Shall we meet?',
    also: people.gareth.personId,
    how: 'together',
  });
  assert.notEqual(together, apart);
  assert.match((await (await as('lowri')).get(together)).text, /Gareth/);
  assert.equal((await (await as('gareth')).get(together)).status, 200);
  const hostile = await (
    await as('ffion')
  ).post(to('lowri', 'cai'), { text: 'Hm', also: people.rhys.personId });
  assert.equal(hostile.status, 422);
});
