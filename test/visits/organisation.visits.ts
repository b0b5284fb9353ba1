import { insertClosures } from '#features/organisation/index.ts';
import type { Db } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { MAX_ATTEMPTS } from '#platform/jobs/backoff.ts';
import type { SeedVisits } from '#test/visit-map.ts';
import { type Persona, staff } from '#test/world.ts';

const keepers: Persona[] = ['head', 'administrator', 'cpd-leader'];
const administrators: Persona[] = ['administrator', 'head'];
/** At an address without a name in it the head of another school finds their own. */
const elsewhere: Persona[] = ['other-head'];

export const visits: SeedVisits = async ({ db, school, at }) => {
  const [holiday] = await insertClosures(
    db,
    school.id,
    [
      { kind: 'holiday', name: 'Autumn half-term', startsOn: '2026-10-26', endsOn: '2026-10-30' },
      { kind: 'training-day', name: 'Training day', startsOn: '2026-08-31', endsOn: '2026-08-31' },
    ],
    at,
  );
  const [parked, left] = [await insertParked(db, school.id, at), await insertParked(db, school.id, at, at)];
  const days = { name: 'Half-term', from: '2026-10-26', until: '2026-10-30' };
  return {
    'GET /school': {
      path: '/school',
      seenBy: [
        'head',
        'cpd-leader',
        'administrator',
        'senior-leader',
        'co-ordinator',
        'governor',
        'safeguarding-lead',
      ],
      openTo: elsewhere,
    },
    'GET /school/settings': { path: '/school/settings', seenBy: administrators, openTo: elsewhere },
    'POST /school/settings': {
      path: '/school/settings',
      fields: { name: 'Ysgol Bryn Coch', zone: 'Europe/London', language: 'en-GB', currency: 'GBP' },
      by: [...administrators, ...elsewhere],
    },
    'GET /school/dates': {
      path: '/school/dates',
      seenBy: ['cpd-leader', 'teacher'],
      openTo: [...staff, ...elsewhere],
    },
    'POST /school/dates': {
      path: '/school/dates',
      fields: { kind: 'holiday', ...days },
      by: [...keepers, ...elsewhere],
    },
    'GET /school/dates/:date': { path: `/school/dates/${holiday}`, seenBy: keepers },
    'POST /school/dates/:date': { path: `/school/dates/${holiday}`, fields: days, by: keepers },
    'POST /school/dates/:date/end': { path: `/school/dates/${holiday}/end`, fields: {}, by: keepers },
    'POST /school/dates/:date/restore': { path: `/school/dates/${holiday}/restore`, fields: {}, by: keepers },
    'GET /school/messages': { path: '/school/messages', seenBy: administrators, openTo: elsewhere },
    'POST /school/messages/:message/leave': {
      path: `/school/messages/${parked}/leave`,
      fields: {},
      by: administrators,
    },
    'POST /school/messages/:message/take-up': {
      path: `/school/messages/${left}/take-up`,
      fields: {},
      by: administrators,
    },
    'POST /school/messages/:message/try-again': {
      path: `/school/messages/${parked}/try-again`,
      fields: {},
      by: administrators,
    },
    'POST /school/messages/try-again': {
      path: '/school/messages/try-again',
      fields: {},
      by: administrators,
    },
  };
};

/** A letter that was tried until nobody tried any more; with `leftAt`, one that an administrator left. */
async function insertParked(db: Db, ownerId: string, at: Date, leftAt: Date | null = null): Promise<string> {
  const id = newId(at);
  await db
    .insertInto('outbox')
    .values({
      owner_id: ownerId,
      id,
      kind: 'mail.send',
      body: JSON.stringify({ to: 'nobody@school.example', subject: 'A session', text: 'Tomorrow.' }),
      created_at: at,
      due_at: at,
      attempts: MAX_ATTEMPTS,
      done_at: leftAt,
      failure: 'MailNotSent: The mail server did not take this mail: 550 no such user',
    })
    .execute();
  return id;
}
