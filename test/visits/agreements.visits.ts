import { joinCircle, makeCircle } from '#platform/access/circles.ts';
import { insertItem } from '#platform/access/items.ts';
import { newId } from '#platform/db/ids.ts';
import { agreementPolicy } from '#features/agreements/index.ts';
import { noFocus } from '#features/agreements/answers.ts';
import { readyForm } from '#features/agreements/form-parts.ts';
import type { SeedVisits } from '#test/visit-map.ts';
import { signedIn } from '#test/world.ts';

/** A signed agreement of the teacher and the partner, in which there are words for nobody else. */
export const visits: SeedVisits = async (world) => {
  const { db, at, school, people, programme } = world;
  const [teacher, partner] = [people.teacher.personId, people.partner.personId];
  const words = world.canary('learning', ['teacher', 'partner']);
  const both = ['teacher', 'partner'] as const;
  const id = newId(at);
  const owner = { owner_id: school.id, agreement_id: id };
  await db
    .insertInto('agreement_form')
    .values({ owner_id: school.id, version: 1, parts: JSON.stringify(readyForm()), changed_at: at })
    .execute();
  await insertItem(
    db,
    {
      ownerId: school.id,
      id,
      policy: agreementPolicy,
      authorId: teacher,
      circleId: id,
      excludesManagers: true,
    },
    at,
  );
  const name = 'Ffion Puw and Tomos Bevan';
  await makeCircle(db, { ownerId: school.id, id, kind: 'partnership', name, excludesManagers: true }, at);
  await joinCircle(db, { ownerId: school.id, circleId: id, part: 'partner' }, [teacher, partner], at);
  await db
    .insertInto('agreement')
    .values({
      owner_id: school.id,
      id,
      programme_id: programme.id,
      form_version: 1,
      proposal: words,
      answers: JSON.stringify({
        focus: { words, focus: { ...noFocus, pupils: words } },
        how: { words },
        review: { words, reviewOn: '2026-12-11' },
      }),
      version: 1,
      written_by: teacher,
      written_at: at,
      in_force_version: 1,
      in_force_at: at,
      review_on: '2026-12-11',
      review_round: 0,
      created_at: at,
    })
    .execute();
  for (const personId of [teacher, partner]) {
    await db
      .insertInto('agreement_party')
      .values({ ...owner, person_id: personId, asked_at: at, answer: 'accepted', answered_at: at })
      .execute();
    await db
      .insertInto('agreement_signature')
      .values({ ...owner, version: 1, person_id: personId, signed_at: at })
      .execute();
  }
  const [task, place] = [newId(at), newId(at)];
  await db
    .insertInto('agreement_task')
    .values({
      ...owner,
      id: task,
      key: 'own',
      title: words,
      due_on: '2026-11-24',
      created_at: at,
      changed_at: at,
    })
    .execute();
  await db
    .insertInto('evidence_place')
    .values({ ...owner, id: place, key: 'own', title: words, about: words, created_at: at })
    .execute();

  const page = (below = '') => `/agreements/${id}${below}`;
  const theirs = (below = '') => ({ path: page(below), seenBy: both });
  const change = (below: string, fields = {}) => ({ path: page(below), fields, by: both });
  const programmePath = `/programmes/${programme.slug}/agreements`;
  return {
    'GET /programmes/:programme/agreements': [
      { path: programmePath, seenBy: ['teacher', 'partner'], openTo: ['facilitator', 'specialist'] },
      { path: programmePath, seenBy: ['cpd-leader', 'head', 'senior-leader'] },
      { path: programmePath, seenBy: ['co-ordinator'] },
    ],
    'GET /programmes/:programme/agreements/new': {
      path: `${programmePath}/new`,
      seenBy: ['teacher', 'partner'],
    },
    'POST /programmes/:programme/agreements/new': {
      path: `${programmePath}/new`,
      fields: { partners: [partner], proposal: 'Together?' },
      by: ['teacher', 'partner'],
    },
    'GET /my-learning/agreements': { path: '/my-learning/agreements', seenBy: ['teacher'], openTo: signedIn },
    'GET /agreements/:agreement': theirs(),
    'GET /agreements/:agreement/write': theirs('/write'),
    'GET /agreements/:agreement/own-concerns': theirs('/own-concerns'),
    'GET /agreements/:agreement/history': theirs('/history'),
    'GET /agreements/:agreement/evidence': theirs('/evidence'),
    'GET /agreements/:agreement/review': theirs('/review'),
    'GET /agreements/:agreement/tasks/:task': theirs(`/tasks/${task}`),
    'POST /agreements/:agreement/answer': { ...change('/answer', { answer: 'accepted' }), by: [] },
    'POST /agreements/:agreement/invitations/:person/withdraw': change(`/invitations/${partner}/withdraw`),
    'GET /agreements/:agreement/invitations/new': theirs('/invitations/new'),
    'POST /agreements/:agreement/invitations/new': change('/invitations/new', {
      person: people.facilitator.personId,
    }),
    'GET /agreements/:agreement/leave': theirs('/leave'),
    'POST /agreements/:agreement/leave': change('/leave', { why: 'Another year' }),
    'POST /agreements/:agreement/come-back': { ...change('/come-back'), by: [] },
    'POST /agreements/:agreement/write': change('/write', { version: 1, 'part-how': 'Other words' }),
    'POST /agreements/:agreement/own-concerns': change('/own-concerns', { words: ['A concern'] }),
    'POST /agreements/:agreement/sign': change('/sign', { version: 1 }),
    'POST /agreements/:agreement/tasks/:task': change(`/tasks/${task}`, {
      person: partner,
      due_on: '2026-11-27',
    }),
    'POST /agreements/:agreement/tasks/:task/done': change(`/tasks/${task}/done`),
    'POST /agreements/:agreement/tasks/:task/not-done': change(`/tasks/${task}/not-done`),
    'POST /agreements/:agreement/review': change('/review', {
      version: 0,
      keep: 'All of it',
      change: '',
      next_on: '',
    }),
    'POST /agreements/:agreement/close': change('/close'),
    'POST /agreements/:agreement/reopen': change('/reopen'),
    'GET /school/agreement-form': { path: '/school/agreement-form', seenBy: ['cpd-leader'] },
    'POST /school/agreement-form': {
      path: '/school/agreement-form',
      fields: { version: 1, question_how: 'How?' },
      by: ['cpd-leader'],
    },
    'POST /school/agreement-form/versions/:version/use': {
      path: '/school/agreement-form/versions/1/use',
      fields: {},
      by: ['cpd-leader'],
    },
  };
};
