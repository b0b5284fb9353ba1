import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deliver, runJob } from '#test/deliver.ts';
import { scene } from './repairs.scene.ts';
import { repairsJob } from './settle-repairs.ts';

/** What Today shows before what is done lately. */
const waiting = (text: string): string => text.split('Done lately')[0]!;

test('what is broken is reported in a line and a place, and all staff see it; pupils do not', async () => {
  const { as, report } = await scene();
  const answer = await report('ffion');
  assert.equal(answer.status, 303);
  const tomos = await as('tomos');
  assert.match((await tomos.get('/repairs')).text, /The projector flickers<\/bdi><\/a\s*>,\s*<bdi>H3/);
  assert.match((await tomos.get('/repairs/new')).text, /Reported already[\s\S]*The projector flickers/);
  assert.equal((await tomos.get(answer.to)).status, 200);
  const cai = await as('cai');
  for (const path of ['/repairs/new', answer.to]) assert.equal((await cai.get(path)).status, 403);
  assert.equal((await report('cai')).status, 403);
});

test('without a place it would not be found, so one is asked for', async () => {
  const { report } = await scene();
  const { status, text } = await report('ffion', { room: '' });
  assert.equal(status, 422);
  assert.match(text, /Say where it is/);
  assert.match(text, /value="The projector flickers"/);
  assert.equal((await report('ffion', { room: '', place: 'By the back gate' })).status, 303);
  assert.equal((await report('ffion', { room: '01936f6e-0000-7000-8000-000000000000' })).status, 422);
});

test('words of the place are kept beside a room that was chosen', async () => {
  const { as, report } = await scene();
  const { to } = await report('ffion', { place: 'by the window' });
  assert.match((await (await as('tomos')).get(to)).text, /H3, by the window/);
});

test('whoever has it too adds themselves once, and is told like its reporter when something moves', async () => {
  const { site, as, reported } = await scene();
  const address = await reported();
  const tomos = await as('tomos');
  await tomos.post(`${address}/too`);
  await tomos.post(`${address}/too`);
  assert.match((await tomos.get('/repairs')).text, /one other has it too/);
  const office = await as('office');
  await office.post(`${address}/move`, { state: 'looked-at', action: 'A new lamp is ordered.', version: 1 });
  await deliver(site);
  for (const name of ['ffion', 'tomos'] as const)
    assert.match((await (await as(name)).get('/today')).text, /The projector flickers \(H3\): looked at/);
  assert.doesNotMatch((await office.get('/today')).text, /The projector flickers \(H3\): looked at/);
  site.clock.move(8 * 86_400_000);
  await runJob(site, repairsJob);
  assert.doesNotMatch(waiting((await (await as('ffion')).get('/today')).text), /looked at/);
});

test('the office hears of it until somebody looks after it; whoever does hears, and may say what was done', async () => {
  const { site, as, people, reported } = await scene();
  const address = await reported();
  await deliver(site);
  const office = await as('office');
  assert.match((await office.get('/today')).text, /Reported: The projector flickers \(H3\)/);
  const step = { state: 'being-mended', action: 'The lamp is on its way.' };
  const gwil = await as('gwil');
  assert.equal((await gwil.post(`${address}/move`, { ...step, version: 1 })).status, 403);
  await office.post(`${address}/move`, { state: 'reported', after: people.gwil.personId, version: 1 });
  await deliver(site);
  assert.doesNotMatch(waiting((await office.get('/today')).text), /Reported: The projector/);
  assert.match((await gwil.get('/today')).text, /To be mended: The projector flickers \(H3\)/);
  const sent = { ...step, after: people.gwil.personId, version: 2 };
  assert.equal((await gwil.post(`${address}/move`, sent)).status, 303);
  const page = (await (await as('tomos')).get(address)).text;
  assert.match(page, /The lamp is on its way\./);
  assert.match(page, /Gwil Evans/);
});

test('that something will not be mended needs a reason; what is over stands in a list of its own', async () => {
  const { as, reported } = await scene();
  const address = await reported();
  const office = await as('office');
  const refused = await office.post(`${address}/move`, { state: 'will-not-be', version: 1 });
  assert.match(refused.text, /Say why it will not be mended/);
  const why = { state: 'will-not-be', action: 'It is too old. H3 has a screen now.', version: 1 };
  assert.equal((await office.post(`${address}/move`, why)).status, 303);
  assert.doesNotMatch((await office.get('/repairs')).text, /The projector flickers/);
  assert.match((await office.get('/repairs?show=over')).text, /The projector flickers/);
});

test('of two who save a step at once the second sees the first; whoever took the last step takes it back', async () => {
  const { as, people, reported } = await scene();
  const address = await reported();
  const office = await as('office');
  const given = { state: 'looked-at', action: 'Seen.', after: people.gwil.personId, version: 1 };
  assert.equal((await office.post(`${address}/move`, given)).status, 303);
  const late = await office.post(`${address}/move`, { ...given, action: 'Seen again.' });
  assert.equal(late.status, 422);
  assert.match(late.text, /Somebody saved a step meanwhile/);
  assert.match(late.text, /Seen again\./);
  assert.equal((await (await as('gwil')).post(`${address}/take-back/2`)).status, 403);
  assert.equal((await office.post(`${address}/take-back/2`)).status, 303);
  const page = (await office.get(address)).text;
  assert.doesNotMatch(page, /Seen\./);
  assert.match(page, /Nobody yet/);
  assert.equal((await (await as('gwil')).post(`${address}/move`, { ...given, version: 3 })).status, 403);
});

test('a second press on taking a step back leaves the step before as it is', async () => {
  const { as, reported } = await scene();
  const address = await reported();
  const office = await as('office');
  await office.post(`${address}/move`, { state: 'looked-at', action: 'Seen first.', version: 1 });
  await office.post(`${address}/move`, { state: 'being-mended', action: 'A lamp is ordered.', version: 2 });
  assert.equal((await office.post(`${address}/take-back/3`)).status, 303);
  const again = await office.post(`${address}/take-back/3`);
  assert.equal(again.status, 422);
  assert.match(again.text, /Something moved meanwhile/);
  assert.match((await office.get(address)).text, /Seen first\./);
});

test('a report by mistake is taken back by its author alone, and can be brought back', async () => {
  const { site, as, reported } = await scene();
  const address = await reported();
  assert.equal((await (await as('office')).post(`${address}/end`)).status, 403);
  const ffion = await as('ffion');
  assert.equal((await ffion.post(`${address}/end`)).status, 303);
  await deliver(site);
  const tomos = await as('tomos');
  assert.equal((await tomos.get(address)).status, 404);
  assert.doesNotMatch((await tomos.get('/repairs')).text, /The projector/);
  assert.equal((await ffion.post(`${address}/restore`)).status, 303);
  assert.equal((await tomos.get(address)).status, 200);
});

test('a photo comes along when no pupil is seen in it', async () => {
  const { as, h3 } = await scene();
  const ffion = await as('ffion');
  const photo = {
    field: 'files',
    name: 'lamp.png',
    type: 'image/png',
    body: Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    ),
  };
  const sent = { title: 'The lamp is broken', room: h3 };
  const refused = await ffion.post('/repairs/new', sent, [photo]);
  assert.match(refused.text, /Say that no pupil can be recognised/);
  const answer = await ffion.post('/repairs/new', { ...sent, no_pupil_seen: 'yes' }, [photo]);
  assert.equal(answer.status, 303);
  const picture = /src="(\/files\/[^"]+)"/.exec((await (await as('tomos')).get(answer.to)).text)![1]!;
  assert.equal((await (await as('tomos')).get(picture)).status, 200);
});
