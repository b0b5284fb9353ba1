import { insertItem, principals } from '#platform/access/items.ts';
import { startingPointsPolicy } from '#features/starting-points/index.ts';
import { insertInterviewNotes } from '#features/starting-points/interview-notes.queries.ts';
import { interviewNotesPolicy } from '#features/starting-points/starting-points.policy.ts';
import { insertStartingPoints } from '#features/starting-points/starting-points.queries.ts';
import type { SeedVisits } from '#test/visit-map.ts';
import { type Persona, signedIn } from '#test/world.ts';

/** The teacher's starting points, shared with the specialist of her programme, who has noted their talk. */
export const visits: SeedVisits = async (world) => {
  const { db, school, people, programme, at } = world;
  const teacher = people.teacher.personId;
  const specialist = people.specialist.personId;
  const two: readonly Persona[] = ['teacher', 'specialist'];
  const grant = { principal: principals.circle(programme.id, 'specialist'), ability: 'read' as const };
  const id = await insertItem(
    db,
    { ownerId: teacher, policy: startingPointsPolicy, authorId: teacher, grants: [grant] },
    at,
  );
  await insertStartingPoints(
    db,
    {
      ownerId: teacher,
      id,
      organisationId: school.id,
      programmeId: programme.id,
      title: 'Before reading together',
      texts: { pupils: world.canary('learning', two) },
    },
    at,
  );
  await db
    .insertInto('starting_points_shared')
    .values({
      owner_id: school.id,
      principal: grant.principal,
      starting_points_id: id,
      person_id: teacher,
      programme_id: programme.id,
      shared_at: at,
    })
    .execute();
  const notes = await insertItem(
    db,
    {
      ownerId: school.id,
      policy: interviewNotesPolicy,
      authorId: specialist,
      grants: [
        { principal: principals.person(specialist), ability: 'edit' },
        { principal: principals.person(teacher), ability: 'contribute' },
      ],
    },
    at,
  );
  await insertInterviewNotes(
    db,
    {
      organisationId: school.id,
      id: notes,
      teacherId: teacher,
      startingPointsId: id,
      interviewerId: specialist,
      heldOn: '2026-11-11',
      texts: { beliefs: world.canary('learning', two) },
    },
    at,
  );

  const own = '/my-learning/starting-points';
  const there = `/starting-points/${teacher}/${id}`;
  const talk = `/interview-notes/${notes}`;
  const byTeacher = { fields: {}, by: ['teacher'] as const };
  const written = { title: 'Mine', pupils: 'Owen and Mali' };
  return {
    [`GET ${own}`]: { path: own, seenBy: ['teacher', 'specialist'], openTo: signedIn },
    [`GET ${own}/new`]: { path: `${own}/new`, seenBy: ['teacher'], openTo: signedIn },
    [`GET ${own}/shared`]: { path: `${own}/shared`, seenBy: ['specialist', 'teacher'], openTo: signedIn },
    [`POST ${own}`]: { path: own, fields: written, by: 'signed-in' },
    'GET /starting-points/:person/:id': { path: there, seenBy: two },
    'GET /starting-points/:person/:id/edit': { path: `${there}/edit`, seenBy: ['teacher'] },
    'POST /starting-points/:person/:id/edit': {
      path: `${there}/edit`,
      fields: { ...written, version: 1 },
      by: ['teacher'],
    },
    'GET /starting-points/:person/:id/share': { path: `${there}/share?q=a`, seenBy: ['teacher'] },
    'POST /starting-points/:person/:id/share': {
      path: `${there}/share`,
      fields: { with: grant.principal },
      by: ['teacher'],
    },
    'POST /starting-points/:person/:id/unshare': {
      path: `${there}/unshare`,
      fields: { with: grant.principal },
      by: ['teacher'],
    },
    'POST /starting-points/:person/:id/copy': { path: `${there}/copy`, ...byTeacher },
    'POST /starting-points/:person/:id/end': { path: `${there}/end`, ...byTeacher },
    'POST /starting-points/:person/:id/restore': { path: `${there}/restore`, ...byTeacher },
    'GET /starting-points/:person/:id/history': { path: `${there}/history`, seenBy: ['teacher'] },
    'GET /starting-points/:person/:id/interview': {
      path: `${there}/interview`,
      seenBy: ['specialist'],
      leadsTo: /^\/interview-notes\/.*\/edit$/,
    },
    'POST /starting-points/:person/:id/interview': {
      path: `${there}/interview`,
      fields: { held_on: '2026-11-11', pupils: 'Owen and Mali' },
      by: ['specialist'],
    },
    'GET /interview-notes/:notes': { path: talk, seenBy: two },
    'GET /interview-notes/:notes/edit': { path: `${talk}/edit`, seenBy: ['specialist'] },
    'POST /interview-notes/:notes/edit': {
      path: `${talk}/edit`,
      fields: { held_on: '2026-11-11', pupils: 'Owen', version: 1 },
      by: ['specialist'],
    },
    'POST /interview-notes/:notes/reply': {
      path: `${talk}/reply`,
      fields: { reply: 'And Tomos', version: 1 },
      by: ['teacher'],
    },
  };
};
