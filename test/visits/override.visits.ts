import { insertItem } from '#platform/access/items.ts';
import { newId } from '#platform/db/ids.ts';
import { startingPointsPolicy } from '#features/starting-points/index.ts';
import { insertStartingPoints } from '#features/starting-points/starting-points.queries.ts';
import { sealedFilm } from '#test/sealed-film.ts';
import type { SeedVisits } from '#test/visit-map.ts';
import { type Persona } from '#test/world.ts';

const two: readonly Persona[] = ['safeguarding-lead', 'head'];
const why = 'two people in different roles agreed to open it, as the law allows';

/** Something of the teacher's that the two may read by law, with a file; and a request that nobody has answered. */
export const visits: SeedVisits = async (world, { storage, vault, keys }) => {
  const { db, at, school, people } = world;
  const teacher = people.teacher.personId;
  const [lead, head] = [people['safeguarding-lead'].personId, people.head.personId];
  const itemId = await insertItem(
    db,
    { ownerId: teacher, policy: startingPointsPolicy, authorId: teacher },
    at,
  );
  const words = world.canary('learning', ['teacher', ...two]);
  const row = { ownerId: teacher, id: itemId, organisationId: school.id, programmeId: null };
  await insertStartingPoints(db, { ...row, title: 'In confidence', texts: { pupils: words } }, at);

  const stored = await storage.put(Buffer.from(world.canary('learning', ['teacher', ...two])), {
    maxBytes: 1000,
  });
  const file = newId(at);
  await db
    .insertInto('file')
    .values({
      owner_id: teacher,
      id: file,
      item_id: itemId,
      name: 'note.txt',
      media_type: stored.mediaType,
      bytes: stored.bytes,
      sha256: stored.sha256,
      of_pupils: true,
      created_by: teacher,
      created_at: at,
      ended_at: null,
    })
    .execute();

  const reason = world.canary('safeguarding', two);
  const expires = new Date(at.getTime() + 72 * 3_600_000);
  const request = async (answered: object): Promise<string> => {
    const id = newId(at);
    const of = { item_owner: teacher, item_id: itemId, item_kind: 'starting-points', author_id: teacher };
    const asked = { asked_by: lead, asked_as: ['safeguarding-lead'], reason, asked_at: at };
    await db
      .insertInto('override_request')
      .values({ owner_id: school.id, id, ...of, ...asked, ...answered })
      .execute();
    return id;
  };
  const waiting = await request({});
  const withdrawn = await request({ withdrawn_at: at });
  const agreed = await request({ answered_by: head, answered_at: at, agreed: true, expires_at: expires });
  for (const reader of [lead, head])
    await db
      .insertInto('access_override')
      .values({
        owner_id: teacher,
        id: newId(at),
        item_id: itemId,
        organisation_id: school.id,
        reader_id: reader,
        reason,
        asked_at: at,
        agreed_by: head,
        agreed_at: at,
        expires_at: expires,
        tell_owner: true,
      })
      .execute();

  const film = await sealedFilm(world, { vault, keys }, two);
  const opensFilm = newId(at);
  await db
    .insertInto('override_request')
    .values({
      owner_id: school.id,
      id: opensFilm,
      item_owner: school.id,
      item_id: film,
      item_kind: 'recording',
      author_id: teacher,
      asked_by: lead,
      asked_as: ['safeguarding-lead'],
      reason,
      asked_at: at,
      answered_by: head,
      answered_at: at,
      agreed: true,
      expires_at: expires,
    })
    .execute();
  for (const reader of [lead, head])
    await db
      .insertInto('access_override')
      .values({
        owner_id: school.id,
        id: newId(at),
        item_id: film,
        organisation_id: school.id,
        reader_id: reader,
        reason,
        asked_at: at,
        agreed_by: head,
        agreed_at: at,
        expires_at: expires,
        tell_owner: true,
      })
      .execute();

  const here = '/school/override';
  const fields = {
    address: `/starting-points/${teacher}/${itemId}`,
    reason: 'A pupil may be in danger, and what is said here may help to protect them.',
    danger: 'no',
  };
  return {
    [`GET ${here}`]: { path: here, seenBy: two },
    [`POST ${here}`]: { path: here, fields, by: two },
    [`GET ${here}/:override`]: [
      {
        path: `${here}/${agreed}`,
        seenBy: two,
        carriesLearning: why,
        queries: { most: 8, why: 'the request, the kernel’s grant, the content, its files and the log' },
      },
      { path: `${here}/${waiting}`, seenBy: two },
    ],
    [`GET ${here}/:override/files/:file`]: {
      path: `${here}/${agreed}/files/${file}`,
      seenBy: two,
      carriesLearning: why,
      queries: { most: 8, why: 'the request, the kernel’s grant, the file and the log' },
    },
    [`GET ${here}/:override/play`]: {
      path: `${here}/${opensFilm}/play`,
      seenBy: two,
      carriesLearning: why,
      queries: { most: 10, why: 'the request, the kernel’s grant, the film, its key, the views and the log' },
    },
    [`POST ${here}/:override/agree`]: { path: `${here}/${waiting}/agree`, fields: {}, by: ['head'] },
    [`POST ${here}/:override/decline`]: { path: `${here}/${waiting}/decline`, fields: {}, by: ['head'] },
    [`POST ${here}/:override/withdraw`]: {
      path: `${here}/${waiting}/withdraw`,
      fields: {},
      by: ['safeguarding-lead'],
    },
    [`POST ${here}/:override/ask-again`]: {
      path: `${here}/${withdrawn}/ask-again`,
      fields: {},
      by: ['safeguarding-lead'],
    },
  };
};
