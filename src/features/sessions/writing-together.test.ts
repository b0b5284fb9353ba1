import assert from 'node:assert/strict';
import { test } from 'node:test';
import { principals, shareItem } from '#platform/access/items.ts';
import { writingScene } from './writing.scene.ts';

const flat = (text: string): string => text.replace(/\s+/g, ' ');

test('the parts that the protocol asks for stand on the page, written together, each by anybody inside', async () => {
  const all = await writingScene();
  const [ann, nia] = [await all.as('ann'), await all.as('nia')];
  const page = flat((await ann.get(all.at('joint-plan'))).text);
  assert.match(
    page,
    /What you write together.*What pupils should learn.*One aim, in a sentence\..*How we watch/,
  );
  assert.equal(
    (await ann.post(all.at('joint-plan', 'minutes/aims'), { text: 'They argue', version: 0 })).status,
    303,
  );
  const after = await nia.post(all.at('joint-plan', 'minutes/aims'), { text: 'They argue well', version: 1 });
  assert.equal(after.to, `${all.at('joint-plan')}#aims`);
  assert.match((await ann.get(all.at('joint-plan'))).text, /They argue well/);
  const named = await ann.post(all.at('joint-plan', 'minutes/part-notes'), { text: 'In pairs', version: 0 });
  assert.equal(named.status, 303, 'a part called like a part of the page has a name of its own');
  for (const section of ['notes', 'refine', 'nothing'])
    assert.equal(
      (await ann.post(all.at('joint-plan', `minutes/${section}`), { text: 'x', version: 0 })).status,
      404,
      section,
    );
});

test('a meeting has its agenda first, the usual one where the protocol names none, then the questions', async () => {
  const all = await writingScene();
  const ann = await all.as('ann');
  const page = flat((await ann.get(all.at('question-meeting'))).text);
  assert.match(
    page,
    /id="refine".*id="commitments".*id="question-what-is-going-on".*What is going on for our pupils\?/,
  );
  assert.match(page, /The source asks for 1 h 15 min to 1 h 30 min; this is planned for 1 h\./);
  const question = all.at('question-meeting', 'minutes/question-what-is-going-on');
  assert.equal((await ann.post(question, { text: 'They wait to be asked', version: 0 })).status, 303);
  assert.match((await ann.get(all.at('question-meeting'))).text, /They wait to be asked/);
});

test('who opens a part is named to the others until ten minutes without a word, a save or leaving', async () => {
  const all = await writingScene();
  const [ann, tomos] = [await all.as('ann'), await all.as('tomos')];
  const place = all.at('joint-plan', 'writing/aims');
  const opened = await ann.post(place);
  assert.equal(opened.to, `${all.at('joint-plan')}?write=aims#aims`);
  assert.match((await ann.get(`${all.at('joint-plan')}?write=aims`)).text, /<textarea[^>]*autofocus/);
  const seen = async () => flat((await tomos.get(all.at('joint-plan'))).text);
  assert.match(await seen(), /Ann Puw is writing here, since 16:30\..*Write anyway/);
  assert.doesNotMatch(
    (await ann.get(all.at('joint-plan'))).text,
    /is writing here/,
    'nobody is told of themself',
  );

  all.site.clock.move(8 * 60_000);
  await ann.post(place);
  all.site.clock.move(8 * 60_000);
  assert.match(await seen(), /Ann Puw is writing here, since 16:30\./, 'she went on typing');
  all.site.clock.move(3 * 60_000);
  assert.doesNotMatch(await seen(), /is writing here/, 'she closed her computer');
  await ann.post(place);
  assert.match(await seen(), /Ann Puw is writing here, since 16:49\./);

  assert.equal((await tomos.post(place)).status, 303, 'he may go on all the same');
  assert.match((await ann.get(all.at('joint-plan'))).text, /Tomos Bevan is writing here/);
  await tomos.post(all.at('joint-plan', 'minutes/aims'), { text: 'His', version: 0 });
  assert.doesNotMatch((await ann.get(all.at('joint-plan'))).text, /Tomos Bevan is writing here/, 'saved');
  assert.match(await seen(), /Ann Puw is writing here/);
  const stale = await ann.post(all.at('joint-plan', 'minutes/aims'), { text: 'Hers', version: 0 });
  assert.equal(stale.status, 409);
  assert.match(stale.text, /His/);
  assert.match(stale.text, /Hers/);
  const leave = /href="([^"]+)"[^>]*>Leave it as Tomos Bevan saved it/.exec(stale.text)![1]!;
  assert.equal((await ann.get(leave)).status, 200);
  await ann.post(`${place}/leave`);
  assert.doesNotMatch(await seen(), /is writing here/, 'left');
});

test('a page that stays open hears which versions stand and who is writing, and no word of the text', async () => {
  const all = await writingScene();
  const [ann, tomos] = [await all.as('ann'), await all.as('tomos')];
  await tomos.post(all.at('joint-plan', 'minutes/aims'), { text: 'His words', version: 0 });
  await tomos.post(all.at('joint-plan', 'writing/part-notes'));
  const answer = await ann.get(all.at('joint-plan', 'newer'));
  assert.doesNotMatch(answer.text, /His words/);
  assert.deepEqual(
    (JSON.parse(answer.text).sections as { section: string }[]).toSorted((a, b) =>
      a.section < b.section ? -1 : 1,
    ),
    [
      { section: 'aims', version: 1, saved: 'Tomos Bevan saved a newer text.', writing: '' },
      { section: 'part-notes', version: 0, saved: '', writing: 'Tomos Bevan is writing here, since 16:30.' },
    ],
  );
  assert.equal((await ann.get(`${all.base}/steps/999/newer`)).status, 404);
});

test('earlier versions say who and when, and one of them can stand again, as a new one', async () => {
  const all = await writingScene();
  const [ann, tomos] = [await all.as('ann'), await all.as('tomos')];
  const aims = all.at('joint-plan', 'minutes/aims');
  await ann.post(aims, { text: 'The first', version: 0 });
  all.site.clock.move(60_000);
  await tomos.post(aims, { text: 'The second', version: 1 });
  assert.match((await ann.get(all.at('joint-plan'))).text, new RegExp(`href="${aims}"`));
  const versions = flat((await ann.get(aims)).text);
  assert.match(versions, /Tomos Bevan.*16:31.*As it stands now.*The second.*Ann Puw.*16:30.*The first/);
  assert.equal((await ann.post(`${aims}/1/take-up`, { version: 1 })).status, 422, 'somebody was quicker');
  assert.equal((await ann.post(`${aims}/7/take-up`, { version: 2 })).status, 404);
  assert.equal((await ann.post(`${aims}/1/take-up`, { version: 2 })).status, 303);
  const again = flat((await ann.get(aims)).text);
  assert.match(again, /3 versions.*Ann Puw.*The first.*Tomos Bevan.*The second.*Ann Puw.*The first/);
  const whole = flat((await tomos.get(all.at('joint-plan', 'minutes'))).text);
  assert.match(whole, /What was written: Plan the lesson.*What pupils should learn.*The first/);
});

test('nobody outside reads, writes or hears who writes; whoever was let in for the step does all three', async () => {
  const all = await writingScene();
  const ann = await all.as('ann');
  await ann.post(all.at('joint-plan', 'minutes/aims'), { text: 'Ours alone', version: 0 });
  await ann.post(all.at('joint-plan', 'minutes/aims'), { text: 'Ours alone again', version: 1 });
  await ann.post(all.at('joint-plan', 'writing/aims'));
  const gets = ['minutes', 'minutes/aims', 'newer'];
  const posts = [
    ['minutes/aims', { text: 'Mine', version: 2 }],
    ['minutes/aims/1/take-up', { version: 2 }],
    ['writing/aims', {}],
    ['writing/aims/leave', {}],
  ] as const;
  const outside = ['lead', 'head', 'senior', 'manager', 'sponsor', 'outsider', 'guest', 'otherHead'] as const;
  for (const name of outside) {
    const browser = await all.as(name);
    const page = await browser.get(all.at('joint-plan'));
    assert.doesNotMatch(page.text, /Ours alone|is writing here/, name);
    for (const below of gets) {
      const answer = await browser.get(all.at('joint-plan', below));
      assert.ok([403, 404].includes(answer.status), `${name} ${below}`);
      assert.doesNotMatch(answer.text, /Ours alone|Ann Puw/, name);
    }
    for (const [below, fields] of posts)
      assert.ok(
        [403, 404].includes((await browser.post(all.at('joint-plan', below), fields)).status),
        `${name} ${below}`,
      );
  }
  const item = { ownerId: all.school.id, id: all.writing['joint-plan'] };
  const letIn = {
    principal: principals.person(all.people.outsider.personId),
    ability: 'contribute' as const,
  };
  await shareItem(all.db, item, [letIn], all.site.clock.now);
  const huw = await all.as('outsider');
  const page = flat((await huw.get(all.at('joint-plan'))).text);
  assert.match(page, /Ours alone again.*Ann Puw is writing here/);
  assert.equal(
    (await huw.post(all.at('joint-plan', 'minutes/aims'), { text: 'And mine', version: 2 })).status,
    303,
  );
  assert.match((await ann.get(all.at('joint-plan'))).text, /Huw Parry/);
  for (const other of ['question-meeting', 'alone', 'blind'] as const)
    assert.doesNotMatch((await huw.get(all.at(other))).text, /id="writing"/, `not at ${other}`);
});

test('a guest who may read the outline and was let in for one step writes there, and nowhere else', async () => {
  const all = await writingScene();
  await (await all.as('ann')).post(all.at('alone', 'answers'), { 'answer-aims': 'Ann’s', version: 0 });
  const guest = principals.person(all.people.guest.personId);
  const outline = { ownerId: all.school.id, id: all.programme };
  const readers = [guest, principals.circle(all.programme)].map((principal) => ({
    principal,
    ability: 'read' as const,
  }));
  await shareItem(all.db, outline, readers, all.site.clock.now);
  const step = { ownerId: all.school.id, id: all.writing.alone };
  await shareItem(all.db, step, [{ principal: guest, ability: 'contribute' }], all.site.clock.now);
  const jon = await all.as('guest');
  assert.match((await jon.get(all.at('alone'))).text, /Ann’s/);
  assert.equal(
    (await jon.post(all.at('alone', 'answers'), { 'answer-aims': 'A guest’s', version: 0 })).status,
    303,
  );
  assert.equal((await jon.post(all.at('blind', 'answers'), { 'answer-aims': 'x', version: 0 })).status, 403);
  assert.match((await (await all.as('tomos')).get(all.at('alone'))).text, /A guest’s/);
});

test('what was written in a part stays to be read when the protocol does not ask for it any more', async () => {
  const all = await writingScene();
  const ann = await all.as('ann');
  await ann.post(all.at('joint-plan', 'minutes/aims'), { text: 'They argue', version: 0 });
  await ann.post(all.at('alone', 'answers'), { 'answer-aims': 'Ann’s', version: 0 });
  await all.db
    .updateTable('step_minutes')
    .set({ section: 'aims-of-old' })
    .where('owner_id', '=', all.school.id)
    .execute();
  await all.db
    .updateTable('contribution')
    .set({ section: 'aims-of-old' })
    .where('owner_id', '=', all.school.id)
    .execute();
  const gone = /Written under a heading that is gone/;
  assert.match(
    flat((await ann.get(all.at('joint-plan', 'minutes'))).text),
    new RegExp(`${gone.source}.*They argue`),
  );
  assert.match(flat((await ann.get(all.at('alone'))).text), new RegExp(`${gone.source}.*Ann’s`));
});

test('when the programme is closed it is all read and nothing is opened to write', async () => {
  const all = await writingScene();
  const ann = await all.as('ann');
  await ann.post(all.at('joint-plan', 'minutes/aims'), { text: 'Kept', version: 0 });
  await all.db
    .updateTable('programme')
    .set({ closed_at: all.site.clock.now })
    .where('owner_id', '=', all.school.id)
    .execute();
  const page = (await ann.get(all.at('joint-plan'))).text;
  assert.match(page, /Kept/);
  assert.doesNotMatch(page, />\s*Write here\s*</);
  assert.equal((await ann.post(all.at('joint-plan', 'writing/aims'))).status, 403);
});

test('a promise beyond what the source advises asks why, shows its words, and is made', async () => {
  const all = await writingScene();
  const ann = await all.as('ann');
  const promise = { trying: 'Wait', pupils: 'The quiet four', due_on: '2026-12-04' };
  const address = all.at('question-meeting', 'commitments');
  assert.equal((await ann.post(address, promise)).status, 303);
  assert.match(
    flat((await ann.get(all.at('question-meeting'))).text),
    /This protocol asks for one promise at a time.*Source:.*Why one more, in your own words/,
  );
  const asked = await ann.post(address, { ...promise, trying: 'Boards' });
  assert.equal(asked.status, 422);
  assert.match(asked.text, /Say why one more/);
  assert.equal(
    (await ann.post(address, { ...promise, trying: 'Boards', beyond: 'They belong together' })).status,
    303,
  );
  const tomos = await all.as('tomos');
  assert.match(
    flat((await tomos.get(all.at('question-meeting'))).text),
    /Why one more: They belong together/,
  );
  assert.equal((await tomos.post(address, { ...promise, beyond: 'Unasked' })).status, 303);
  const kept = await all.db
    .selectFrom('commitment')
    .select('beyond')
    .where('owner_id', '=', all.school.id)
    .execute();
  assert.deepEqual(kept.map(({ beyond }) => beyond).toSorted(), ['', '', 'They belong together']);
  const usual = `${all.base}/steps/2/commitments`;
  assert.equal((await tomos.post(usual, promise)).status, 303, 'a step without such advice asks nobody');
});
