import { insertItem, principals } from '#platform/access/items.ts';
import { newId } from '#platform/db/ids.ts';
import { startingPointsPolicy } from '#features/starting-points/index.ts';
import { insertStartingPoints } from '#features/starting-points/starting-points.queries.ts';
import type { SeedVisits } from '#test/visit-map.ts';
import { type Persona, signedIn } from '#test/world.ts';

/** Something the teacher shared with the specialist, something she took away, and two changes that can be undone. */
export const visits: SeedVisits = async (world) => {
  const { db, at, school, people, programme } = world;
  const teacher = people.teacher.personId;
  const readers: readonly Persona[] = ['teacher', 'specialist'];
  const grant = { principal: principals.circle(programme.id, 'specialist'), ability: 'read' as const };
  const write = async (title: string, pupils: string, shared: boolean): Promise<string> => {
    const id = await insertItem(
      db,
      { ownerId: teacher, policy: startingPointsPolicy, authorId: teacher, grants: shared ? [grant] : [] },
      at,
    );
    const row = { ownerId: teacher, id, organisationId: school.id, programmeId: programme.id };
    await insertStartingPoints(db, { ...row, title, texts: { pupils } }, at);
    return id;
  };
  const shared = await write(world.canary('learning', readers), 'Owen', true);
  const ended = await write(world.canary('learning', ['teacher']), 'Mali', false);
  await db
    .updateTable('item')
    .set({ ended_at: at })
    .where('owner_id', '=', teacher)
    .where('id', '=', ended)
    .execute();
  const happened = async (kind: string, body: object): Promise<string> => {
    const id = newId(at);
    await db
      .insertInto('event')
      .values({
        owner_id: teacher,
        id,
        kind,
        actor_id: teacher,
        item_id: null,
        body: JSON.stringify(body),
        at,
      })
      .execute();
    return id;
  };
  const item = { owner: teacher, item: shared, kind: 'starting-points' };
  const stopped = await happened('sharing.stopped', { ...item, readers: { grants: [grant] } });
  const removed = await happened('email.removed', { address: 'ffion@away.example', confirmedAt: null });

  const everybody = (path: string) => ({ path, seenBy: ['teacher', 'pupil'] as const, openTo: signedIn });
  const own = { by: 'signed-in' as const };
  return {
    'GET /me': everybody('/me'),
    'GET /me/display': everybody('/me/display'),
    'POST /me/display': { path: '/me/display', fields: { theme: 'auto', locale: 'en-GB' }, ...own },
    'GET /me/seen': everybody('/me/seen'),
    'GET /me/shared': everybody('/me/shared'),
    'POST /me/shared/stop': { path: '/me/shared/stop', fields: item, by: ['teacher'] },
    'POST /me/shared/:event/again': { path: `/me/shared/${stopped}/again`, fields: {}, by: ['teacher'] },
    'GET /me/ended': everybody('/me/ended'),
    'GET /me/take-away': {
      ...everybody('/me/take-away'),
      queries: {
        most: 60,
        why: 'every room is asked what of it is the person’s own; it is asked for seldom',
      },
    },
    'POST /me/take-away': { path: '/me/take-away', fields: {}, ...own },
    'POST /me/addresses': { path: '/me/addresses', fields: { address: 'someone@home.example' }, ...own },
    'POST /me/addresses/remove': {
      path: '/me/addresses/remove',
      fields: { address: people.teacher.email },
      ...own,
    },
    'POST /me/addresses/:event/bring-back': {
      path: `/me/addresses/${removed}/bring-back`,
      fields: {},
      by: ['teacher'],
    },
    'POST /me/password': { path: '/me/password', fields: { current: 'wrong', next: 'long enough' }, ...own },
    'POST /me/sign-ins/end': { path: '/me/sign-ins/end', fields: { session: newId(at) }, ...own },
    'POST /me/sign-ins/end-others': { path: '/me/sign-ins/end-others', fields: {}, ...own },
    'POST /drafts': { path: '/drafts', fields: { key: 'note:1', body: '{"note":"words"}' }, ...own },
    'POST /drafts/drop': { path: '/drafts/drop', fields: { draft_key: 'note:1' }, ...own },
    'POST /drafts/keep': { path: '/drafts/keep', fields: { draft_key: 'note:1', note: 'words' }, ...own },
  };
};
