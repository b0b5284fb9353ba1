import assert from 'node:assert/strict';
import { test } from 'node:test';
import { monday, scene, undoOf, words } from './cover.scene.ts';

const dayPath = `/cover?day=${monday}`;

test('somebody is ill: whoever keeps cover is told, sees what is open and a suggestion with its reasons, and takes it', async () => {
  const { as, away, jobs, people } = await scene();
  await away('ffion');
  await jobs();
  const keeper = await as('keeper');
  assert.match(words((await keeper.get('/today')).text), /Ffion Puw is away, and classes are open/);
  const page = (await keeper.get(dayPath)).text;
  assert.match(words(page), /2 of 2 classes are open/);
  const first = words(page.split('Period 1')[1]!.split('Period 2')[0]!);
  // Huw has 7B then; of Tomos and Owain, alike in all else, both are free.
  assert.match(
    first,
    /7A, Maths Ffion Puw is away\. No work is left yet\. Open .*Suggested: (Tomos Bevan|Owain Price) \. Free\. Teaches the subject\. Has one other lesson that day\. Covered no lesson this term, others 0\./,
  );
  const action = /action="(\/cover\/absences\/[^"]+\/0900\/[^"]+)"/.exec(page)![1]!;
  const done = await keeper.post(action, { how: 'colleague', person: people.tomos.personId, was: '' });
  assert.match(done.said, /Tomos Bevan is asked to take 7A at 09:00/);
  assert.match(
    words((await keeper.get(dayPath)).text),
    /One of 2 classes is open.*Tomos Bevan takes it\. Has not answered yet/,
  );
});

test('whoever is asked hears at once, reads what to do, and says that they will be there', async () => {
  const { as, away, ask, jobs, slot, units } = await scene();
  const absence = await away('ffion');
  const ffion = await as('ffion');
  const field = `work-${monday}-0900-${units['7A']}`;
  const left = await ffion.post(`${absence}/work`, {
    version: '0',
    week: monday,
    [field]: 'Page 34, books on my desk.',
  });
  assert.equal(left.status, 303);
  await ask(absence, '7A', '09:00', 'tomos');
  await jobs();
  const tomos = await as('tomos');
  const today = (await tomos.get('/today')).text;
  assert.match(words(today), /Take 7A on Monday 23 November at 09:00/);
  const asked = /href="(\/cover\/asked\/[^"]+)"/.exec(today)![1]!;
  assert.match(words((await tomos.get(asked)).text), /Page 34, books on my desk/);
  assert.equal((await tomos.post(`${asked}/accept`)).status, 303);
  await jobs();
  assert.doesNotMatch(words((await tomos.get('/today')).text).split('Done lately')[0]!, /Take 7A on/);
  assert.match(words((await (await as('keeper')).get(dayPath)).text), /Tomos Bevan takes it\. Has said so/);
  assert.equal((await (await as('huw')).get(asked)).status, 404, 'a colleague does not read it');
  assert.equal((await (await as('huw')).get(slot(absence, '7A', '09:00'))).status, 403);
});

test('“I cannot, because” opens the class again; the one who keeps cover reads why, and it can be taken back', async () => {
  const { as, away, ask, jobs } = await scene();
  const absence = await away('ffion');
  await ask(absence, '7A', '09:00', 'tomos');
  await ask(absence, '7A', '10:00', 'owain');
  await jobs();
  const tomos = await as('tomos');
  const asked = /href="(\/cover\/asked\/[^"]+)"/.exec((await tomos.get('/today')).text)![1]!;
  assert.equal((await tomos.post(`${asked}/decline`, { why: '' })).status, 422);
  const no = await tomos.post(`${asked}/decline`, { why: 'I take the choir then.' });
  assert.equal(no.status, 303);
  await jobs();
  const keeper = await as('keeper');
  assert.match(words((await keeper.get('/today')).text), /Ffion Puw is away, and classes are open/);
  const page = words((await keeper.get(dayPath)).text);
  assert.match(page, /One of 2 classes is open/);
  assert.match(page, /Tomos Bevan cannot take 7A at 09:00\. I take the choir then\./);
  assert.doesNotMatch(words((await (await as('huw')).get(dayPath)).text), /choir/);
  assert.equal((await tomos.post(`${asked}/after-all`)).status, 303);
  assert.match(words((await keeper.get(dayPath)).text), /Somebody is asked for every class/);
});

test('all suggestions of a day are looked at, taken in one go, and taken back in one go', async () => {
  const { as, away } = await scene();
  await away('ffion');
  await away('huw', { kind: 'training' });
  const keeper = await as('keeper');
  const preview = (await keeper.get(`/cover/plan?day=${monday}`)).text;
  const take = [...preview.matchAll(/name="take" value="([^"]+)" checked/g)].map(([, value]) => value!);
  assert.equal(take.length, 3);
  const done = await keeper.post('/cover/plan', { day: monday, take });
  assert.match(done.said, /3 classes are arranged/);
  const takeBack = await undoOf(keeper, done);
  assert.match(words((await keeper.get(dayPath)).text), /Somebody is asked for every class/);
  assert.equal((await takeBack()).status, 303);
  assert.match(words((await keeper.get(dayPath)).text), /3 of 3 classes are open/);
});

test('an arrangement is changed by hand and taken back to what it was', async () => {
  const { as, away, ask } = await scene();
  const absence = await away('ffion');
  await ask(absence, '7A', '09:00', 'tomos');
  const keeper = await as('keeper');
  const page = (await keeper.get(`${dayPath}`)).text;
  assert.match(page, /Tomos Bevan takes it/);
  const blind = await ask(absence, '7A', '09:00', 'owain');
  assert.equal(blind.status, 422);
  assert.match(words(blind.text), /Sian Rees arranged this meanwhile for 7A at 09:00: Tomos Bevan/);
  const href = /href="(\/cover\/absences\/[^"]+\/0900\/[^"]+)"/.exec(page)![1]!;
  const was = /name="was" value="([^"]+)"/.exec((await keeper.get(href)).text)![1]!;
  const changed = await keeper.post(href, { how: 'supply', words: 'Mr Bowen', was });
  assert.equal(changed.status, 303);
  const takeBack = await undoOf(keeper, changed);
  assert.match(words((await keeper.get(dayPath)).text), /Supply: Mr Bowen/);
  await takeBack();
  assert.match(words((await keeper.get(dayPath)).text), /Tomos Bevan takes it/);
});

test('in after all: what was arranged is let go, whoever had said yes hears, and undoing brings it back', async () => {
  const { as, away, ask, jobs } = await scene();
  const absence = await away('ffion');
  await ask(absence, '7A', '09:00', 'tomos');
  await jobs();
  const tomos = await as('tomos');
  const asked = /href="(\/cover\/asked\/[^"]+)"/.exec((await tomos.get('/today')).text)![1]!;
  await tomos.post(`${asked}/accept`);
  const ffion = await as('ffion');
  const back = await ffion.post(`${absence}/back`);
  assert.equal(back.status, 303);
  const takeBack = await undoOf(ffion, back);
  await jobs();
  assert.match(
    words((await tomos.get('/today')).text),
    /You need not take 7A on Monday 23 November at 09:00 after all/,
  );
  assert.match(words((await (await as('keeper')).get(dayPath)).text), /Nobody is away/);
  await takeBack();
  await jobs();
  assert.match(words((await (await as('keeper')).get(dayPath)).text), /Tomos Bevan takes it/);
  assert.doesNotMatch(words((await tomos.get('/today')).text).split('Done lately')[0]!, /need not take/);
});

test('one’s own week, calendar and number of the term hold what one covers', async () => {
  const { as, away, ask } = await scene();
  const absence = await away('ffion');
  await ask(absence, '7A', '09:00', 'tomos');
  const tomos = await as('tomos');
  assert.match(words((await tomos.get(`/week?on=${monday}`)).text), /Cover.*7A, Maths.*09:00 to 10:00/);
  assert.match(words((await tomos.get('/cover/term')).text), /You took one class for others this term/);
  assert.doesNotMatch(words((await tomos.get('/cover/term')).text), /Everybody/);
  assert.match(words((await (await as('keeper')).get('/cover/term')).text), /Everybody.*Tomos Bevan 1/);
  assert.match(words((await tomos.get('/today')).text), /Cover: 7A, Maths/);
});
