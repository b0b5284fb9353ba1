import { insertRooms } from '#features/timetable/index.ts';
import { newId } from '#platform/db/ids.ts';
import { insertEquipment } from '#features/bookings/things.queries.ts';
import type { SeedVisits } from '#test/visit-map.ts';
import { type Persona, staff } from '#test/world.ts';

const keepers: readonly Persona[] = ['administrator', 'head'];
/** Who may change what the teacher booked. */
const mayChange: readonly Persona[] = ['teacher', ...keepers];
/** At an address without a name in it the head of another school finds their own. */
const elsewhere: readonly Persona[] = ['other-head'];

/** What the teacher booked, once waiting for a yes and once taken back. */
export const visits: SeedVisits = async ({ db, school, people, at, canary }) => {
  const [hall] = await insertRooms(
    db,
    school.id,
    [{ name: 'Assembly hall', seats: 90, note: canary('administration', staff) }],
    { now: at, batchId: null },
  );
  const laptops = await insertEquipment(db, school.id, { name: 'Laptops', howMany: 30, note: '' }, at);
  const book = async (on: string, more: { agreed_at?: Date; ended_at?: Date } = {}) => {
    const id = newId(at);
    await db
      .insertInto('booking')
      .values({
        owner_id: school.id,
        id,
        room_id: hall!,
        on_date: on,
        starts_at: '09:00',
        ends_at: '10:00',
        how_many: 1,
        purpose: canary('administration', staff),
        booked_by: people.teacher.personId,
        version: 1,
        created_at: at,
        ...more,
      })
      .execute();
    return `/bookings/${id}`;
  };
  const asked = await book('2026-11-18');
  const back = await book('2026-11-19', { agreed_at: at, ended_at: at });
  const sent = { thing: hall!, day: '2026-11-23', from: '14:00', until: '15:00', purpose: 'Choir' };
  const thing = `/bookings/things/${laptops}`;
  return {
    'GET /bookings': [
      { path: '/bookings', seenBy: staff, openTo: elsewhere },
      { path: '/bookings?day=2026-11-18&seats=20&words=hall', seenBy: staff, openTo: elsewhere },
    ],
    'GET /bookings/new': { path: '/bookings/new', seenBy: staff, openTo: elsewhere },
    'POST /bookings/new': { path: '/bookings/new', fields: sent, by: staff },
    'GET /bookings/things': { path: '/bookings/things', seenBy: keepers, openTo: elsewhere },
    'POST /bookings/things': {
      path: '/bookings/things',
      fields: { name: 'Camera', how_many: 1 },
      by: keepers,
    },
    'GET /bookings/things/:thing': { path: thing, seenBy: keepers },
    'POST /bookings/things/:thing': {
      path: thing,
      fields: { name: 'Laptops', how_many: 29, bookable: 'staff' },
      by: keepers,
    },
    'POST /bookings/things/:thing/end': { path: `${thing}/end`, fields: {}, by: keepers },
    'POST /bookings/things/:thing/restore': { path: `${thing}/restore`, fields: {}, by: keepers },
    'GET /bookings/:booking': { path: asked, seenBy: staff },
    'POST /bookings/:booking/change': {
      path: `${asked}/change`,
      fields: { ...sent, version: 1 },
      by: mayChange,
    },
    'POST /bookings/:booking/end': { path: `${asked}/end`, fields: { why: 'An election.' }, by: mayChange },
    'POST /bookings/:booking/undo-weekly': { path: `${asked}/undo-weekly`, fields: {}, by: mayChange },
    'POST /bookings/:booking/restore': { path: `${back}/restore`, fields: {}, by: mayChange },
    'POST /bookings/:booking/agree': { path: `${asked}/agree`, fields: {}, by: keepers },
  };
};
