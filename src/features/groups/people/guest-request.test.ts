import assert from 'node:assert/strict';
import { test } from 'node:test';
import { selectProgramme } from '#features/programmes/index.ts';
import { newId } from '#platform/db/ids.ts';
import { selectAdministrators } from './guest-request.handler.ts';
import { scene, waitingFor } from './people.scene.ts';

test('a group asks for somebody from outside; one press makes them a guest who is asked into it', async () => {
  const { as, jobs, mail, start, inGroup, site, world } = await scene();
  const href = await start('unconference', 'partner');
  const partner = await as('partner');
  const fields = {
    given: 'Ada',
    family: 'Nwosu',
    address: 'ada@elsewhere.example',
    comes_from: 'Hill Lane Primary',
    part: 'participant',
    words: 'We read your paper.',
  };
  const asked = await partner.post(`${href}/people/outside`, fields);
  assert.equal(asked.status, 303, asked.text);
  await jobs();
  const head = await as('head');
  assert.match(await waitingFor(head), /A group asks for a guest of the school/);
  const list = await head.get('/groups/guests-asked-for');
  const [, id] = /groups\/guests-asked-for\/([0-9a-f-]{36})/.exec(list.text)!;
  const buttons = [...list.text.matchAll(/<input type="hidden" name="(answer|no)" value="(\w+)"/g)];
  assert.deepEqual(
    buttons.map(([, name, value]) => [name, value]),
    [
      ['answer', 'yes'],
      ['answer', 'no'],
    ],
  );
  assert.equal((await partner.get('/groups/guests-asked-for')).status, 403);
  assert.equal((await head.post(`/groups/guests-asked-for/${id}`, { answer: 'no' })).status, 303);
  assert.equal((await head.post(`/groups/guests-asked-for/${id}/again`)).status, 303);
  mail.length = 0;
  const yes = await head.post(`/groups/guests-asked-for/${id}`, { answer: 'yes' });
  assert.equal(yes.status, 303, yes.text);
  assert.equal((await head.post(`/groups/guests-asked-for/${id}`, { answer: 'yes' })).status, 422);
  await jobs();
  assert.equal(
    mail.filter(({ to }) => to === 'ada@elsewhere.example').length,
    1,
    'the invitation to an account',
  );
  assert.doesNotMatch(await waitingFor(head), /A group asks for a guest/);
  const { person_id: personId } = await site.db
    .selectFrom('person_email')
    .select('person_id')
    .where('address', '=', 'ada@elsewhere.example')
    .executeTakeFirstOrThrow();
  const ada = await site.as({ personId, organisationId: world.school.id });
  assert.match((await ada.get(`${href}/answer`)).text, /We read your paper\./);
  assert.equal((await ada.post(`${href}/answer`, { answer: 'yes' })).status, 303);
  assert.ok((await inGroup(href)).participant!.includes('Ada Nwosu'));
});

test('whether an address has an account is said neither to the group nor by the answer', async () => {
  const { as, start, world } = await scene();
  const href = await start('unconference', 'partner');
  const partner = await as('partner');
  const says = [];
  for (const address of [
    'nobody@elsewhere.example',
    world.people['other-head'].email,
    world.people.pupil.email,
  ]) {
    const { status, to } = await partner.post(`${href}/people/outside`, {
      given: 'Some',
      family: 'Body',
      address,
      comes_from: 'Elsewhere',
      part: 'participant',
    });
    says.push([status, to, (await partner.get(to)).text.includes('Those who look after people are told')]);
  }
  assert.deepEqual(new Set(says.map((each) => JSON.stringify(each))).size, 1);
  const page = (await partner.get(`${href}/people/outside`)).text;
  assert.doesNotMatch(page, /Ruth Bell|Cai Roberts/);
});

test('an administrator who lets a guest in is told whether they were of the school, and who manages whom is not', async () => {
  const { as, start, site, world } = await scene();
  const href = await start('peer-observation', 'teacher');
  const teacher = await as('teacher');
  const head = await as('head');
  const request = async (address: string) => {
    const asked = await teacher.post(`${href}/people/outside`, {
      given: 'Some',
      family: 'Body',
      address,
      comes_from: 'Elsewhere',
      part: 'specialist',
    });
    assert.equal(asked.status, 303, asked.text);
    const { id } = await site.db
      .selectFrom('group_guest_request')
      .select('id')
      .where('owner_id', '=', world.school.id)
      .where('address', '=', address.toLowerCase())
      .executeTakeFirstOrThrow();
    return head.post(`/groups/guests-asked-for/${id}`, { answer: 'yes' });
  };
  assert.match((await request('new@elsewhere.example')).said, /are a guest of the school now/);
  assert.match((await request(world.people['other-guest'].email)).said, /were a guest of the school already/);
  assert.match((await request(world.people.colleague.email)).said, /work at the school already/);
  const refused = await request(world.people.manager.email);
  assert.equal(refused.status, 422);
  assert.match(refused.text, /Sian Rees manages somebody in this group/);
  assert.doesNotMatch(refused.text, /line manager of|Ffion Puw’s line manager/);
});

test('more requests for guests than fit on a page are all reached', async () => {
  const { as, start, site, world, idOf } = await scene();
  const href = await start('unconference', 'partner');
  const group = await selectProgramme(site.db, world.school.id, href.split('/')[2]!);
  await site.db
    .insertInto('group_guest_request')
    .values(
      Array.from({ length: 31 }, (_, n) => ({
        owner_id: world.school.id,
        id: newId(site.clock.now),
        programme_id: group!.id,
        given_name: 'Guest',
        family_name: `Number ${n}`,
        address: `g${n}@elsewhere.example`,
        comes_from: 'Elsewhere',
        part: 'participant',
        words: '',
        by_id: idOf('partner'),
        asked_at: new Date(site.clock.now.getTime() + n * 1000),
      })),
    )
    .execute();
  for (const [who, path] of [
    ['head', '/groups/guests-asked-for'],
    ['partner', `${href}/people/outside`],
  ] as const) {
    const browser = await as(who);
    const first = (await browser.get(path)).text;
    assert.match(first, /31 people/);
    assert.doesNotMatch(first, /Number 30/);
    assert.match((await browser.get(`${path}?page=2`)).text, /Number 30/);
  }
});

test('those who look after people are found by the day of the school, not of Greenwich', async () => {
  const { site, world, idOf } = await scene();
  await site.db
    .updateTable('organisation')
    .set({ time_zone: 'Pacific/Auckland' })
    .where('id', '=', world.school.id)
    .execute();
  await site.db
    .updateTable('appointment')
    .set({ ends_on: '2026-11-18' })
    .where('owner_id', '=', world.school.id)
    .where('person_id', '=', idOf('administrator'))
    .execute();
  const at = (moment: string) => selectAdministrators(site.db, world.school.id, new Date(moment));
  assert.ok((await at('2026-11-18T10:00:00Z')).includes(idOf('administrator')));
  // In Auckland the nineteenth has begun.
  assert.ok(!(await at('2026-11-18T14:00:00Z')).includes(idOf('administrator')));
});
