import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { selectItem } from '#platform/access/select-item.ts';
import { newId } from '#platform/db/ids.ts';
import type { Arrival } from '#platform/http/context.ts';
import { perform } from '#platform/http/perform.ts';
import { members, see } from '#platform/http/route.ts';
import { insertTargetFromGoal } from '#features/appraisal/index.ts';
import { ask } from '#features/override/override.scene.ts';
import { features } from '#src/features.ts';
import { addressWith, attackers, isRefusal, wallSite } from './wall.ts';

/**
 * Attacks on the wall between what people write to learn and their appraisal. Each test is one attack; its name says,
 * after the arrow, what stopped it. That no page, archive or feed shows anybody planted words is all-routes.test.ts;
 * what the source must not say is import-rules.test.ts and one-writer.test.ts.
 */

const wall = await wallSite();
const { site, world, routes, everything, guarded, cycle, as, shows } = wall;
const { teacher, manager } = world.people;

const policies = features.flatMap((feature) => feature.policies ?? []);
const policyOf = (kind: string) => policies.find((policy) => policy.kind === kind)!;
const ofAppraisal = routes.filter(({ route }) => route.purpose === 'appraisal');

test('the id of what was made for learning, in the address of every page of appraisal → there is nothing of that kind: the kernel asks kind and purpose', async () => {
  const pages = ofAppraisal.filter(({ route }) => route.sort !== 'action' && route.path.includes(':'));
  assert.ok(pages.length >= 4, 'pages of appraisal that open one thing');
  for (const who of attackers) {
    const browser = await as(who);
    for (const { route } of pages)
      for (const each of who === 'all in one' ? everything : [cycle]) {
        const answer = await browser.get(addressWith(route.path, each));
        assert.ok(isRefusal(answer), `${who} got ${answer.status} for ${each.kind} at ${route.path}`);
        assert.deepEqual(shows(answer), []);
      }
  }
});

test('the same in every change of appraisal, with what its form would send → refused before anything is done', async () => {
  const changes = ofAppraisal.filter(({ route }) => route.sort === 'action' && route.path.includes(':'));
  assert.ok(changes.length >= 10, 'changes of appraisal to one thing');
  for (const who of ['manager', 'all in one'] as const) {
    const browser = await as(who);
    for (const { route, attack } of changes)
      for (const each of guarded) {
        const answer = await browser.post(addressWith(route.path, each), attack?.fields ?? {});
        assert.ok(isRefusal(answer), `${who} got ${answer.status} for ${each.kind} at ${route.path}`);
        assert.deepEqual(shows(answer), []);
      }
  }
});

test('the kernel is asked on a route for appraisal, even by the author → the purpose lock', async () => {
  const [learns, appraises] = [
    await wall.standing(teacher, 'learning'),
    await wall.standing(teacher, 'appraisal'),
  ];
  let opens = 0;
  for (const each of everything) {
    const policy = policyOf(each.kind);
    const item = (await selectItem(world.db, learns, each.ownerId, each.id, world.at))!;
    if (learns.may('read', policy, item)) opens++;
    for (const ability of Object.keys(policy.may) as 'read'[]) {
      assert.equal(appraises.may(ability, policy, item), false, `${each.kind}: ${ability}`);
      const { rows } = await sql`/* job: test */ select 1 from item i
        where i.id = ${each.id} and ${appraises.sees('i', policy, ability)}`.execute(world.db);
      assert.deepEqual(rows, [], `${each.kind}: ${ability}, in a list`);
    }
  }
  assert.ok(opens > 5, 'the author opens her own where it is for learning');
});

test('a grant that names the line manager → kept out all the same, because the item leaves managers out', async () => {
  const who = await wall.standing(manager, 'learning');
  const shut = guarded.filter(({ excludesManagers }) => excludesManagers);
  assert.ok(shut.length >= 4);
  for (const each of shut) {
    const policy = policyOf(each.kind);
    const item = (await selectItem(world.db, who, each.ownerId, each.id, world.at))!;
    assert.ok(item.granted.includes('read'), 'the grant is there');
    for (const ability of Object.keys(policy.may) as 'read'[])
      assert.equal(who.may(ability, policy, item), false, each.kind);
  }
});

test('somebody who holds every role and manages her, on every page that names nothing → none of the words is there', async () => {
  const browser = await as('all in one');
  let opened = 0;
  for (const { route, visits } of routes)
    for (const { path, demo } of visits) {
      if (demo || route.path.includes(':')) continue;
      const answer = await browser.get(path);
      if (answer.status === 200) opened++;
      assert.deepEqual(shows(answer), [], path);
    }
  assert.ok(opened > 30, `${opened} pages opened`);
});

test('the id of a goal guessed into every other page of the house → refused, or nothing of it is there', async () => {
  const browser = await as('all in one');
  for (const { route } of routes) {
    if (route.sort === 'action' || !route.path.includes(':')) continue;
    assert.deepEqual(shows(await browser.get(addressWith(route.path, cycle))), [], route.path);
  }
});

/** Where words made for learning lie. Rooms that are new belong in here with their tables. */
const tablesOfContent =
  /\b(?:from|join|into|update)\s+"?(coaching|coaching_signature|coaching_cycle|action_step|conversation|conversation_part|dialogue_note|brokered_support|relationship_pulse|preparation_note|practice\w*|observation\w*|observer_preparation|starting_points\w*|try_out\w*|agreement\w*|peer_assessment\w*|reflection\w*|question\w*|observer_note|recording_note|recording_reply|recording_clip_form|recording_clip|recording_transcript|recording_utterance|exemplar)"?\s/i;

test('every page of appraisal, opened by those who may → no statement of theirs names a table of content', async () => {
  for (const visit of ofAppraisal) {
    const paths = visit.visits.flatMap(({ path, seenBy }) => seenBy.map((who) => [path, who] as const));
    for (const [path, who] of paths) {
      const browser = await wall.browserOf(who);
      await browser.get(path);
      site.queries.length = 0;
      assert.equal((await browser.get(path)).status, 200, path);
      assert.ok(site.queries.length > 0);
      for (const { sql: statement } of site.queries) {
        assert.doesNotMatch(statement, tablesOfContent, `${visit.key} as ${who}`);
        // Activity is asked about oneself alone: whose coaching is complete is no business of whoever proposed.
        if (who !== 'teacher')
          assert.doesNotMatch(statement, /pairing|coaching_meeting/, `${visit.key} as ${who}`);
      }
    }
  }
});

test('a file that hangs on a goal, by its own address → the file asks the policy of the goal', async () => {
  const id = newId(world.at);
  await world.db
    .insertInto('file')
    .values({
      owner_id: cycle.ownerId,
      id,
      item_id: cycle.id,
      name: 'clip.txt',
      media_type: 'text/plain',
      bytes: 3,
      sha256: 'a'.repeat(64),
      of_pupils: true,
      created_by: teacher.personId,
      created_at: world.at,
    })
    .execute();
  for (const who of attackers)
    assert.ok(isRefusal(await (await as(who)).get(`/files/${cycle.ownerId}/${id}`)), who);
});

test('what the owner copies into a target herself → the wording alone, with no way back to the goal', async () => {
  const who = await wall.standing(teacher, 'learning');
  const wording = 'Pupils rehearse the sentence aloud';
  const done = (await perform(
    {
      path: '/test/copy',
      access: members('staff'),
      run: async (change) => see((await insertTargetFromGoal(change, { wording })).href, ''),
    },
    { db: world.db, who, now: world.at } as Arrival,
    {},
    [],
  )) as { to: string };
  const read = await (await as('manager')).get(done.to);
  assert.match(read.text, /Pupils rehearse the sentence aloud/);
  assert.doesNotMatch(read.text, /copied|\/coaching|goal/i);
  const target = `%${done.to.split('/').at(-1)!}%`;
  for (const table of [
    'appraisal_target',
    'item',
    'event',
    'outbox',
    'text_version',
    'notice',
    'access_log',
  ]) {
    const { rows } = await sql<{ text: string }>`/* job: test */
      select r::text as text from ${sql.table(table)} r where r::text like ${target}`.execute(world.db);
    for (const { text } of rows) assert.ok(!text.includes(cycle.id), `${table}: ${text}`);
  }
});

test('the law’s one exception, asked for by one alone → nothing opens; with a second it is read apart from appraisal, logged, and its owner is told', async () => {
  const presented = new Set(features.flatMap(({ present }) => Object.keys(present ?? {})));
  const [head, lead] = [await wall.browserOf('head'), await wall.browserOf('safeguarding-lead')];
  for (const each of guarded) {
    for (const who of ['manager', 'cpd-leader', 'co-ordinator', 'administrator'] as const)
      assert.equal((await ask(await as(who), `/${each.id}`)).status, 403, who);
    const asked = await ask(head, `/${each.id}`);
    if (!presented.has(each.kind)) {
      assert.equal(asked.status, 422, `${each.kind} cannot be opened in this way`);
      continue;
    }
    assert.equal(asked.status, 303, asked.text);
    assert.deepEqual(shows(await head.get(asked.to)), [], 'one alone');
    assert.equal((await head.post(`${asked.to}/agree`)).status, 403, 'nor twice the same');
    assert.equal((await lead.post(`${asked.to}/agree`)).status, 303);
    assert.equal((await head.get(asked.to)).status, 200);
    assert.ok(isRefusal(await head.get(`/appraisal/targets/${each.id}`)), 'appraisal stays shut');
    assert.deepEqual(shows(await (await as('manager')).get(asked.to)), []);
    const log = await world.db
      .selectFrom('access_log')
      .select(['manner', 'purpose'])
      .where('owner_id', '=', each.ownerId)
      .where('item_id', '=', each.id)
      .execute();
    assert.ok(
      log.some(({ manner, purpose }) => manner === 'override' && purpose === 'safeguarding'),
      `${each.kind} was opened and its owner would not know`,
    );
  }
});
