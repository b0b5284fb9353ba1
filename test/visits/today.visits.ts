import { newId } from '#platform/db/ids.ts';
import type { SeedVisits } from '#test/visit-map.ts';
import { signedIn } from '#test/world.ts';

export const visits: SeedVisits = async ({ db, at, people, school }) => {
  const id = newId(at);
  await db
    .insertInto('notice')
    .values({
      owner_id: people.teacher.personId,
      id,
      from_owner: school.id,
      kind: 'agreement.write',
      subject_key: 'visit',
      href: '/my-learning/agreements',
      due_at: at,
      created_at: at,
    })
    .execute();
  return {
    'GET /today': { path: '/today', seenBy: ['teacher', 'head'], openTo: signedIn },
    'GET /today/waiting/:notice': {
      path: `/today/waiting/${id}`,
      seenBy: ['teacher'],
      leadsTo: /^\/my-learning\/agreements$/,
    },
    'POST /today/waiting/:notice/done': { path: `/today/waiting/${id}/done`, fields: {}, by: ['teacher'] },
    'POST /today/waiting/:notice/not-done': {
      path: `/today/waiting/${id}/not-done`,
      fields: {},
      by: ['teacher'],
    },
    'GET /me/notices': { path: '/me/notices', seenBy: ['teacher', 'pupil'], openTo: signedIn },
    'POST /me/notices': { path: '/me/notices', fields: { rhythm: 'never' }, by: 'signed-in' },
  };
};
