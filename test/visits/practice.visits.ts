import { insertItem, principals } from '#platform/access/items.ts';
import { newId } from '#platform/db/ids.ts';
import { askHref } from '#features/practice/exchange/exchange.ts';
import { askPolicy, choicePolicy } from '#features/practice/exchange/exchange.policy.ts';
import { practiceHref } from '#features/practice/addresses.ts';
import { practicePolicy } from '#features/practice/practice.policy.ts';
import { insertPractice } from '#features/practice/practice.queries.ts';
import { examplePolicy, techniquePolicy } from '#features/practice/techniques/technique.policy.ts';
import { insertTechnique } from '#features/practice/techniques/technique.queries.ts';
import type { SeedVisits } from '#test/visit-map.ts';
import { type Persona, type SignedIn, staff } from '#test/world.ts';

/**
 * What the teacher practises, shared with her partner and the specialist by name; a technique of the library with an
 * example; a wish of hers, an offer of the partner's, and a question between the two.
 */
export const visits: SeedVisits = async (world) => {
  const { db, at, school, people } = world;
  const [teacher, partner] = [people.teacher.personId, people.partner.personId];
  const readers: readonly Persona[] = ['teacher', 'partner', 'specialist'];
  const words = world.canary('learning', readers);
  const technique = await insertItem(
    db,
    { ownerId: school.id, policy: techniquePolicy, authorId: teacher },
    at,
  );
  await insertTechnique(
    db,
    { ownerId: school.id, id: technique },
    {
      title: 'Boards before hands',
      plain: 'Everybody writes before anybody speaks',
      steps: 'Ask.\nWait until all have written.',
      why: 'All think',
      against: '',
      notFor: '',
      phases: ['Primary'],
      subjects: [],
    },
    teacher,
    at,
  );
  const example = await insertItem(db, { ownerId: school.id, policy: examplePolicy, authorId: teacher }, at);
  await db
    .insertInto('technique_example')
    .values({ owner_id: school.id, id: example, technique, words: 'Come and see', link: '', created_at: at })
    .execute();

  const id = await insertItem(
    db,
    {
      ownerId: teacher,
      policy: practicePolicy,
      authorId: teacher,
      excludesManagers: true,
      grants: [people.partner, people.specialist].map(({ personId }) => ({
        principal: principals.person(personId),
        ability: 'read',
      })),
    },
    at,
  );
  await insertPractice(
    db,
    { ownerId: teacher, id, organisationId: school.id, stepId: null },
    { technique, words, whereUsed: words, model: words, replaces: words },
    at,
  );
  for (const { personId } of [people.partner, people.specialist])
    await db
      .insertInto('practice_shared')
      .values({
        owner_id: school.id,
        principal: principals.person(personId),
        practice_id: id,
        person_id: teacher,
        shared_at: at,
      })
      .execute();
  const rehearsal = newId(at);
  await db
    .insertInto('practice_rehearsal')
    .values({
      owner_id: teacher,
      id: rehearsal,
      practice_id: id,
      on_date: '2026-11-17',
      how: 'alone',
      words,
      created_at: at,
    })
    .execute();
  await db
    .insertInto('practice_look')
    .values({
      owner_id: teacher,
      id: newId(at),
      practice_id: id,
      number: 1,
      due_on: '2026-11-18',
      after_days: 7,
      relapse: false,
      note: '',
    })
    .execute();

  const choose = async (who: SignedIn, side: string): Promise<string> => {
    const { personId } = people[who];
    const choice = await insertItem(
      db,
      { ownerId: school.id, policy: choicePolicy, authorId: personId, excludesManagers: true },
      at,
    );
    await db
      .insertInto('exchange_choice')
      .values({ owner_id: school.id, id: choice, person_id: personId, technique, side, chosen_at: at })
      .execute();
    return choice;
  };
  const wish = await choose('teacher', 'see');
  await choose('partner', 'show');
  const ask = await insertItem(
    db,
    {
      ownerId: school.id,
      policy: askPolicy,
      authorId: teacher,
      excludesManagers: true,
      grants: [{ principal: principals.person(partner), ability: 'contribute' }],
    },
    at,
  );
  await db
    .insertInto('exchange_ask')
    .values({
      owner_id: school.id,
      id: ask,
      technique,
      from_id: teacher,
      to_id: partner,
      side: 'see',
      words: world.canary('learning', ['teacher', 'partner']),
      asked_at: at,
      answer_words: '',
    })
    .execute();

  const address = practiceHref({ ownerId: teacher, id });
  const library = `/practice/techniques/${technique}`;
  const mine = ['teacher'] as const;
  const asked = ['teacher', 'partner'] as const;
  const written = { title: 'Boards', plain: 'This', steps: 'Ask.', why: 'So' };
  return {
    'GET /practice/techniques': { path: '/practice/techniques?words=boards', seenBy: mine, openTo: staff },
    'GET /practice/techniques/new': { path: '/practice/techniques/new', seenBy: mine, openTo: staff },
    'POST /practice/techniques/new': { path: '/practice/techniques/new', fields: written, by: staff },
    'GET /practice/techniques/:technique': [
      { path: library, seenBy: mine, openTo: staff },
      // It comes with Staffroom, so another school's staff read it too.
      { path: '/practice/techniques/turn-and-talk', seenBy: mine, openTo: [...staff, 'other-head'] },
    ],
    'GET /practice/techniques/:technique/edit': { path: `${library}/edit`, seenBy: mine, openTo: staff },
    'POST /practice/techniques/:technique/edit': {
      path: `${library}/edit`,
      fields: { ...written, version: 1 },
      by: staff,
    },
    'GET /practice/techniques/:technique/history': {
      path: `${library}/history`,
      seenBy: mine,
      openTo: staff,
    },
    'POST /practice/techniques/:technique/end': {
      path: `${library}/end`,
      fields: {},
      by: ['teacher', 'cpd-leader'],
    },
    'POST /practice/techniques/:technique/bring-back': {
      path: `${library}/bring-back`,
      fields: {},
      by: ['teacher', 'cpd-leader'],
    },
    'POST /practice/techniques/:technique/examples': {
      path: `${library}/examples`,
      fields: { words: 'Come on Monday' },
      by: staff,
    },
    'POST /practice/examples/:example/end': {
      path: `/practice/examples/${example}/end`,
      fields: {},
      by: ['teacher', 'cpd-leader'],
    },
    'POST /practice/examples/:example/bring-back': {
      path: `/practice/examples/${example}/bring-back`,
      fields: {},
      by: ['teacher', 'cpd-leader'],
    },
    'GET /practice/exchange': { path: '/practice/exchange', seenBy: asked, openTo: staff },
    'POST /practice/exchange/choices': {
      path: '/practice/exchange/choices',
      fields: { technique, side: 'show' },
      by: staff,
    },
    'POST /practice/exchange/choices/:choice/end': {
      path: `/practice/exchange/choices/${wish}/end`,
      fields: {},
      by: mine,
    },
    'POST /practice/exchange/choices/:choice/bring-back': {
      path: `/practice/exchange/choices/${wish}/bring-back`,
      fields: {},
      by: mine,
    },
    'POST /practice/exchange/asks': {
      path: '/practice/exchange/asks',
      fields: { to: partner, technique, side: 'see' },
      by: staff,
    },
    'GET /practice/exchange/asks/:ask': { path: askHref(ask), seenBy: asked },
    'POST /practice/exchange/asks/:ask/answer': {
      path: askHref(ask, 'answer'),
      fields: { answer: 'yes' },
      by: ['partner'],
    },
    'POST /practice/exchange/asks/:ask/end': { path: askHref(ask, 'end'), fields: {}, by: mine },
    'POST /practice/exchange/asks/:ask/bring-back': {
      path: askHref(ask, 'bring-back'),
      fields: {},
      by: mine,
    },
    'GET /my-learning/practice': { path: '/my-learning/practice', seenBy: mine, openTo: staff },
    'GET /my-learning/practice/new': {
      path: `/my-learning/practice/new?technique=wait-time`,
      seenBy: mine,
      openTo: staff,
    },
    'POST /my-learning/practice/new': {
      path: '/my-learning/practice/new',
      fields: { words: 'I wait three seconds' },
      by: staff,
    },
    'GET /my-learning/practice/dusty': {
      path: '/my-learning/practice/dusty',
      seenBy: mine,
      openTo: staff,
    },
    'GET /my-learning/practice/let-go': {
      path: '/my-learning/practice/let-go',
      seenBy: mine,
      openTo: staff,
    },
    'GET /my-learning/practice/shared': {
      path: '/my-learning/practice/shared',
      seenBy: ['partner', 'specialist'],
      openTo: [...staff, 'other-guest'],
    },
    'GET /practice/:person/:practice': { path: address, seenBy: readers },
    'GET /practice/:person/:practice/experiments': { path: `${address}/experiments`, seenBy: readers },
    'GET /practice/:person/:practice/edit': { path: `${address}/edit`, seenBy: mine },
    'POST /practice/:person/:practice/edit': {
      path: `${address}/edit`,
      fields: { words: 'Less', version: 1 },
      by: mine,
    },
    'GET /practice/:person/:practice/history': { path: `${address}/history`, seenBy: mine },
    'GET /practice/:person/:practice/share': { path: `${address}/share`, seenBy: mine },
    'POST /practice/:person/:practice/share': { path: `${address}/share`, fields: {}, by: mine },
    'POST /practice/:person/:practice/seen': { path: `${address}/seen`, fields: {}, by: mine },
    'POST /practice/:person/:practice/not-seen': { path: `${address}/not-seen`, fields: {}, by: mine },
    'POST /practice/:person/:practice/rehearsals': {
      path: `${address}/rehearsals`,
      fields: { on_date: '2026-11-18', how: 'alone' },
      by: mine,
    },
    'POST /practice/:person/:practice/rehearsals/:rehearsal/end': {
      path: `${address}/rehearsals/${rehearsal}/end`,
      fields: {},
      by: mine,
    },
    'POST /practice/:person/:practice/looks': { path: `${address}/looks`, fields: {}, by: mine },
    'POST /practice/:person/:practice/looks/:number': {
      path: `${address}/looks/1`,
      fields: { how: 'by-itself' },
      by: mine,
    },
    'POST /practice/:person/:practice/looks/stop': {
      path: `${address}/looks/stop`,
      fields: {},
      by: mine,
    },
    'POST /practice/:person/:practice/take-up': { path: `${address}/take-up`, fields: {}, by: mine },
    'POST /practice/:person/:practice/let-go': { path: `${address}/let-go`, fields: {}, by: mine },
    'POST /practice/:person/:practice/bring-back': { path: `${address}/bring-back`, fields: {}, by: mine },
  };
};
