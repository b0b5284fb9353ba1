import { insertItem, principals } from '#platform/access/items.ts';
import { newId } from '#platform/db/ids.ts';
import { observationHref, observationPolicy } from '#features/observations/index.ts';
import type { SeedVisits } from '#test/visit-map.ts';
import { staff } from '#test/world.ts';

/** The specialist observed the teacher; both wrote, each alone so far. A second visit is asked for. */
export const visits: SeedVisits = async (world) => {
  const { db, at, school, people, programme } = world;
  const [teacher, specialist] = [people.teacher.personId, people.specialist.personId];
  const two = ['teacher', 'specialist'] as const;
  const plan = async (more: { accepted_at?: Date; done_at?: Date; proposed_by: string }) => {
    const id = await insertItem(
      db,
      {
        ownerId: school.id,
        policy: observationPolicy,
        authorId: teacher,
        circleId: programme.id,
        excludesManagers: true,
        grants: [{ principal: principals.person(specialist), ability: 'edit' }],
      },
      at,
    );
    await db
      .insertInto('observation')
      .values({
        owner_id: school.id,
        id,
        circle_id: programme.id,
        kind: 'specialist',
        observed_id: teacher,
        observer_id: specialist,
        on_date: '2026-11-17',
        starts_at: '10:15',
        minutes: 40,
        place: 'Room 4',
        pupils: 'Year 5',
        focus: world.canary('learning', two),
        version: 1,
        created_at: at,
        changed_at: at,
        ...more,
      })
      .execute();
    return id;
  };
  const done = await plan({ accepted_at: at, done_at: at, proposed_by: specialist });
  const asked = await plan({ proposed_by: specialist });
  const arranged = await plan({ accepted_at: at, proposed_by: specialist });
  const write = (personId: string, part: string, texts: Record<string, string>) =>
    db
      .insertInto('observation_text')
      .values({
        owner_id: school.id,
        id: newId(at),
        observation_id: done,
        person_id: personId,
        part,
        texts: JSON.stringify(texts),
        version: 1,
        updated_at: at,
        ready_at: null,
      })
      .execute();
  await write(teacher, 'noticed', { happened: world.canary('learning', ['teacher']) });
  await write(specialist, 'feedback', { pupils: world.canary('learning', ['specialist']) });

  const at1 = observationHref({ id: done });
  const at2 = observationHref({ id: asked });
  const at3 = observationHref({ id: arranged });
  const when = { on_date: '2026-11-18', minutes: 40 };
  const step = (address: string, what: string, by: readonly ('teacher' | 'specialist')[] = two) => ({
    path: `${address}/${what}`,
    fields: {},
    by,
  });
  return {
    'GET /my-learning/observations': {
      path: '/my-learning/observations',
      seenBy: two,
      openTo: [...staff, 'other-guest'],
    },
    'GET /my-learning/observations/new': {
      path: '/my-learning/observations/new',
      seenBy: two,
      openTo: [...staff, 'other-guest'],
    },
    'POST /my-learning/observations/new': {
      path: '/my-learning/observations/new',
      fields: { ...when, with: `${programme.id} ${teacher}`, role: 'observer' },
      by: ['specialist'],
    },
    'GET /observations/:observation': [
      { path: at1, seenBy: two },
      { path: at2, seenBy: two },
      { path: at3, seenBy: two },
    ],
    'POST /observations/:observation/accept': step(at2, 'accept', ['teacher']),
    'POST /observations/:observation/decline': step(at2, 'decline', ['teacher']),
    'POST /observations/:observation/call-off': step(at3, 'call-off'),
    'POST /observations/:observation/put-back': step(at3, 'put-back'),
    'POST /observations/:observation/done': step(at3, 'done'),
    'POST /observations/:observation/not-done': step(at1, 'not-done'),
    'GET /observations/:observation/arrange': {
      path: `${at3}/arrange`,
      seenBy: two,
      queries: { most: 5, why: 'the observer’s opening is written to the log, and a draft is looked for' },
    },
    'POST /observations/:observation/arrange': {
      path: `${at3}/arrange`,
      fields: { ...when, version: 1 },
      by: two,
    },
    'GET /observations/:observation/write/:part': [
      {
        path: `${at1}/write/feedback`,
        seenBy: ['specialist'],
        queries: { most: 5, why: 'the observer’s opening is written to the log, and a draft is looked for' },
      },
      { path: `${at1}/write/noticed`, seenBy: ['teacher'] },
    ],
    'POST /observations/:observation/write/:part': {
      path: `${at1}/write/feedback`,
      fields: { version: 1, pupils: 'They wrote', responded: 'To the wait', keep: 'It', try: 'Longer' },
      by: ['specialist'],
    },
    'GET /observations/:observation/share': { path: `${at1}/share`, seenBy: ['teacher'] },
    'POST /observations/:observation/share': step(at1, 'share', ['teacher']),
    'POST /observations/:observation/end': step(at1, 'end', ['teacher']),
    'POST /observations/:observation/bring-back': step(at1, 'bring-back', ['teacher']),
  };
};
