import { insertItem, principals } from '#platform/access/items.ts';
import type { Policy } from '#platform/access/policy.ts';
import { newId } from '#platform/db/ids.ts';
import {
  auditPolicy,
  collectedPolicy,
  offerPolicy,
  planPolicy,
  releasedPolicy,
} from '#features/planner/planner.policy.ts';
import type { SeedVisits } from '#test/visit-map.ts';
import type { Persona } from '#test/world.ts';

/** A plan, an audit with one line, a copy of an agreement that waits for its partner, and two in the collection. */
export const visits: SeedVisits = async (world) => {
  const { db, at, school, otherSchool, people, programme } = world;
  const owner = school.id;
  const leader = people['cpd-leader'].personId;
  const shapers: readonly Persona[] = ['cpd-leader', 'head', 'senior-leader'];
  const planners: readonly Persona[] = [...shapers, 'co-ordinator'];
  const both: readonly Persona[] = ['teacher', 'partner'];
  // The head of the other school leads learning there, and gets that school's own pages.
  const openTo: readonly Persona[] = ['other-head'];
  const written = { written_by: leader, written_at: at };
  const item = (policy: Policy, authorId = leader) =>
    insertItem(db, { ownerId: owner, policy, authorId }, at);

  const plan = await item(planPolicy);
  await db
    .insertInto('mentoring_plan')
    .values({ owner_id: owner, id: plan, year: 2026, created_at: at })
    .execute();
  const cell = { ticked: ['induction', 'on-joining'], words: world.canary('administration', planners) };
  await db
    .insertInto('mentoring_plan_part')
    .values({
      owner_id: owner,
      id: newId(at),
      plan_id: plan,
      relationship: 'mentoring',
      cells: JSON.stringify({ purposes: cell, who: cell, when: cell }),
      version: 1,
      ...written,
    })
    .execute();

  const audit = await item(auditPolicy);
  await db
    .insertInto('cycle_audit')
    .values({ owner_id: owner, id: audit, year: 2026, created_at: at })
    .execute();
  const line = newId(at);
  const words = world.canary('administration', shapers);
  await db
    .insertInto('cycle_line')
    .values({
      owner_id: owner,
      id: line,
      audit_id: audit,
      lineage_id: line,
      kind: 'policy',
      title: 'Courses come with a partner',
      specialist: words,
      peer: words,
      criteria: JSON.stringify({ tailor: words }),
      keep: words,
      change: words,
      version: 1,
      ...written,
      created_at: at,
    })
    .execute();
  const point = newId(at);
  await db
    .insertInto('cycle_point')
    .values({
      owner_id: owner,
      id: point,
      line_id: line,
      strand: 'specialist',
      from_week: 2,
      until_week: 4,
      words,
      created_at: at,
    })
    .execute();

  const agreement = (
    await db
      .selectFrom('agreement')
      .select('id')
      .where('owner_id', '=', owner)
      .orderBy('id')
      .executeTakeFirstOrThrow()
  ).id;
  const [teacher, partner] = [people.teacher.personId, people.partner.personId];
  const offer = await insertItem(
    db,
    {
      ownerId: owner,
      policy: offerPolicy,
      authorId: teacher,
      grants: [teacher, partner].map((id) => ({ principal: principals.person(id), ability: 'read' })),
    },
    at,
  );
  const parts = (text: string) => JSON.stringify([{ id: 'how', label: 'How?', text }]);
  await db
    .insertInto('agreement_offer')
    .values({
      owner_id: owner,
      id: offer,
      agreement_id: agreement,
      parts: parts(world.canary('learning', both)),
      version: 1,
      written_by: teacher,
      written_at: at,
    })
    .execute();
  for (const [person_id, says_yes] of [[teacher, true] as const, [partner, null] as const])
    await db
      .insertInto('agreement_offer_answer')
      .values({ owner_id: owner, offer_id: offer, person_id, says_yes })
      .execute();

  const collected = await item(collectedPolicy);
  await db
    .insertInto('collected_agreement')
    .values({
      owner_id: owner,
      id: collected,
      came: 'typed',
      title: 'From a neighbour',
      comes_from: 'a school near by',
      parts: parts(world.canary('administration', planners)),
      added_at: at,
    })
    .execute();
  await db
    .insertInto('agreement_feature_note')
    .values({
      owner_id: owner,
      id: newId(at),
      feature: 'goals',
      how: JSON.stringify({ [collected]: 'As a list' }),
      noticed: 'All name pupils.',
      wanted: 'A line for each pupil.',
      version: 1,
      ...written,
    })
    .execute();

  const copy = await item(releasedPolicy, people['other-head'].personId);
  await db
    .insertInto('released_copy')
    .values({
      owner_id: owner,
      id: copy,
      school_id: otherSchool.id,
      tool: 'plan',
      year: 2026,
      body: JSON.stringify({ parts: [] }),
      gaps: ['mentoring'],
      released_at: at,
    })
    .execute();
  const release = newId(at);
  await db
    .insertInto('planner_release')
    .values({
      owner_id: owner,
      id: release,
      tool: 'plan',
      year: 2026,
      to_id: otherSchool.id,
      body: '{}',
      gaps: [],
      released_by: leader,
      released_at: at,
    })
    .execute();

  const planPath = '/school/mentoring-planner/2026';
  const auditPath = '/school/cycle-audit/2026';
  const linePath = `${auditPath}/lines/${line}`;
  const offerPath = `/agreements/${agreement}/collection`;
  const collection = '/school/agreement-collection';
  const toShapers = (path: string) => ({ path, seenBy: shapers });
  const byShapers = (path: string, fields = {}) => ({ path, fields, by: shapers });
  const text = { kind: 'project', title: 'Reading' };
  return {
    'GET /school/mentoring-planner': { path: '/school/mentoring-planner', seenBy: planners, openTo },
    'GET /school/mentoring-planner/:year': { path: planPath, seenBy: planners, openTo },
    'GET /school/mentoring-planner/:year/:relationship': {
      path: `${planPath}/mentoring`,
      seenBy: planners,
      openTo,
    },
    'GET /school/mentoring-planner/:year/:relationship/history': {
      path: `${planPath}/mentoring/history`,
      seenBy: planners,
      openTo,
    },
    'POST /school/mentoring-planner/:year/:relationship': {
      path: `${planPath}/mentoring`,
      fields: { version: 1, 'purposes-induction': 'yes' },
      by: [...planners, ...openTo],
    },
    'POST /school/mentoring-planner/:year/copy': {
      path: `${planPath}/copy`,
      fields: {},
      by: [...planners, ...openTo],
    },
    'POST /school/mentoring-planner/:year/release': {
      path: `${planPath}/release`,
      fields: { to: otherSchool.id },
      by: [...shapers, ...openTo],
    },
    'POST /school/mentoring-planner/:year/take-back': {
      path: `${planPath}/take-back`,
      fields: { release },
      by: [...shapers, ...openTo],
    },

    'GET /school/cycle-audit': { path: '/school/cycle-audit', seenBy: shapers, openTo },
    'GET /school/cycle-audit/:year': { path: auditPath, seenBy: shapers, openTo },
    'GET /school/cycle-audit/:year/compare': { path: `${auditPath}/compare`, seenBy: shapers, openTo },
    'POST /school/cycle-audit/:year/take-over': {
      path: `${auditPath}/take-over`,
      fields: { programme: programme.id },
      by: [...shapers, ...openTo],
    },
    'POST /school/cycle-audit/:year/copy': {
      path: `${auditPath}/copy`,
      fields: {},
      by: [...shapers, ...openTo],
    },
    'POST /school/cycle-audit/:year/release': {
      path: `${auditPath}/release`,
      fields: { to: otherSchool.id },
      by: [...shapers, ...openTo],
    },
    'POST /school/cycle-audit/:year/take-back': {
      path: `${auditPath}/take-back`,
      fields: { release },
      by: [...shapers, ...openTo],
    },
    'GET /school/cycle-audit/:year/lines/new': { path: `${auditPath}/lines/new`, seenBy: shapers, openTo },
    'POST /school/cycle-audit/:year/lines': {
      path: `${auditPath}/lines`,
      fields: text,
      by: [...shapers, ...openTo],
    },
    'GET /school/cycle-audit/:year/lines/:line': toShapers(linePath),
    'GET /school/cycle-audit/:year/lines/:line/edit': toShapers(`${linePath}/edit`),
    'GET /school/cycle-audit/:year/lines/:line/history': toShapers(`${linePath}/history`),
    'POST /school/cycle-audit/:year/lines/:line/edit': byShapers(`${linePath}/edit`, { ...text, version: 1 }),
    'POST /school/cycle-audit/:year/lines/:line/end': byShapers(`${linePath}/end`),
    'POST /school/cycle-audit/:year/lines/:line/restore': byShapers(`${linePath}/restore`),
    'POST /school/cycle-audit/:year/lines/:line/points': byShapers(`${linePath}/points`, {
      strand: 'peer',
      words: 'Pairs meet',
      from_week: 5,
    }),
    'POST /school/cycle-audit/:year/lines/:line/points/:point/remove': byShapers(
      `${linePath}/points/${point}/remove`,
    ),
    'POST /school/cycle-audit/:year/lines/:line/points/:point/restore': byShapers(
      `${linePath}/points/${point}/restore`,
    ),

    'GET /agreements/:agreement/collection': { path: offerPath, seenBy: both },
    'POST /agreements/:agreement/collection': {
      path: offerPath,
      fields: { version: 1, 'part-how': 'Little by little' },
      by: both,
    },
    'POST /agreements/:agreement/collection/answer': {
      path: `${offerPath}/answer`,
      fields: { version: 1, says: 'yes' },
      by: both,
    },
    'POST /agreements/:agreement/collection/give': {
      path: `${offerPath}/give`,
      fields: { version: 1 },
      by: both,
    },
    'POST /agreements/:agreement/collection/take-back': {
      path: `${offerPath}/take-back`,
      fields: {},
      by: both,
    },

    'GET /school/agreement-collection': { path: collection, seenBy: planners, openTo },
    'GET /school/agreement-collection/features': { path: `${collection}/features`, seenBy: planners, openTo },
    'GET /school/agreement-collection/features/:feature': {
      path: `${collection}/features/goals`,
      seenBy: shapers,
      openTo,
    },
    'POST /school/agreement-collection/features/:feature': {
      path: `${collection}/features/goals`,
      fields: { version: 1, noticed: 'Much', wanted: '' },
      by: [...shapers, ...openTo],
    },
    'GET /school/agreement-collection/new': { path: `${collection}/new`, seenBy: shapers, openTo },
    'POST /school/agreement-collection': {
      path: collection,
      fields: { title: 'Another', 'part-how': 'In pairs' },
      by: [...shapers, ...openTo],
    },
    'GET /school/agreement-collection/:copy': { path: `${collection}/${collected}`, seenBy: planners },
    'POST /school/agreement-collection/:copy/end': byShapers(`${collection}/${collected}/end`),
    'POST /school/agreement-collection/:copy/restore': byShapers(`${collection}/${collected}/restore`),

    'GET /school/shared-plans': { path: '/school/shared-plans', seenBy: shapers, openTo },
    'GET /school/shared-plans/:copy': { path: `/school/shared-plans/${copy}`, seenBy: shapers },
  };
};
