import { record } from '#platform/audit/record.ts';
import { newId } from '#platform/db/ids.ts';
import { insertItem } from '#platform/access/items.ts';
import { makePairing } from '#features/coaching/coaching.scene.ts';
import { pulsePolicy } from '#features/coaching/coaching.policy.ts';
import type { SeedVisits } from '#test/visit-map.ts';
import { staff } from '#test/world.ts';

/** The teacher is coached by her partner: one time is booked, one was called off, one was held. The three questions are open. */
export const visits: SeedVisits = async (world) => {
  const { db, at, school, people } = world;
  const { teacher, partner } = people;
  const two = ['teacher', 'partner'] as const;
  const pair = await makePairing(db, school, { learner: teacher, supporter: partner }, at);
  const time = async (
    on_date: string,
    more: { called_off_at?: Date; held_at?: Date; held_minutes?: number } = {},
  ) => {
    const id = newId(at);
    await db
      .insertInto('coaching_meeting')
      .values({
        owner_id: school.id,
        id,
        pairing_id: pair.pairingId,
        kind: 'conversation',
        on_date,
        starts_at: '15:45',
        minutes: 45,
        place: world.canary('administration', two),
        in_school_day: false,
        protected: false,
        cover_minutes: 0,
        booked_by: partner.personId,
        booked_at: at,
        changed_at: at,
        version: 1,
        ...more,
      })
      .execute();
    return id;
  };
  const booked = await time('2026-11-25');
  const over = await time('2026-11-17');
  const off = await time('2026-11-26', { called_off_at: at });
  const held = await time('2026-11-11', { held_at: at, held_minutes: 50 });

  const round = '2026-11-16';
  await db
    .transaction()
    .execute((tx) =>
      record(
        tx,
        null,
        { ownerId: school.id, kind: 'coaching-pulse.opened', itemId: school.id, body: { round } },
        at,
      ),
    );
  const answered = await insertItem(
    db,
    { ownerId: school.id, policy: pulsePolicy, authorId: teacher.personId, excludesManagers: true },
    at,
  );
  await db
    .insertInto('relationship_pulse')
    .values({
      owner_id: school.id,
      id: answered,
      pairing_id: pair.pairingId,
      person_id: teacher.personId,
      round: '2026-10-05',
      answers: JSON.stringify({ helped: 'judged' }),
      words: world.canary('learning', ['teacher']),
      version: 1,
      answered_at: at,
    })
    .execute();

  const here = `/coaching/${pair.id}`;
  const times = `${here}/times`;
  const fields = { kind: 'conversation', on_date: '2026-12-02', starts_at: '15:45', minutes: 45 };
  const step = (id: string, what: string) => ({ path: `${times}/${id}/${what}`, fields: {}, by: two });
  return {
    'GET /coaching/week': {
      path: '/coaching/week',
      seenBy: ['partner'],
      openTo: [...staff, 'specialist', 'other-guest'],
    },
    'POST /coaching/week': {
      path: '/coaching/week',
      fields: { with_0: pair.id, on_0: '2026-12-02', at_0: '15:45', minutes_0: 45 },
      by: ['partner'],
    },
    'GET /coaching/:coaching/times': { path: times, seenBy: two },
    'GET /coaching/:coaching/times/new': { path: `${times}/new`, seenBy: two },
    'POST /coaching/:coaching/times/new': { path: `${times}/new`, fields, by: two },
    'GET /coaching/:coaching/times/term': { path: `${times}/term`, seenBy: two },
    'POST /coaching/:coaching/times/term': {
      path: `${times}/term`,
      fields: { book_0: 'yes', on_0: '2026-12-02', at_0: '15:45', minutes_0: 45 },
      by: two,
    },
    'GET /coaching/:coaching/times/:meeting': [booked, over, off, held].map((id) => ({
      path: `${times}/${id}`,
      seenBy: two,
    })),
    'GET /coaching/:coaching/times/:meeting/move': { path: `${times}/${booked}/move`, seenBy: two },
    'POST /coaching/:coaching/times/:meeting/move': {
      path: `${times}/${booked}/move`,
      fields: { ...fields, version: 1 },
      by: two,
    },
    'POST /coaching/:coaching/times/:meeting/call-off': step(booked, 'call-off'),
    'POST /coaching/:coaching/times/:meeting/put-back': step(off, 'put-back'),
    'POST /coaching/:coaching/times/:meeting/held': {
      ...step(over, 'held'),
      fields: { held_minutes: 45 },
    },
    'POST /coaching/:coaching/times/:meeting/not-held': step(held, 'not-held'),
    'GET /coaching/:coaching/questions': { path: `${here}/questions`, seenBy: ['teacher'] },
    'POST /coaching/:coaching/questions': {
      path: `${here}/questions`,
      fields: { round, version: 0, helped: 'helped' },
      by: ['teacher'],
    },
  };
};
