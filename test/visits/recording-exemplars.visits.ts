import { randomBytes } from 'node:crypto';
import { principals } from '#platform/access/items.ts';
import { newId } from '#platform/db/ids.ts';
import { insertRecording } from '#features/recordings/index.ts';
import { plainRecording } from '#test/plain-recording.ts';
import type { SeedVisits } from '#test/visit-map.ts';
import { staff } from '#test/world.ts';

/**
 * A recording that the teacher watched and shows to nobody, and one that all staff but her manager have as an example.
 * Nothing lies in the vault, so nothing plays: what is seen of films is side-by-side.test.ts.
 */
export const visits: SeedVisits = async (world) => {
  const { db, at, school, people } = world;
  const readers = staff.filter((who) => who !== 'manager');
  const watched = async (title: string, grants: readonly { principal: string; ability: 'read' }[]) => {
    const id = await insertRecording(
      db,
      school.id,
      {
        ...plainRecording,
        authorId: people.teacher.personId,
        title,
        lesson: title,
        // An example is the newest of the list, so that whoever follows links meets it.
        filmedOn: grants.length > 0 ? '2026-11-18' : '2026-11-16',
        consentPurpose: grants.length > 0 ? 'recording-exemplar' : 'recording-learning',
        notesAfter: 'go',
        grants,
      },
      () => randomBytes(60),
      at,
    );
    await db
      .updateTable('recording')
      .set({ state: 'unreadable', kind: 'video', arrived_at: at, watched_at: at })
      .where('owner_id', '=', school.id)
      .where('id', '=', id)
      .execute();
    return { id, address: `/recordings/${id}` };
  };
  const own = await watched(world.canary('learning', ['teacher']), []);
  const example = await watched(world.canary('learning', readers), [
    { principal: principals.kind(school.id, 'staff'), ability: 'read' },
  ]);
  const domain = 'explaining-and-modelling';
  await db
    .insertInto('exemplar')
    .values({
      owner_id: school.id,
      id: example.id,
      domain,
      subject: world.canary('learning', readers),
      phase: 'primary',
      rubric: domain,
      rubric_row: 'steps',
      look_for: world.canary('learning', readers),
      not_shown: world.canary('learning', readers),
      version: 1,
      created_at: at,
      updated_at: at,
    })
    .execute();

  const said = {
    domain,
    row: '',
    subject: 'PE',
    phase: 'primary',
    look_for: 'Her hands',
    not_shown: 'The rest',
  };
  const atWork = { seenBy: readers, openTo: ['manager', 'other-head'] } as const;
  const withGuests = {
    seenBy: readers,
    openTo: ['manager', 'other-head', 'specialist', 'other-guest'],
  } as const;
  return {
    'GET /exemplars': [
      { path: '/exemplars', ...atWork },
      { path: `/exemplars?domain=${domain}&phase=primary&row=${domain}%2Fsteps`, ...atWork },
      { path: '/exemplars?words=nothing-like-it', ...atWork },
    ],
    'GET /recordings/:recording/exemplar': [
      { path: `${own.address}/exemplar`, seenBy: ['teacher'] },
      {
        path: `${example.address}/exemplar`,
        seenBy: ['teacher'],
        leadsTo: new RegExp(`${example.address}/exemplar/edit$`),
      },
    ],
    'POST /recordings/:recording/exemplar': {
      path: `${own.address}/exemplar`,
      fields: { id: newId(at), title: 'Steps', ...said, keep_until: '2027-05-01' },
      by: ['teacher'],
    },
    'GET /recordings/:recording/exemplar/edit': {
      path: `${example.address}/exemplar/edit`,
      seenBy: ['teacher'],
    },
    'POST /recordings/:recording/exemplar/edit': {
      path: `${example.address}/exemplar/edit`,
      fields: { ...said, version: 1 },
      by: ['teacher'],
    },
    'GET /rubrics': { path: '/rubrics', ...withGuests },
    'GET /rubrics/:rubric': [
      { path: `/rubrics/${domain}`, ...withGuests },
      { path: '/rubrics/routines-and-climate', ...withGuests },
    ],
    'GET /recordings/:recording/beside': [
      { path: `${own.address}/beside`, seenBy: ['teacher'] },
      { path: `${example.address}/beside`, seenBy: readers },
    ],
    'GET /recordings/:recording/beside/:other': {
      path: `${own.address}/beside/${example.id}`,
      seenBy: ['teacher'],
    },
  };
};
