import { sql } from 'kysely';
import { insertItem } from '#platform/access/items.ts';
import { newId } from '#platform/db/ids.ts';
import { makePairing } from '#features/coaching/coaching.scene.ts';
import { insertPairing } from '#features/coaching/insert-pairing.ts';
import { quietWishPolicy } from '#features/coaching/pairing.policy.ts';
import type { SeedVisits } from '#test/visit-map.ts';
import { type Persona, staff } from '#test/world.ts';

/** The teacher is coached by her partner; and she asked the facilitator to mentor her, who has not answered. */
export const visits: SeedVisits = async (world) => {
  const { db, people, school, at } = world;
  const two: readonly Persona[] = ['teacher', 'partner'];
  const everybody: readonly Persona[] = [...staff, 'specialist', 'other-guest'];
  const pair = await makePairing(db, school, { learner: people.teacher, supporter: people.partner }, at);
  const [asked, agreed] = [world.canary('learning', two), world.canary('learning', two)];
  await sql`update coaching set asked_words = ${asked}, answers = ${JSON.stringify({ about: agreed })}::jsonb, version = 1
    where owner_id = ${school.id} and id = ${pair.id}`.execute(db);
  const question = await insertPairing(
    db,
    school.id,
    {
      kind: 'mentoring',
      purpose: 'progression',
      rhythm: { id: 'fortnightly-year', everyDays: 14, minutes: 60 },
      people: [
        { ...people.teacher, part: 'learner' },
        { ...people.facilitator, part: 'mentor' },
      ],
      askedBy: people.teacher.personId,
      askedWords: world.canary('learning', ['teacher', 'facilitator']),
      withManager: false,
    },
    at,
  );
  const wish = newId(at);
  await insertItem(
    db,
    { id: wish, ownerId: school.id, policy: quietWishPolicy, authorId: people.teacher.personId },
    at,
  );
  await db
    .insertInto('quiet_wish')
    .values({
      owner_id: school.id,
      id: wish,
      pairing_id: pair.pairingId,
      person_id: people.teacher.personId,
      wish: 'talk',
      words: world.canary('administration', ['teacher', 'co-ordinator']),
      said_at: at,
    })
    .execute();
  await db
    .insertInto('preparation_note')
    .values({
      owner_id: people.partner.personId,
      id: newId(at),
      organisation_id: school.id,
      module: 'what-it-is',
      task: 'unknown',
      words: world.canary('learning', ['partner']),
      version: 1,
      updated_at: at,
    })
    .execute();

  await db
    .insertInto('coaching_offer')
    .values({
      owner_id: school.id,
      person_id: people.colleague.personId,
      kinds: ['specialist-coaching'],
      about: 'Ten years of reading aloud',
      subjects: 'Reading',
      phases: '',
      place: '',
      places: 3,
      open: true,
      version: 1,
      updated_at: at,
    })
    .execute();

  const here = `/coaching/${pair.id}`;
  const module = '/coaching/preparation/listening-and-asking';
  const forStaff = { seenBy: staff, openTo: ['other-head'] } as const;
  const forAll = { seenBy: everybody, openTo: ['other-head'] } as const;
  const mayWrite = [...everybody, 'other-head'] as const;
  return {
    'GET /coaching': { path: '/coaching', ...forAll },
    'GET /coaching/kinds': { path: '/coaching/kinds', ...forAll },
    'GET /coaching/kinds/:kind': { path: '/coaching/kinds/mentoring', ...forAll },
    'GET /coaching/preparation': { path: '/coaching/preparation', ...forAll },
    'GET /coaching/preparation/:module': { path: module, ...forAll },
    'POST /coaching/preparation/:module/words': {
      path: `${module}/words`,
      fields: { 'words-five-minutes': 'I would wait longer.', version: 0 },
      by: mayWrite,
    },
    'POST /coaching/preparation/:module/done': { path: `${module}/done`, fields: {}, by: mayWrite },
    'POST /coaching/preparation/:module/not-done': { path: `${module}/not-done`, fields: {}, by: mayWrite },
    'GET /coaching/offer': { path: '/coaching/offer', ...forStaff },
    'POST /coaching/offer': {
      path: '/coaching/offer',
      fields: { kinds: ['mentoring'], about: 'What I can help with', places: 2, version: 0 },
      by: [...staff, 'other-head'],
    },
    'GET /coaching/new': { path: '/coaching/new?kind=mentoring', ...forStaff },
    'GET /coaching/find': { path: '/coaching/find?kind=co-coaching&words=a', ...forStaff },
    'GET /coaching/ask': {
      path: `/coaching/ask?kind=specialist-coaching&with=${people.colleague.personId}`,
      seenBy: staff.filter((who) => who !== 'colleague'),
      openTo: ['colleague', 'other-head'],
    },
    'POST /coaching/ask': {
      path: '/coaching/ask',
      fields: { kind: 'specialist-coaching', with: people.colleague.personId, words: 'Questions' },
      by: [...staff, 'other-head'],
    },
    'GET /coaching/:coaching': { path: here, seenBy: two },
    'GET /coaching/:coaching/answer': {
      path: `/coaching/${question.id}/answer`,
      seenBy: ['facilitator'],
      openTo: ['teacher'],
    },
    'POST /coaching/:coaching/answer': {
      path: `/coaching/${question.id}/answer`,
      fields: { answer: 'no' },
      by: ['facilitator'],
    },
    // Nobody has said no here: who has, and only they, can take it back (asking.test.ts).
    'POST /coaching/:coaching/answer/take-back': {
      path: `/coaching/${question.id}/answer/take-back`,
      fields: {},
      by: ['facilitator'],
    },
    'GET /coaching/:coaching/agreement': { path: `${here}/agreement`, seenBy: two },
    'GET /coaching/:coaching/agreement/history': { path: `${here}/agreement/history`, seenBy: two },
    'GET /coaching/:coaching/agreement/write': { path: `${here}/agreement/write`, seenBy: two },
    'POST /coaching/:coaching/agreement/write': {
      path: `${here}/agreement/write`,
      fields: { 'part-about': 'Questions', look_again_on: '2027-01-13', version: 1 },
      by: two,
    },
    'POST /coaching/:coaching/agreement/sign': {
      path: `${here}/agreement/sign`,
      fields: { version: 1 },
      by: two,
    },
    'GET /coaching/:coaching/quiet': { path: `${here}/quiet`, seenBy: two },
    'POST /coaching/:coaching/wish': {
      path: `${here}/wish`,
      fields: { wish: 'another', words: '' },
      by: two,
    },
    'POST /coaching/:coaching/wish/:wish/take-back': {
      path: `${here}/wish/${wish}/take-back`,
      fields: {},
      by: two,
    },
    'POST /coaching/:coaching/leave': { path: `${here}/leave`, fields: {}, by: two },
    'POST /coaching/:coaching/come-back': { path: `${here}/come-back`, fields: {}, by: two },
  };
};
