import assert from 'node:assert/strict';
import { test } from 'node:test';
import { selectItem } from '#platform/access/select-item.ts';
import type { Purpose } from '#platform/access/purpose.ts';
import { selectStanding } from '#platform/access/standing.ts';
import { Who } from '#platform/access/who.ts';
import { signedIn, type SignedIn } from '#test/world.ts';
import { evaluationPolicy, groupPolicy } from './evaluation.policy.ts';
import { handIn, makeGroup, must, planned, type Scene, scene, wordsOf } from './evaluation.scene.ts';

const readers: readonly SignedIn[] = [
  'teacher',
  'partner',
  'facilitator',
  'cpd-leader',
  'head',
  'senior-leader',
];
const team: readonly SignedIn[] = ['teacher', 'partner', 'facilitator', 'cpd-leader'];

async function begun(): Promise<{ stage: Scene; group: { href: string; ids: string[] } }> {
  const stage = await scene();
  await planned(stage);
  const group = await makeGroup(stage, await stage.as('teacher'), { pupils: 6 });
  await handIn(await stage.as('teacher'), group, 'baseline', [13, 13, 13, 13, 13, 13]);
  return { stage, group };
}

test('who may open which page: everybody tries every one', async () => {
  const { stage, group } = await begun();
  must(await (await stage.as('cpd-leader')).post(`${stage.base}/questions/end/open`));
  const pages: [string, readonly SignedIn[]][] = [
    ['/plan', readers],
    ['/plan/change', team],
    ['/measures/new', team],
    ['/groups', team],
    ['/questions', readers],
    ['/questions/end', readers],
    ['/sure', readers],
    ['/sure/account', team],
    ['/claims', readers],
    ['/summary', readers],
    ['/figures.csv', readers],
  ];
  for (const who of signedIn) {
    const browser = await stage.as(who);
    for (const [below, seenBy] of pages) {
      const { status } = await browser.get(`${stage.base}${below}`);
      if (seenBy.includes(who)) assert.equal(status, 200, `${who} may open ${below}`);
      else assert.ok([403, 404].includes(status), `${who} must not open ${below}: ${status}`);
    }
    for (const below of ['', '/figures/baseline', '/history', '/who-is-who']) {
      const { status } = await browser.get(`${group.href}${below}`);
      assert.equal(status === 200, who === 'teacher', `${who} at ${group.href}${below}: ${status}`);
    }
  }
});

test('a page of the room asks at most four questions of the database', async () => {
  const { stage, group } = await begun();
  const teacher = await stage.as('teacher');
  for (const address of [
    stage.base,
    `${stage.base}/plan`,
    `${stage.base}/plan/change`,
    `${stage.base}/groups`,
    `${stage.base}/sure/account`,
    `${stage.base}/claims`,
    `${stage.base}/summary`,
    group.href,
    `${group.href}/figures/end`,
    `${group.href}/history`,
    `${group.href}/who-is-who`,
  ]) {
    stage.site.queries.length = 0;
    assert.equal((await teacher.get(address)).status, 200);
    assert.ok(stage.site.queries.length <= 4, `${address}: ${stage.site.queries.length}`);
  }
});

test('a colleague with whom a group is shared reads it, is written into the log, and may write only when asked to', async () => {
  const { stage, group } = await begun();
  const teacher = await stage.as('teacher');
  const partner = await stage.as('partner');
  const { personId } = stage.world.people.partner;
  must(await teacher.post(`${group.href}/share`, { see: personId }));
  assert.equal((await partner.get(group.href)).status, 200);
  assert.equal((await partner.post(`${group.href}/figures/middle`, { version: 0 })).status, 403);
  assert.match((await partner.get(`${stage.base}/figures.csv`)).text, /Pupil 1/);
  const log = await stage.site.db
    .selectFrom('access_log')
    .select(['reader_id', 'manner'])
    .where('owner_id', '=', stage.world.school.id)
    .where('subject_id', '=', stage.world.people.teacher.personId)
    .where('item_kind', '=', groupPolicy.kind)
    .execute();
  assert.ok(log.some(({ reader_id, manner }) => reader_id === personId && manner === 'page'));
  assert.ok(log.some(({ reader_id, manner }) => reader_id === personId && manner === 'export'));
  must(await teacher.post(`${group.href}/share`, {}));
  assert.equal((await partner.get(group.href)).status, 403);
});

test('single figures are in nobody else’s sheet or page, the head’s and the leader’s included', async () => {
  const { stage } = await begun();
  for (const who of readers.filter((each) => each !== 'teacher')) {
    const browser = await stage.as(who);
    assert.doesNotMatch((await browser.get(`${stage.base}/figures.csv`)).text, /Pupil 1|,13,/, who);
    assert.doesNotMatch(wordsOf(await browser.get(stage.base)), /\b13\b/, who);
  }
});

test('a teacher who left the school opens pupils’ figures no more', async () => {
  const { stage, group } = await begun();
  const teacher = await stage.as('teacher');
  await stage.site.db
    .updateTable('member')
    .set({ ended_at: stage.world.at })
    .where('owner_id', '=', stage.world.school.id)
    .where('person_id', '=', stage.world.people.teacher.personId)
    .execute();
  await stage.site.db
    .insertInto('access_epoch')
    .values({ owner_id: stage.world.school.id, epoch: 99 })
    .onConflict((conflict) => conflict.column('owner_id').doUpdateSet({ epoch: 99 }))
    .execute();
  assert.equal((await teacher.get(group.href)).status, 403);
  assert.notEqual((await teacher.get(`${stage.base}/figures.csv`)).status, 200);
});

test('evaluation reaches neither appraisal nor certification, and what is made for learning does not reach it', async () => {
  const { stage } = await begun();
  const { db } = stage.site;
  const head = stage.world.people.head;
  const { id, name } = stage.world.school;
  const standing = await selectStanding(
    db,
    { personId: head.personId, name: head.name, locale: 'en-GB', theme: 'auto' },
    { id, name, zone: 'Europe/London', currency: 'GBP' },
    '2026-11-18',
  );
  const row = await db
    .selectFrom('evaluation')
    .select('id')
    .where('owner_id', '=', id)
    .executeTakeFirstOrThrow();
  const item = (await selectItem(db, new Who(standing, 'evaluation'), id, row.id, stage.site.clock.now))!;
  const may = (purpose: Purpose) => new Who(standing, purpose).may('read', evaluationPolicy, item);
  assert.deepEqual(
    (['evaluation', 'learning', 'appraisal', 'certification', 'administration', 'safeguarding'] as const).map(
      may,
    ),
    [true, true, false, false, false, false],
  );
});

test('words written for learning stand on no page and in no sheet of the evaluation', async () => {
  const { stage, group } = await begun();
  const word = 'words-made-for-learning';
  await stage.site.db
    .updateTable('programme')
    .set({ pupil_group: word, pupil_outcome: word, rationale: word, summary: word, materials: word })
    .where('owner_id', '=', stage.world.school.id)
    .where('id', '=', stage.world.programme.id)
    .execute();
  const teacher = await stage.as('teacher');
  for (const below of [
    '',
    '/plan',
    '/plan/change',
    '/groups',
    '/sure',
    '/claims',
    '/summary',
    '/figures.csv',
  ])
    assert.doesNotMatch((await teacher.get(`${stage.base}${below}`)).text, new RegExp(word), below);
  assert.doesNotMatch((await teacher.get(group.href)).text, new RegExp(word));
});
