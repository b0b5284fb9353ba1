import { insertItem, principals } from '#platform/access/items.ts';
import { newId } from '#platform/db/ids.ts';
import { peerAssessmentPolicy } from '#features/peer-assessments/index.ts';
import { joinCircle } from '#test/factories.ts';
import type { SeedVisits } from '#test/visit-map.ts';
import { staff } from '#test/world.ts';

/** What the partner wrote about how far the teacher has come, sent to her. */
export const visits: SeedVisits = async (world) => {
  const { db, at, school, people } = world;
  const two = ['teacher', 'partner'] as const;
  const circle = newId(at);
  for (const person of two)
    await joinCircle(db, school, circle, people[person], 'partner', {
      kind: 'partnership',
      name: 'Second cycle',
    });
  const words = world.canary('learning', two);
  const id = await insertItem(
    db,
    {
      ownerId: school.id,
      policy: peerAssessmentPolicy,
      authorId: people.partner.personId,
      circleId: circle,
      excludesManagers: true,
      grants: [{ principal: principals.person(people.teacher.personId), ability: 'contribute' }],
    },
    at,
  );
  await db
    .insertInto('peer_assessment')
    .values({
      owner_id: school.id,
      id,
      circle_id: circle,
      writer_id: people.partner.personId,
      subject_id: people.teacher.personId,
      texts: JSON.stringify({ agreed: words, seen: words, pupils: words, next: words }),
      version: 1,
      created_at: at,
      updated_at: at,
      sent_at: at,
      reply: words,
      reply_version: 1,
    })
    .execute();
  const address = `/peer-assessments/${id}`;
  const texts = { agreed: 'This', seen: 'That', pupils: 'So', next: 'Then' };
  return {
    'GET /my-learning/peer-assessments': {
      path: '/my-learning/peer-assessments',
      seenBy: two,
      openTo: staff,
    },
    'POST /my-learning/peer-assessments': {
      path: '/my-learning/peer-assessments',
      fields: { about: `${circle} ${people.partner.personId}` },
      by: ['teacher'],
    },
    'GET /peer-assessments/:assessment': {
      path: address,
      seenBy: two,
      queries: {
        most: 5,
        why: 'the partner’s opening is written to the log, and a draft of the answer is looked for',
      },
    },
    'GET /peer-assessments/:assessment/edit': { path: `${address}/edit`, seenBy: ['partner'] },
    'POST /peer-assessments/:assessment/edit': {
      path: `${address}/edit`,
      fields: { ...texts, version: 1 },
      by: ['partner'],
    },
    'POST /peer-assessments/:assessment/reply': {
      path: `${address}/reply`,
      fields: { reply: 'Yes', version: 1 },
      by: ['teacher'],
    },
  };
};
