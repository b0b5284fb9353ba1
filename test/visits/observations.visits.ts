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

  const later = await plan({ accepted_at: at, proposed_by: specialist });
  const choose = (observationId: string, instrument: string, expected: string) =>
    db
      .insertInto('observation_instrument')
      .values({
        owner_id: school.id,
        id: newId(at),
        observation_id: observationId,
        instrument,
        pupils: JSON.stringify([{ label: 'Pupil A', expected }]),
        seats: JSON.stringify({ rows: 1, columns: 2, names: { '1-1': 'A', '1-2': 'B' } }),
        version: 1,
        updated_at: at,
      })
      .execute();
  // What the teacher expects is not the specialist's to read before both are ready.
  await choose(later, 'expected-and-seen', world.canary('learning', ['teacher']));
  await choose(arranged, 'one-thing-tried', '');
  const record = async (
    observationId: string,
    instrument: string,
    part: string,
    kind: string,
    body: object,
  ) => {
    const id = newId(at);
    await db
      .insertInto('observation_entry')
      .values({
        owner_id: school.id,
        id,
        observation_id: observationId,
        person_id: specialist,
        instrument,
        part,
        kind,
        at,
        body: JSON.stringify(body),
        created_at: at,
      })
      .execute();
    return id;
  };
  const entry = await record(done, 'three-pupils', 'notes', 'pupil-notes', {
    pupil: '',
    text: world.canary('learning', ['specialist']),
  });
  // A visit of which both have written, and with a goal.
  const ready = await plan({ accepted_at: at, done_at: at, proposed_by: specialist });
  await choose(ready, 'one-thing-tried', '');
  await record(ready, 'one-thing-tried', 'done', 'tally', { choice: 'tried' });
  const seen = await record(ready, 'one-thing-tried', 'pupils', 'prompts', {
    choice: 'then',
    text: world.canary('learning', two),
  });
  for (const [personId, part, text] of [
    [teacher, 'noticed', { happened: 'They waited', different: 'Nothing' }],
    [specialist, 'feedback', { pupils: 'They waited' }],
    [teacher, 'plan', { goal: world.canary('learning', two), practice: 'On Friday' }],
  ] as const)
    await db
      .insertInto('observation_text')
      .values({
        owner_id: school.id,
        id: newId(at),
        observation_id: ready,
        person_id: personId,
        part,
        texts: JSON.stringify(text),
        version: 1,
        updated_at: at,
        ready_at: at,
      })
      .execute();

  const at4 = observationHref({ id: later });
  const at5 = observationHref({ id: ready });
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
      { path: at4, seenBy: two },
      { path: at5, seenBy: two },
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
    'GET /observations/capture': { path: '/observations/capture', seenBy: ['nobody', 'teacher'] },
    'GET /observations/:observation/instrument': { path: `${at4}/instrument`, seenBy: ['teacher'] },
    'POST /observations/:observation/instrument': {
      path: `${at4}/instrument`,
      fields: { instrument: 'three-pupils', version: 1 },
      by: ['teacher'],
    },
    'GET /observations/:observation/instrument/set-up': {
      path: `${at4}/instrument/set-up`,
      seenBy: ['teacher'],
    },
    'POST /observations/:observation/instrument/set-up': {
      path: `${at4}/instrument/set-up`,
      fields: { 'pupil-1': 'Pupil B', 'expected-1': 'Waits', version: 1 },
      by: ['teacher'],
    },
    'POST /observations/:observation/prepared': step(at3, 'prepared', ['specialist']),
    'GET /observations/:observation/record': [
      { path: `${at4}/record`, seenBy: ['specialist'] },
      { path: `${at3}/record`, seenBy: ['specialist'] },
    ],
    'POST /observations/:observation/record': {
      path: `${at4}/record`,
      fields: {
        id: '5f6b1c0e-3b7a-4a52-9c1e-2f5d6a7b8c9d',
        instrument: 'expected-and-seen',
        part: 'seen',
        pupil: 'Pupil A',
        text: 'She waits',
      },
      by: ['specialist'],
    },
    'POST /observations/:observation/record/:entry/withdraw': step(at1, `record/${entry}/withdraw`, [
      'specialist',
    ]),
    'POST /observations/:observation/record/:entry/bring-back': step(at1, `record/${entry}/bring-back`, [
      'specialist',
    ]),
    'GET /observations/:observation/evidence': { path: `${at5}/evidence`, seenBy: ['teacher'] },
    'POST /observations/:observation/evidence': {
      path: `${at5}/evidence`,
      fields: { evidence: `entry:${seen}` },
      by: ['teacher'],
    },
    'POST /observations/:observation/end': step(at1, 'end', ['teacher']),
    'POST /observations/:observation/bring-back': step(at1, 'bring-back', ['teacher']),
  };
};
