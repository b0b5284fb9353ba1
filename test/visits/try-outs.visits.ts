import { insertItem, principals } from '#platform/access/items.ts';
import { newId } from '#platform/db/ids.ts';
import { tryOutHref, tryOutPolicy } from '#features/try-outs/index.ts';
import { insertTryOut } from '#features/try-outs/try-out.queries.ts';
import { joinCircle } from '#test/factories.ts';
import type { SeedVisits } from '#test/visit-map.ts';
import { type Persona, staff } from '#test/world.ts';

/** A try-out of the teacher, shared with her partner and the specialist, with a photo and a question of the partner's. */
export const visits: SeedVisits = async (world, { storage }) => {
  const { db, at, school, people, programme } = world;
  const teacher = people.teacher.personId;
  const readers: readonly Persona[] = ['teacher', 'partner', 'specialist'];
  const words = world.canary('learning', readers);
  const partnership = newId(at);
  for (const person of [people.teacher, people.partner])
    await joinCircle(db, school, partnership, person, 'partner', {
      kind: 'partnership',
      name: 'Ffion and Tomos',
      excludesManagers: true,
    });
  const grants = [principals.circle(partnership, 'partner'), principals.circle(programme.id, 'specialist')];
  const id = await insertItem(
    db,
    {
      ownerId: teacher,
      policy: tryOutPolicy,
      authorId: teacher,
      excludesManagers: true,
      grants: grants.map((principal) => ({ principal, ability: 'contribute' })),
    },
    at,
  );
  const texts = { tried: words, why: words, 'pupils-responded': words, surprise: '', next: '' };
  await insertTryOut(
    db,
    { ownerId: teacher, id, organisationId: school.id },
    {
      onDate: '2026-11-17',
      pupils: 'Year 5',
      texts,
      programmeId: programme.id,
      stepId: null,
      evidenceId: null,
      technique: '',
      minutes: 20,
      heldConstant: '',
      changed: '',
      practiceId: null,
    },
    at,
  );
  for (const principal of grants)
    await db
      .insertInto('try_out_shared')
      .values({
        owner_id: school.id,
        principal,
        try_out_id: id,
        person_id: teacher,
        programme_id: programme.id,
        shared_at: at,
      })
      .execute();
  const comment = newId(at);
  await db
    .insertInto('try_out_comment')
    .values({
      owner_id: school.id,
      id: comment,
      try_out_id: id,
      try_out_owner_id: teacher,
      author_id: people.partner.personId,
      words,
      created_at: at,
    })
    .execute();
  const kept = await storage.put(Buffer.from(words), { maxBytes: 1000 });
  const file = newId(at);
  await db
    .insertInto('file')
    .values({
      owner_id: teacher,
      id: file,
      item_id: id,
      name: 'what-they-wrote.txt',
      media_type: kept.mediaType,
      bytes: kept.bytes,
      sha256: kept.sha256,
      created_by: teacher,
      created_at: at,
    })
    .execute();

  const address = tryOutHref({ ownerId: teacher, id });
  const link = `/files/${teacher}/${file}`;
  const fields = {
    on_date: '2026-11-17',
    pupils: 'Year 5',
    tried: 'This',
    why: 'That',
    'pupils-responded': 'So',
  };
  const mine = ['teacher'] as const;
  return {
    'GET /my-learning/try-outs': { path: '/my-learning/try-outs', seenBy: mine, openTo: staff },
    'GET /my-learning/try-outs/new': {
      path: '/my-learning/try-outs/new?programme=reading-together',
      seenBy: mine,
      openTo: staff,
    },
    'POST /my-learning/try-outs/new': { path: '/my-learning/try-outs/new', fields, by: staff },
    'GET /my-learning/try-outs/shared': {
      path: '/my-learning/try-outs/shared',
      seenBy: ['partner', 'specialist'],
      openTo: [...staff, 'other-guest'],
    },
    'GET /try-outs/:person/:tryOut': { path: address, seenBy: readers },
    'GET /try-outs/:person/:tryOut/edit': { path: `${address}/edit`, seenBy: mine },
    'POST /try-outs/:person/:tryOut/edit': {
      path: `${address}/edit`,
      fields: { ...fields, version: 1 },
      by: mine,
    },
    'GET /try-outs/:person/:tryOut/history': { path: `${address}/history`, seenBy: mine },
    'GET /try-outs/:person/:tryOut/share': {
      path: `${address}/share`,
      seenBy: mine,
      queries: {
        most: 6,
        why: 'one for each of one’s partnerships: the places in which its evidence is filed',
      },
    },
    'POST /try-outs/:person/:tryOut/share': { path: `${address}/share`, fields: {}, by: mine },
    'POST /try-outs/:person/:tryOut/comments': {
      path: `${address}/comments`,
      fields: { words: 'Which?' },
      by: readers,
    },
    'POST /try-outs/:person/:tryOut/comments/:comment/end': {
      path: `${address}/comments/${comment}/end`,
      fields: {},
      by: ['partner'],
    },
    'POST /try-outs/:person/:tryOut/comments/:comment/bring-back': {
      path: `${address}/comments/${comment}/bring-back`,
      fields: {},
      by: ['partner'],
    },
    'POST /try-outs/:person/:tryOut/files': { path: `${address}/files`, fields: {}, by: mine },
    'POST /try-outs/:person/:tryOut/revisits': { path: `${address}/revisits`, fields: {}, by: mine },
    'POST /try-outs/:person/:tryOut/revisits/:number': {
      path: `${address}/revisits/1`,
      fields: { how: 'by-itself' },
      by: mine,
    },
    'POST /try-outs/:person/:tryOut/revisits/stop': {
      path: `${address}/revisits/stop`,
      fields: {},
      by: mine,
    },
    'POST /try-outs/:person/:tryOut/end': { path: `${address}/end`, fields: {}, by: mine },
    'POST /try-outs/:person/:tryOut/bring-back': { path: `${address}/bring-back`, fields: {}, by: mine },
    'GET /files/:owner/:file': { path: link, seenBy: readers },
    'POST /files/:owner/:file/end': { path: `${link}/end`, fields: {}, by: mine },
    'POST /files/:owner/:file/bring-back': { path: `${link}/bring-back`, fields: {}, by: mine },
  };
};
