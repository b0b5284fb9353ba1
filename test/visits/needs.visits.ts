import { insertItem, principals } from '#platform/access/items.ts';
import { newId } from '#platform/db/ids.ts';
import { answerPolicy, askingPolicy } from '#features/needs/need.policy.ts';
import { insertAnswer, saveNeeds } from '#features/needs/answer.queries.ts';
import { insertAsking } from '#features/needs/write-asking.queries.ts';
import { insertRaisedNeed } from '#features/needs/raised/raised-need.queries.ts';
import type { SeedVisits } from '#test/visit-map.ts';
import { type Persona, staff } from '#test/world.ts';

/** One question to all staff, which the teacher has answered. */
export const visits: SeedVisits = async (world) => {
  const { db, school, people, at } = world;
  const leader = people['cpd-leader'].personId;
  const priority = newId(at);
  await db
    .insertInto('school_priority')
    .values({
      owner_id: school.id,
      id: priority,
      title: 'Talk for learning',
      about: '',
      starts_on: '2026-09-01',
      created_at: at,
    })
    .execute();
  const id = await insertItem(
    db,
    {
      ownerId: school.id,
      policy: askingPolicy,
      authorId: leader,
      grants: [{ principal: principals.kind(school.id, 'staff'), ability: 'contribute' }],
    },
    at,
  );
  await insertAsking(
    db,
    school.id,
    {
      id,
      slug: 'autumn-needs',
      title: 'Autumn needs',
      note: '',
      closesOn: '2026-12-04',
      topics: [{ heading: 'Teaching', title: 'Questioning', catalogueId: 'questioning' }],
      unitIds: [],
      priorityIds: [priority],
    },
    at,
  );
  const { personId } = people.teacher;
  const answerId = await insertItem(db, { ownerId: school.id, policy: answerPolicy, authorId: personId }, at);
  const named: readonly Persona[] = ['teacher', 'cpd-leader'];
  const offer = { chosen: [], words: world.canary('learning', named) };
  const answer = { organisationId: school.id, askingId: id, personId };
  await insertAnswer(db, { ...answer, id: answerId, said: { 'can-offer': offer } }, at);
  const words = world.canary('learning', named);
  await saveNeeds(db, { ...answer, answerId }, [{ side: 'most', place: 1, topicId: null, words }], at);
  const need = await db
    .selectFrom('need')
    .select('id')
    .where('owner_id', '=', school.id)
    .where('answer_id', '=', answerId)
    .executeTakeFirstOrThrow();

  const raised = await insertRaisedNeed(
    db,
    { ownerId: school.id, authorId: personId },
    { sort: 'own', subject: '', words: world.canary('learning', named) },
    at,
  );
  const takenBack = await insertRaisedNeed(
    db,
    { ownerId: school.id, authorId: personId },
    { sort: 'own', subject: '', words: world.canary('learning', ['teacher']) },
    at,
  );
  await db
    .updateTable('item')
    .set({ ended_at: at })
    .where('owner_id', '=', school.id)
    .where('id', '=', takenBack)
    .execute();

  const addAction = async (ended: boolean): Promise<string> => {
    const action = newId(at);
    await db
      .insertInto('priority_action')
      .values({
        owner_id: school.id,
        id: action,
        priority_id: priority,
        title: ended ? 'Taken away' : world.canary('administration', staff),
        person_id: personId,
        due_on: '2026-12-04',
        state: 'begun',
        evidence: '',
        version: 1,
        changed_by: leader,
        changed_at: at,
        created_at: at,
        ended_at: ended ? at : null,
      })
      .execute();
    return action;
  };
  const action = await addAction(false);
  const actionAway = await addAction(true);

  const leaders: readonly Persona[] = ['cpd-leader', 'head', 'senior-leader'];
  const results = '/school/needs/autumn-needs';
  const toLeader = { seenBy: ['cpd-leader'] as const };
  const byLeader = { fields: {}, by: ['cpd-leader'] as const };
  return {
    // The other school's head leads learning there, and gets that school's own pages.
    'GET /school/priorities': { path: '/school/priorities', seenBy: staff, openTo: ['other-head'] },
    'GET /school/priorities/:priority': { path: `/school/priorities/${priority}`, seenBy: staff },
    'GET /school/priorities/:priority/actions/new': {
      path: `/school/priorities/${priority}/actions/new`,
      seenBy: leaders,
    },
    'POST /school/priorities/:priority/actions': {
      path: `/school/priorities/${priority}/actions`,
      fields: { title: 'Read sources together', person: '', due_on: '', state: 'to-do', evidence: '' },
      by: leaders,
    },
    'GET /school/priorities/:priority/actions/:action': {
      path: `/school/priorities/${priority}/actions/${action}`,
      seenBy: ['teacher', ...leaders],
    },
    'POST /school/priorities/:priority/actions/:action': {
      path: `/school/priorities/${priority}/actions/${action}`,
      fields: { title: 'Read', person: '', due_on: '', state: 'done', evidence: 'We did.', version: 1 },
      by: ['teacher', ...leaders],
    },
    'POST /school/priorities/:priority/actions/:action/end': {
      path: `/school/priorities/${priority}/actions/${action}/end`,
      fields: {},
      by: leaders,
    },
    'POST /school/priorities/:priority/actions/:action/restore': {
      path: `/school/priorities/${priority}/actions/${actionAway}/restore`,
      fields: {},
      by: leaders,
    },
    'GET /raised-needs/new': { path: '/raised-needs/new', seenBy: staff, openTo: ['other-head'] },
    'POST /raised-needs': {
      path: '/raised-needs',
      fields: { words: 'To weigh sources', sort: 'own', subject: '' },
      by: [...staff, 'other-head'],
    },
    'GET /school/raised-needs': [
      { path: '/school/raised-needs', seenBy: ['cpd-leader'] },
      { path: '/school/raised-needs?show=all', seenBy: ['cpd-leader'] },
    ],
    'POST /raised-needs/:need/join': {
      path: `/raised-needs/${raised}/join`,
      fields: { priority, programme: '', answer: 'In January.' },
      by: ['cpd-leader'],
    },
    'POST /raised-needs/:need/take-back': {
      path: `/raised-needs/${raised}/take-back`,
      fields: {},
      by: ['teacher'],
    },
    'POST /raised-needs/:need/restore': {
      path: `/raised-needs/${takenBack}/restore`,
      fields: {},
      by: ['teacher'],
    },
    'GET /school/priorities/new': { path: '/school/priorities/new', seenBy: leaders, openTo: ['other-head'] },
    'POST /school/priorities': {
      path: '/school/priorities',
      fields: { title: 'Reading', starts_on: '2026-09-01' },
      by: [...leaders, 'other-head'],
    },
    'GET /school/priorities/:priority/edit': { path: `/school/priorities/${priority}/edit`, seenBy: leaders },
    'POST /school/priorities/:priority/edit': {
      path: `/school/priorities/${priority}/edit`,
      fields: { title: 'Reading', starts_on: '2026-09-01' },
      by: leaders,
    },
    'POST /school/priorities/:priority/end': {
      path: `/school/priorities/${priority}/end`,
      fields: {},
      by: leaders,
    },
    'POST /school/priorities/:priority/restore': {
      path: `/school/priorities/${priority}/restore`,
      fields: {},
      by: leaders,
    },

    'GET /school/needs': { path: '/school/needs', ...toLeader, openTo: ['other-head'] },
    'GET /school/needs/new': { path: '/school/needs/new', ...toLeader, openTo: ['other-head'] },
    'POST /school/needs': {
      path: '/school/needs',
      fields: { title: 'Spring needs', closes_on: '2027-02-01', whom: 'all' },
      by: ['cpd-leader', 'other-head'],
    },
    'GET /school/needs/:asking': { path: results, ...toLeader },
    'GET /school/needs/:asking/said': {
      path: `${results}/said`,
      ...toLeader,
      queries: { most: 5, why: 'the first look of a day notes whose answers were read' },
    },
    'GET /school/needs/:asking/waiting': { path: `${results}/waiting`, ...toLeader },
    'GET /school/needs/:asking/answers.csv': {
      path: `${results}/answers.csv`,
      ...toLeader,
      queries: { most: 5, why: 'the first look of a day notes whose answers were read' },
    },
    'POST /school/needs/:asking/join': {
      path: `${results}/join`,
      fields: { need: need.id, to: priority },
      by: ['cpd-leader'],
    },
    'POST /school/needs/:asking/close': { path: `${results}/close`, ...byLeader },
    'POST /school/needs/:asking/open-again': { path: `${results}/open-again`, ...byLeader },
    'POST /school/needs/:asking/reopen': {
      path: `${results}/reopen`,
      fields: { closes_on: '2027-01-08' },
      by: ['cpd-leader'],
    },
    'POST /school/needs/:asking/remind': { path: `${results}/remind`, ...byLeader },
    'POST /school/needs/:asking/release': { path: `${results}/release`, ...byLeader },
    'POST /school/needs/:asking/withhold': { path: `${results}/withhold`, ...byLeader },

    'GET /needs': { path: '/needs', seenBy: ['teacher', 'colleague'], openTo: [...staff, 'other-head'] },
    'GET /needs/:asking': { path: '/needs/autumn-needs', seenBy: ['teacher', 'colleague'], openTo: staff },
    'GET /needs/:asking/mine': {
      path: '/needs/autumn-needs/mine',
      seenBy: ['teacher', 'colleague'],
      openTo: staff,
    },
    'POST /needs/:asking/answer': {
      path: '/needs/autumn-needs/answer',
      fields: { version: 0, 'most-1-words': 'Class talk' },
      by: staff,
    },
  };
};
