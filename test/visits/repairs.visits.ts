import { insertItem } from '#platform/access/items.ts';
import { newId } from '#platform/db/ids.ts';
import { repairPolicy } from '#features/repairs/repair.policy.ts';
import type { SeedVisits } from '#test/visit-map.ts';
import { type Persona, staff } from '#test/world.ts';

const keepers: readonly Persona[] = ['administrator', 'head'];

/** What the teacher reported and the administrator looked at. */
export const visits: SeedVisits = async ({ db, school, people, at, canary }) => {
  const owner = school.id;
  const id = await insertItem(
    db,
    { ownerId: owner, policy: repairPolicy, authorId: people.teacher.personId },
    at,
  );
  await db
    .insertInto('repair')
    .values({
      owner_id: owner,
      id,
      title: canary('administration', staff),
      text: canary('administration', staff),
      place: canary('administration', staff),
      state: 'looked-at',
      version: 2,
      created_at: at,
      moved_at: at,
    })
    .execute();
  await db
    .insertInto('repair_step')
    .values({
      owner_id: owner,
      id: newId(at),
      repair_id: id,
      state_before: 'reported',
      state: 'looked-at',
      action: canary('administration', staff),
      taken_by: people.administrator.personId,
      taken_at: at,
    })
    .execute();
  const here = `/repairs/${id}`;
  return {
    'GET /repairs': [
      { path: '/repairs', seenBy: staff, openTo: ['other-head'] },
      {
        path: '/repairs?show=over&whose=mine&words=lamp',
        seenBy: staff,
        openTo: ['other-head'],
      },
    ],
    'GET /repairs/new': { path: '/repairs/new', seenBy: staff, openTo: ['other-head'] },
    'POST /repairs/new': {
      path: '/repairs/new',
      fields: { title: 'The lamp is broken', place: 'By the gate' },
      by: staff,
    },
    'GET /repairs/:repair': { path: here, seenBy: staff },
    'POST /repairs/:repair/move': {
      path: `${here}/move`,
      fields: { state: 'mended', action: 'A new lamp.', version: 2 },
      by: keepers,
    },
    'POST /repairs/:repair/take-back/:version': {
      path: `${here}/take-back/2`,
      fields: {},
      by: ['administrator'],
    },
    'POST /repairs/:repair/too': { path: `${here}/too`, fields: {}, by: staff },
    'POST /repairs/:repair/not-too': { path: `${here}/not-too`, fields: {}, by: staff },
    'POST /repairs/:repair/end': { path: `${here}/end`, fields: {}, by: ['teacher'] },
    'POST /repairs/:repair/restore': { path: `${here}/restore`, fields: {}, by: ['teacher'] },
  };
};
