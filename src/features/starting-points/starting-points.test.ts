import assert from 'node:assert/strict';
import { test } from 'node:test';
import { standingsChanged } from '#platform/access/standing.ts';
import { newId } from '#platform/db/ids.ts';
import { deliver } from '#test/deliver.ts';
import { joinCircle, makeManager, makePerson, makeSchool, type TestPerson } from '#test/factories.ts';
import type { Browser, TestSite } from '#test/site.ts';
import { role } from '#features/people/index.ts';
import { scene, share } from './starting-points.scene.ts';

test('what is written is private, says so, and carries its prompts and a draft', async () => {
  const { asAnn, address } = await scene();
  const form = await asAnn.get('/my-learning/starting-points/new');
  assert.match(form.text, /Only you/);
  assert.match(form.text, /Tell me about two or three pupils you have in mind/);
  assert.match(form.text, /name="draft_key" value="starting-points:new"/);
  assert.match(form.text, /Reading together/);
  const page = await asAnn.get(address);
  assert.match(page.text, /Only you/);
  assert.match(page.text, /I dread the quiet table/);
  assert.match(page.text, /Nobody else has opened it/);
});

test('nobody else opens it, whatever their role: not the page, not a change, not a list', async () => {
  const { site, school, ann, asAnn, specialist, programme, address } = await scene();
  const other = await makeSchool(site.db, 'Ysgol Arall');
  const people: TestPerson[] = [specialist];
  for (const each of Object.values(role))
    people.push(await makePerson(site.db, school, { name: each, roles: [each] }));
  const manager = await makePerson(site.db, school, { name: 'Line manager' });
  await makeManager(site.db, school, manager, ann);
  const partner = await makePerson(site.db, school, { name: 'Partner' });
  const facilitator = await makePerson(site.db, school, { name: 'Facilitator' });
  await joinCircle(site.db, school, programme, partner, 'participant');
  await joinCircle(site.db, school, programme, facilitator, 'facilitator');
  const stranger = await makePerson(site.db, school, { name: 'Guest of another programme', kind: 'guest' });
  await joinCircle(site.db, school, newId(), stranger, 'specialist', { name: 'Another programme' });
  people.push(manager, partner, facilitator, stranger);
  people.push(
    await makePerson(site.db, school, { kind: 'pupil' }),
    await makePerson(site.db, school, { kind: 'family' }),
  );
  people.push(await makePerson(site.db, other, { roles: [role.head, role.cpdLeader] }));

  for (const person of people) {
    const browser = await site.as(person);
    for (const path of ['', '/edit', '/share', '/share?q=a', '/history', '/interview']) {
      const answer = await browser.get(address + path);
      assert.ok([403, 404].includes(answer.status), `${person.name} GET ${path}: ${answer.status}`);
      assert.doesNotMatch(answer.text, /quiet table/);
    }
    const fields = {
      version: 1,
      title: 'x',
      pupils: 'x',
      held_on: '2026-11-18',
      with: `person:${person.personId}`,
    };
    for (const path of ['/edit', '/share', '/unshare', '/copy', '/end', '/restore', '/interview']) {
      const answer = await browser.post(address + path, fields);
      assert.ok([403, 404].includes(answer.status), `${person.name} POST ${path}: ${answer.status}`);
      assert.doesNotMatch(answer.text, /quiet table/);
    }
    for (const path of ['/my-learning/starting-points', '/my-learning/starting-points/shared'])
      assert.doesNotMatch((await browser.get(path)).text, /Before reading/);
  }
  assert.match((await asAnn.get(address)).text, /quiet table/);
  const log = await site.db
    .selectFrom('access_log')
    .selectAll()
    .where('owner_id', '=', ann.personId)
    .execute();
  assert.deepEqual(log, []);
});

test('the owner in the address must be the owner: another person’s id opens nothing', async () => {
  const { specialist, asAnn, address, ann } = await scene();
  assert.equal((await asAnn.get(address.replace(ann.personId, specialist.personId))).status, 404);
});

test('shared with the specialist of the programme: they find it, read it, and its author sees that they did', async () => {
  const { site, school, programme, asAnn, asSpecialist, address } = await scene();
  const page = await asAnn.get(`${address}/share`);
  assert.match(page.text, /the specialist of Reading together: Sian Lloyd/);
  await share(asAnn, address, `circle:${programme}:specialist`);
  await deliver(site);
  const list = await asSpecialist.get(`/my-learning/starting-points/shared?programme=${programme}`);
  assert.match(list.text, /Ann Rees/);
  assert.match(list.text, /1 account/);
  assert.doesNotMatch(
    (await asSpecialist.get(`/my-learning/starting-points/shared?programme=${newId()}`)).text,
    /Ann Rees/,
  );
  assert.match((await asSpecialist.get(address)).text, /quiet table/);
  const mine = await asAnn.get(address);
  assert.match(mine.text, /Opened 1 time/);
  assert.match(mine.text, /Sian Lloyd/);
  for (const path of ['/edit', '/share', '/history'])
    assert.equal((await asSpecialist.get(address + path)).status, 403);
  assert.equal((await asSpecialist.post(`${address}/end`)).status, 403);
  const head = await site.as(await makePerson(site.db, school, { roles: [role.head] }));
  assert.equal((await head.get(address)).status, 403);
});

test('a specialist who joins later finds what was shared with the part, and one who leaves does not', async () => {
  const { site, school, specialist, programme, asAnn, asSpecialist, address } = await scene();
  await share(asAnn, address, `circle:${programme}:specialist`);
  await deliver(site);
  const late = await makePerson(site.db, school, { kind: 'guest' });
  await joinCircle(site.db, school, programme, late, 'specialist');
  await standingsChanged(site.db, school.id);
  assert.match(
    (await (await site.as(late)).get('/my-learning/starting-points/shared')).text,
    /Before reading/,
  );
  await site.db
    .updateTable('circle_member')
    .set({ ends_at: site.clock.now })
    .where('owner_id', '=', school.id)
    .where('person_id', '=', specialist.personId)
    .execute();
  await standingsChanged(site.db, school.id);
  site.clock.move(120_000);
  assert.equal((await asSpecialist.get(address)).status, 403);
  assert.doesNotMatch((await asSpecialist.get('/my-learning/starting-points/shared')).text, /Before reading/);
});

test('sharing stops at once, with a way back, also before the lists have heard of it', async () => {
  const { site, specialist, asAnn, asSpecialist, address } = await scene();
  const principal = `person:${specialist.personId}`;
  await share(asAnn, address, principal);
  await deliver(site);
  assert.equal((await asSpecialist.get(address)).status, 200);
  await asAnn.post(`${address}/unshare`, { with: principal });
  assert.equal((await asSpecialist.get(address)).status, 403);
  assert.doesNotMatch((await asSpecialist.get('/my-learning/starting-points/shared')).text, /Before reading/);
  await asAnn.post(`${address}/share?with=${encodeURIComponent(principal)}`);
  assert.equal((await asSpecialist.get(address)).status, 200);
  await deliver(site);
  assert.match((await asSpecialist.get('/my-learning/starting-points/shared')).text, /Before reading/);
});

test('it can be shared only with people one could meet: not pupils, strangers, roles or other programmes', async () => {
  const { site, school, asAnn, address, programme } = await scene();
  const pupil = await makePerson(site.db, school, { kind: 'pupil' });
  const guest = await makePerson(site.db, school, { kind: 'guest', name: 'Some Guest' });
  const away = await makePerson(site.db, await makeSchool(site.db, 'Ysgol Arall'));
  const refused = [
    ...[pupil, guest, away].map((person) => `person:${person.personId}`),
    `role:${school.id}:head`,
    `staff:${school.id}`,
    `circle:${programme}`,
    `circle:${programme}:participant`,
    `circle:${newId()}:specialist`,
    `person:${pupil.personId}:x`,
    '',
  ];
  for (const principal of refused)
    assert.equal((await share(asAnn, address, principal)).status, 422, principal);
  assert.equal(
    (
      await site.db
        .selectFrom('audience_grant')
        .selectAll()
        .where('owner_id', '=', address.split('/')[2]!)
        .execute()
    ).length,
    0,
  );
  const found = await asAnn.get(`${address}/share?q=Guest`);
  assert.match(found.text, /Nobody of that name/);
});

test('saving over a newer text shows both, and the older ones stay to be read by their author alone', async () => {
  const { site, ann, asAnn, address } = await scene();
  const phone = await site.as(ann);
  const edit = { title: 'Before reading', version: 1 };
  assert.equal((await asAnn.post(`${address}/edit`, { ...edit, pupils: 'From the desk' })).status, 303);
  const stale = await phone.post(`${address}/edit`, { ...edit, pupils: 'From the phone' });
  assert.equal(stale.status, 409);
  assert.match(stale.text, /From the desk/);
  assert.match(stale.text, /From the phone/);
  assert.match((await asAnn.get(address)).text, /From the desk/);
  assert.match((await asAnn.get(`${address}/history`)).text, /quiet table/);
});

test('an empty form comes back; a part alone is enough', async () => {
  const { asAnn } = await scene();
  const empty = await asAnn.post('/my-learning/starting-points', { title: 'Mine' });
  assert.equal(empty.status, 422);
  assert.match(empty.text, /Write something in one of the parts/);
  assert.equal(
    (
      await asAnn.post('/my-learning/starting-points', {
        title: 'Mine',
        observed: 'They talk less than I thought',
      })
    ).status,
    303,
  );
});

test('used again for next time it is a private copy, whatever was shared before', async () => {
  const { programme, asAnn, asSpecialist, address } = await scene();
  await share(asAnn, address, `circle:${programme}:specialist`);
  const copy = await asAnn.post(`${address}/copy`);
  const next = copy.to.replace(/\/edit$/, '');
  assert.notEqual(next, address);
  assert.match((await asAnn.get(copy.to)).text, /I dread the quiet table/);
  assert.match((await asAnn.get(next)).text, /Only you/);
  assert.equal((await asSpecialist.get(next)).status, 403);
});

test('taken away it is gone for everyone but its author, who can bring it back', async () => {
  const { site, programme, asAnn, asSpecialist, address } = await scene();
  await share(asAnn, address, `circle:${programme}:specialist`);
  await deliver(site);
  await asAnn.post(`${address}/end`);
  assert.equal((await asSpecialist.get(address)).status, 404);
  assert.doesNotMatch((await asAnn.get('/my-learning/starting-points')).text, /Before reading/);
  assert.doesNotMatch((await asAnn.get(address)).text, /quiet table/);
  await asAnn.post(`${address}/restore`);
  assert.match((await asSpecialist.get(address)).text, /quiet table/);
});

test('newly shared starting points wait in the reader’s list until they are read', async () => {
  const { site, specialist, asAnn, asSpecialist, address } = await scene();
  await share(asAnn, address, `person:${specialist.personId}`);
  await deliver(site);
  const waiting = () =>
    site.db
      .selectFrom('notice')
      .select('href')
      .where('owner_id', '=', specialist.personId)
      .where('done_at', 'is', null)
      .execute();
  assert.deepEqual(await waiting(), [{ href: address }]);
  await asSpecialist.get(address);
  assert.deepEqual(await waiting(), []);
});

test('whoever leaves the school finds nothing of it in their lists, and cannot open it', async () => {
  const { site, school, specialist, programme, asAnn, asSpecialist, address } = await scene();
  for (const principal of [`person:${specialist.personId}`, `circle:${programme}:specialist`])
    await share(asAnn, address, principal);
  await deliver(site);
  assert.match((await asSpecialist.get('/today')).text, /Starting points were shared with you/);
  await site.db
    .updateTable('member')
    .set({ ended_at: site.clock.now })
    .where('owner_id', '=', school.id)
    .where('person_id', '=', specialist.personId)
    .execute();
  await standingsChanged(site.db, school.id);
  assert.doesNotMatch((await asSpecialist.get('/today')).text, /Starting points were shared with you/);
  assert.doesNotMatch((await asSpecialist.get('/my-learning/starting-points/shared')).text, /Before reading/);
  assert.equal((await asSpecialist.get(address)).status, 403);
});

test('no page asks the database more than four questions', async () => {
  const { site, programme, asAnn, asSpecialist, address } = await scene();
  await share(asAnn, address, `circle:${programme}:specialist`);
  await deliver(site);
  const begun = await asSpecialist.post(`${address}/interview`, { held_on: '2026-11-18', pupils: 'Owen' });
  const visits: [Browser, string][] = [
    ...['', '/edit', '/share?q=a', '/history'].map((path): [Browser, string] => [asAnn, address + path]),
    [asAnn, '/my-learning/starting-points'],
    [asAnn, '/my-learning/starting-points/new'],
    [asAnn, begun.to],
    [asSpecialist, address],
    [asSpecialist, '/my-learning/starting-points/shared'],
    [asSpecialist, begun.to],
    [asSpecialist, `${begun.to}/edit`],
  ];
  for (const [browser, path] of visits) {
    await browser.get(path);
    await counted(site, browser, path);
  }
});

async function counted(site: TestSite, browser: Browser, path: string): Promise<void> {
  site.queries.length = 0;
  assert.equal((await browser.get(path)).status, 200, path);
  assert.ok(site.queries.length <= 4, `${path} asks ${site.queries.length}`);
}
