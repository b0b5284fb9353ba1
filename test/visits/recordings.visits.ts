import { randomBytes } from 'node:crypto';
import { principals } from '#platform/access/items.ts';
import { newId } from '#platform/db/ids.ts';
import { insertRecording } from '#features/recordings/index.ts';
import { plainRecording } from '#test/plain-recording.ts';
import type { SeedVisits } from '#test/visit-map.ts';
import { staff } from '#test/world.ts';

/** One that the teacher has described and sent nothing for, and one that she watched and showed to her partner. */
export const visits: SeedVisits = async (world) => {
  const { db, at, school, people } = world;
  const described = async (title: string, lesson: string, shownTo: readonly 'partner'[]) => {
    const id = await insertRecording(
      db,
      school.id,
      {
        ...plainRecording,
        authorId: people.teacher.personId,
        title,
        lesson,
        grants: shownTo.map((who) => ({
          principal: principals.person(people[who].personId),
          ability: 'contribute' as const,
        })),
      },
      () => randomBytes(60),
      at,
    );
    return { id, address: `/recordings/${id}` };
  };
  const toSend = await described(world.canary('learning', ['teacher']), 'Halves and quarters', []);
  const shown = await described(world.canary('learning', ['teacher', 'partner']), 'Counting on', ['partner']);
  await db
    .updateTable('recording')
    .set({ state: 'as-sent', kind: 'video', arrived_at: at, watched_at: at })
    .where('owner_id', '=', school.id)
    .where('id', '=', shown.id)
    .execute();
  const upload = newId(at);
  await db
    .insertInto('recording_upload')
    .values({
      owner_id: school.id,
      id: upload,
      recording_id: toSend.id,
      person_id: people.teacher.personId,
      name: world.canary('learning', ['teacher']),
      bytes: 1000,
      prepared: '{}',
      created_at: at,
      expires_at: new Date(at.getTime() + 7 * 24 * 60 * 60 * 1000),
    })
    .execute();

  const tus = { 'tus-resumable': '1.0.0' };
  const piece = { ...tus, 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' };
  const transfer = (path: string, headers: Record<string, string>, body?: string) => ({
    path,
    sends: { headers, ...(body && { body }) },
    by: ['teacher'] as const,
  });
  const uploads = `${toSend.address}/upload`;
  const boundary = 'a-boundary';
  const form = `--${boundary}\r\ncontent-disposition: form-data; name="film"; filename="a.mp4"\r\n\r\nx\r\n--${boundary}--\r\n`;
  return {
    'GET /recordings': {
      path: '/recordings',
      seenBy: ['teacher', 'partner'],
      openTo: [...staff, 'specialist', 'other-guest', 'other-head'],
    },
    'GET /recordings/new': {
      path: '/recordings/new',
      seenBy: ['teacher'],
      openTo: [...staff, 'other-head'],
    },
    'POST /recordings/new': {
      path: '/recordings/new',
      fields: {
        title: 'Explaining fractions',
        filmed_on: '2026-11-18',
        keep_until: '2027-05-17',
        notes_after: 'stay',
        only_me: 'yes',
      },
      by: [...staff, 'other-head'],
    },
    'GET /recordings/:recording/send': [
      { path: `${toSend.address}/send`, seenBy: ['teacher'] },
      { path: `${shown.address}/send`, seenBy: ['teacher'], leadsTo: new RegExp(`${shown.address}$`) },
    ],
    'POST /recordings/:recording/send/file': transfer(
      `${toSend.address}/send/file`,
      { 'content-type': `multipart/form-data; boundary=${boundary}` },
      form,
    ),
    'POST /recordings/:recording/upload': transfer(uploads, { ...tus, 'upload-length': '1000' }),
    'HEAD /recordings/:recording/upload/:upload': transfer(`${uploads}/${upload}`, tus),
    'PATCH /recordings/:recording/upload/:upload': transfer(`${uploads}/${upload}`, piece, 'x'),
    'DELETE /recordings/:recording/upload/:upload': transfer(`${uploads}/${upload}`, tus),
  };
};
