import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deliver } from '#test/deliver.ts';
import { makePerson } from '#test/factories.ts';
import { role } from '#features/people/index.ts';
import { practiceFromStepHref } from './addresses.ts';
import { begun, scene, tried } from './practice.scene.ts';
import { takeAwayPractice } from './practice.take-away.ts';

test('what I practise is mine alone until I share it, whoever asks', async () => {
  const { site, school, as } = await scene();
  const ann = await as('ann');
  const address = await begun(ann, { model: 'Two pupils speak before I do' });
  assert.match((await ann.get(address)).text, /Only you/);
  for (const name of ['tomos', 'nia', 'beth', 'huw'] as const)
    for (const below of ['', '/experiments'])
      assert.equal((await (await as(name)).get(address + below)).status, 403, name);
  for (const each of Object.values(role)) {
    const browser = await site.as(await makePerson(site.db, school, { roles: [each] }));
    assert.equal((await browser.get(address)).status, 403, each);
    for (const below of ['edit', 'share', 'history'])
      assert.equal((await browser.get(`${address}/${below}`)).status, 404, each);
  }
});

test('a coach and a partner read it when I choose them; my manager does not, though she is in the same partnership', async () => {
  const { site, as, people, toCoach, toPartners, toEveryone } = await scene();
  const ann = await as('ann');
  const address = await begun(ann, { model: 'Two pupils speak before I do' });
  const tryOut = await tried(ann, address);
  const share = (readers: string[]) => ann.post(`${address}/share`, { readers });
  const page = (await ann.get(`${address}/share`)).text;
  assert.match(page, /Nia Lloyd/);
  assert.doesNotMatch(page, /Beth Rees/, 'a manager is not offered by name');
  assert.equal(
    (await share([`person:${people.huw.personId}`])).status,
    422,
    'somebody I do not work with closely',
  );
  assert.equal(
    (await share([toCoach, toEveryone, toPartners, `person:${people.tomos.personId}`])).status,
    303,
  );
  await deliver(site);
  for (const name of ['nia', 'tomos', 'huw'] as const) {
    const browser = await as(name);
    assert.match((await browser.get('/my-learning/practice/shared')).text, /I wait three seconds/, name);
    const read = (await browser.get(address)).text;
    assert.match(read, /Two pupils speak/, name);
    assert.doesNotMatch(read, /Waited after three questions/, 'a try-out is shared by itself');
    assert.equal((await browser.get(tryOut)).status, 403);
    assert.equal((await browser.post(`${address}/let-go`)).status, 404);
  }
  const beth = await as('beth');
  assert.equal((await beth.get(address)).status, 403);
  assert.doesNotMatch((await beth.get('/my-learning/practice/shared')).text, /I wait three seconds/);
  const told = await site.db
    .selectFrom('notice')
    .select('owner_id')
    .where(
      'owner_id',
      'in',
      Object.values(people).map(({ personId }) => personId),
    )
    .where('kind', '=', 'practice.shared')
    .execute();
  assert.deepEqual(
    new Set(told.map((row) => row.owner_id)),
    new Set([people.nia.personId, people.tomos.personId, people.beth.personId]),
    'those few are told, the programme finds it in its list',
  );
  await share([]);
  assert.equal((await (await as('nia')).get(address)).status, 403, 'taken back at once');
});

test('an action step of my coaching becomes a practice with its words filled in', async () => {
  const { db, as, people } = await scene();
  const ann = await as('ann');
  const step = crypto.randomUUID();
  const href = practiceFromStepHref({ words: 'Name after the question', technique: 'cold-call', step });
  const page = (await ann.get(href)).text;
  assert.match(page, /value="Name after the question"/);
  assert.match(page, /<option value="cold-call" selected/);
  assert.ok(page.includes(`name="step" value="${step}"`));
  await begun(ann, { words: 'Name after the question', technique: 'cold-call', step });
  const row = await db
    .selectFrom('practice')
    .select(['step_id', 'technique'])
    .where('owner_id', '=', people.ann.personId)
    .executeTakeFirstOrThrow();
  assert.deepEqual(row, { step_id: step, technique: 'cold-call' });
});

test('rehearsing before it was seen done says so, shows where, and is not refused', async () => {
  const { as, people } = await scene();
  const ann = await as('ann');
  const address = await begun(ann, { technique: 'turn-and-talk' });
  const before = (await ann.get(address)).text;
  assert.match(before, /There is no example of this/);
  assert.match(before, /You have not said that you have seen it done/);
  const rehearse = (more: Record<string, string>) =>
    ann.post(`${address}/rehearsals`, { on_date: '2026-11-18', how: 'coach', words: 'Twice', ...more });
  assert.equal((await rehearse({ with: people.nia.personId })).status, 303);
  assert.equal((await rehearse({ with: people.huw.personId })).status, 422, 'not somebody I work with');
  assert.equal((await rehearse({ on_date: '2026-11-19' })).status, 422, 'a day to come');
  const seen = await ann.post(`${address}/seen`);
  const after = (await ann.get(address)).text;
  assert.doesNotMatch(after, /You have not said that you have seen it done/);
  assert.match(after, /Nia Lloyd/);
  assert.match(seen.said, /can be rehearsed/);
});

test('the main thing to do is the next in the order: see it done, rehearse it, try it in class', async () => {
  const { as } = await scene();
  const ann = await as('ann');
  const address = await begun(ann, { technique: 'turn-and-talk' });
  const main = async () => /<a class="button"[^>]*>[^<]*/.exec((await ann.get(address)).text)?.[0] ?? '';
  assert.match(await main(), /See it done/);
  await ann.post(`${address}/seen`);
  assert.match(await main(), /Rehearse it/);
  await ann.post(`${address}/rehearsals`, { on_date: '2026-11-18', how: 'alone', words: '' });
  assert.match(await main(), /Log what I tried in class/);
  const other = await begun(ann);
  await tried(ann, other);
  assert.match((await ann.get(other)).text, /Log what I tried in class/, 'tried without rehearsing');
});

test('my picture of what good looks like has versions that I can compare, and two tabs lose neither text', async () => {
  const { as } = await scene();
  const ann = await as('ann');
  const address = await begun(ann, { model: 'It is quiet' });
  const save = (model: string, version: number) =>
    ann.post(`${address}/edit`, { words: 'I wait', model, version: String(version) });
  assert.equal((await save('Two pupils speak', 1)).status, 303);
  const stale = await save('From another tab', 1);
  assert.equal(stale.status, 409);
  assert.match(stale.text, /Two pupils speak[^]*|From another tab/);
  await save('Four pupils speak', 2);
  const compared = (await ann.get(`${address}/history?before=1&after=2`)).text;
  assert.match(compared, /It is quiet/);
  assert.match(compared, /Two pupils speak/);
  assert.doesNotMatch(compared, /Four pupils speak/);
  assert.match((await ann.get(`${address}/history`)).text, /It is quiet[^]*Four pupils speak/);
});

test('a small experiment stands side by side: the same routine, each variation, what pupils did', async () => {
  const { as } = await scene();
  const ann = await as('ann');
  const address = await begun(ann);
  const vary = (held_constant: string, changed: string, responded: string) =>
    tried(ann, address, { held_constant, changed, 'pupils-responded': responded });
  await vary('Contemplate, then calculate', '“Paying attention to …”', 'They named Steven');
  await vary('contemplate,  then calculate.', '“Paying attention to … in graphs”', 'They named slopes');
  await vary('Another routine', 'Something', 'Else');
  await tried(ann, address);
  const page = (await ann.get(`${address}/experiments`)).text;
  assert.match(page, /2 variations/);
  assert.match(page, /They named Steven[^]*They named slopes/);
  assert.match(page, /1 variation</);
  assert.match(page, /not what caused it/);
  const again = /href="(\/my-learning\/try-outs\/new\?[^"]*kept=Contemplate[^"]*)"/.exec(page)![1]!;
  assert.match((await ann.get(again.replaceAll('&amp;', '&'))).text, />\s*Contemplate, then calculate</);
});

test('nobody logs a try-out as part of what somebody else practises', async () => {
  const { as } = await scene();
  const address = await begun(await as('ann'));
  await assert.rejects(async () => tried(await as('tomos'), address), /422/);
});

test('several that fall due are one notice, which goes when all are looked at', async () => {
  const { site, db, people, as } = await scene();
  const ann = await as('ann');
  const [one, two] = [await begun(ann), await begun(ann, { words: 'Boards first' })];
  for (const each of [one, two]) await ann.post(`${each}/looks`);
  site.clock.set('2026-11-25T08:00:00Z');
  await deliver(site);
  const waiting = () =>
    db
      .selectFrom('notice')
      .select('href')
      .where('owner_id', '=', people.ann.personId)
      .where('done_at', 'is', null)
      .execute();
  assert.deepEqual(await waiting(), [{ href: '/my-learning/practice' }]);
  assert.match((await ann.get('/my-learning/practice')).text, /2 are to be met again today/);
  await ann.post(`${one}/looks/1`, { how: 'with-thought', note: 'On Mondays' });
  assert.equal((await waiting()).length, 1);
  await ann.post(`${two}/let-go`);
  assert.equal((await waiting()).length, 0, 'what was let go reminds nobody');
  await ann.post(`${two}/bring-back`);
  assert.equal((await waiting()).length, 1);
  assert.equal((await ann.post(`${one}/looks/1`, { how: 'by-itself' })).status, 404, 'looked at already');
});

test('what lies untouched for weeks is listed without blame, and can be taken up, made smaller or let go', async () => {
  const { site, as } = await scene();
  let ann = await as('ann');
  const [old, again] = [await begun(ann), await begun(ann, { words: 'Boards first' })];
  await begun(ann, { words: 'Met again soon' });
  const dusty = async () => (await ann.get('/my-learning/practice/dusty')).text;
  assert.match(await dusty(), /Nothing lies here/);
  site.clock.set('2027-01-06T08:00:00Z');
  ann = await as('ann');
  const third = await begun(ann, { words: 'Begun today' });
  assert.match(await dusty(), /3 practices/);
  assert.doesNotMatch(await dusty(), /Begun today/);
  const taken = await ann.post(`${again}/take-up`);
  assert.match(taken.said, /13 January/);
  const gone = await ann.post(`${old}/let-go`);
  assert.match(gone.said, /honest end/);
  assert.match(await dusty(), /1 practice</);
  assert.match((await ann.get(`${third}/edit?smaller=yes`)).text, /takes a minute/);
  assert.match((await ann.get('/my-learning/practice/let-go')).text, /I wait three seconds/);
  assert.equal((await ann.post(`${old}/bring-back`)).status, 303);
  assert.match(await dusty(), /2 practices/);
});

test('my archive holds what I practised and nothing of anybody else', async () => {
  const { db, people, as } = await scene();
  const ann = await as('ann');
  const address = await begun(ann, { technique: 'cold-call', model: 'All think' });
  await ann.post(`${address}/rehearsals`, { on_date: '2026-11-18', how: 'alone', words: 'To the wall' });
  await begun(await as('tomos'), { words: 'canary of Tomos' });
  const sections = await takeAwayPractice(db, people.ann.personId, [people.ann.organisationId]);
  const text = JSON.stringify(sections);
  assert.match(text, /All think/);
  assert.match(text, /To the wall/);
  assert.doesNotMatch(text, /canary/);
  assert.deepEqual(await takeAwayPractice(db, people.huw.personId, [people.huw.organisationId]), []);
});

test('what was tried of a practice is met again with it, not by itself, and only its author is told of the practice', async () => {
  const { site, db, people, as, toCoach } = await scene();
  const ann = await as('ann');
  const address = await begun(ann);
  const tryOut = await tried(ann, address, { remind: 'yes', readers: [toCoach] });
  const own = await db
    .selectFrom('try_out_revisit')
    .select('id')
    .where('owner_id', '=', people.ann.personId)
    .execute();
  assert.deepEqual(own, [], 'no reminder of its own');
  const mine = (await ann.get(tryOut)).text;
  assert.match(mine, /belongs to what you practise[^]*I wait three seconds/);
  assert.doesNotMatch(mine, /Remind me to look again/);
  await deliver(site);
  assert.match((await ann.get(address)).text, /Meet it again on Wednesday 25 November/);
  const nia = await as('nia');
  const theirs = await nia.get(tryOut);
  assert.equal(theirs.status, 200, 'a coach reads a try-out that was shared with her');
  assert.doesNotMatch(theirs.text, /I wait three seconds/);
  assert.equal((await nia.get(address)).status, 403);
});

test('beginning an experiment opens the fields for it', async () => {
  const { as } = await scene();
  const ann = await as('ann');
  const address = await begun(ann);
  const page = (await ann.get(`${address}/experiments`)).text;
  const begin = /href="(\/my-learning\/try-outs\/new\?[^"]*experiment=yes[^"]*)"/.exec(page)![1]!;
  const form = (await ann.get(begin.replaceAll('&amp;', '&'))).text;
  assert.match(form, /<details class="more" open>/);
  assert.match(form, /<option value="[^"]+" selected>I wait three seconds/);
});

test('what I let go is not changed from another tab, and is whole when I bring it back', async () => {
  const { as } = await scene();
  const ann = await as('ann');
  const address = await begun(ann);
  await ann.post(`${address}/let-go`);
  const rehearsal = { on_date: '2026-11-18', how: 'alone', with: '', words: 'By the window' };
  for (const [below, sent] of [
    ['seen', {}],
    ['rehearsals', rehearsal],
    ['looks', {}],
    ['take-up', {}],
    ['edit', { words: 'Something else', version: '1' }],
  ] as const) {
    const refused = await ann.post(`${address}/${below}`, sent);
    assert.equal(refused.status, 422, below);
    assert.match(refused.text, /Bring it back first/, below);
  }
  await ann.post(`${address}/bring-back`);
  const page = (await ann.get(address)).text;
  assert.match(page, /I wait three seconds/);
  assert.doesNotMatch(page, /By the window/);
  for (const id of ['x', '01a080fa-9160-71f8-8dec-dbc523646956'])
    assert.equal((await ann.post(`${address}/rehearsals/${id}/end`)).status, 404, id);
});
