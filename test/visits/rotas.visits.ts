import { newId } from '#platform/db/ids.ts';
import type { SeedVisits } from '#test/visit-map.ts';
import { type Persona, staff } from '#test/world.ts';

/** Those who make rotas: nobody of the world is cover manager. */
const makers: readonly Persona[] = ['administrator', 'head', 'senior-leader'];
/** What the teacher asks the partner. */
const concerned: readonly Persona[] = ['teacher', 'partner', ...makers];
const ofTeacher: readonly Persona[] = ['teacher', ...makers];
/** At an address without a name in it the head of another school finds their own. */
const elsewhere: readonly Persona[] = ['other-head'];

/** The teacher is at the gate on some days: once asked of the partner, once taken by them, once taken back. */
export const visits: SeedVisits = async ({ db, school, people, at, canary }) => {
  const owner = school.id;
  const rota = newId(at);
  await db
    .insertInto('rota')
    .values({
      owner_id: owner,
      id: rota,
      name: 'Gate',
      place: canary('administration', staff),
      keeps_busy: true,
      swap_needs_leave: true,
      version: 1,
      made_by: people.administrator.personId,
      created_at: at,
    })
    .execute();
  const batch = newId(at);
  const slot = async (when: { on_date: string } | { weekday: string }): Promise<string> => {
    const id = newId(at);
    await db
      .insertInto('rota_slot')
      .values({
        owner_id: owner,
        id,
        rota_id: rota,
        ...when,
        starts_at: '07:30',
        ends_at: '07:40',
        needed: 2,
        created_at: at,
      })
      .execute();
    return id;
  };
  const duty = async (on: string, more: { batch_id?: string; ended_at?: Date } = {}) => {
    const slotId = await slot({ on_date: on });
    const id = newId(at);
    await db
      .insertInto('rota_stand')
      .values({
        owner_id: owner,
        id,
        slot_id: slotId,
        person_id: people.teacher.personId,
        from_on: '2026-11-18',
        set_by: people.administrator.personId,
        set_at: at,
        ...more,
      })
      .execute();
    return { stand: id, slot: slotId, path: `/rotas/duties/${id}/${on}`, on };
  };
  const asked = async ({ stand, on }: Awaited<ReturnType<typeof duty>>, more = {}): Promise<string> => {
    const id = newId(at);
    await db
      .insertInto('rota_swap')
      .values({
        owner_id: owner,
        id,
        stand_id: stand,
        on_date: on,
        asked_by: people.teacher.personId,
        asked_id: people.partner.personId,
        words: canary('administration', concerned),
        created_at: at,
        ...more,
      })
      .execute();
    return `/rotas/swaps/${id}`;
  };
  const plain = await duty('2026-11-18', { batch_id: batch });
  const open = await asked(await duty('2026-11-19'));
  const taken = await asked(await duty('2026-11-20'), { taken_by: people.partner.personId, taken_at: at });
  const ended = await asked(await duty('2026-11-21'), {
    ended_at: at,
    ended_by: people.teacher.personId,
  });
  const gone = await duty('2026-11-25', { ended_at: at });
  // A time each week at which nobody stands: a suggestion has something to suggest.
  await slot({ weekday: 'wednesday' });
  const href = `/rotas/${rota}`;
  const words = { name: 'Gate', place: 'North' };
  const times = { weekdays: ['friday'], letter: '', on: '', from: '07:30', until: '07:40', needed: 1 };
  return {
    'GET /rotas': [
      { path: '/rotas', seenBy: staff, openTo: elsewhere },
      { path: '/rotas?week=2026-11-23', seenBy: staff, openTo: elsewhere },
    ],
    'GET /rotas/sheet': { path: '/rotas/sheet?week=2026-11-16', seenBy: staff, openTo: elsewhere },
    'GET /rotas/fair': { path: '/rotas/fair', seenBy: ['administrator', ...staff], openTo: elsewhere },
    'GET /rotas/new': { path: '/rotas/new', seenBy: makers, openTo: elsewhere },
    'POST /rotas/new': { path: '/rotas/new', fields: { ...words, ...times }, by: makers },
    'GET /rotas/:rota': [
      { path: href, seenBy: ['administrator', ...staff] },
      { path: href, seenBy: staff },
    ],
    'POST /rotas/:rota/change': { path: `${href}/change`, fields: { ...words, version: 1 }, by: makers },
    'POST /rotas/:rota/end': { path: `${href}/end`, fields: {}, by: makers },
    'POST /rotas/:rota/restore': { path: `${href}/restore`, fields: {}, by: makers },
    'POST /rotas/:rota/times': { path: `${href}/times`, fields: times, by: makers },
    'POST /rotas/slots/:slot/end': { path: `/rotas/slots/${plain.slot}/end`, fields: {}, by: makers },
    'POST /rotas/slots/:slot/restore': { path: `/rotas/slots/${plain.slot}/restore`, fields: {}, by: makers },
    'POST /rotas/:rota/stands': {
      path: `${href}/stands`,
      fields: { slot: plain.slot, person: people.colleague.personId, from_on: '' },
      by: makers,
    },
    'POST /rotas/stands/:stand/end': { path: `/rotas/stands/${plain.stand}/end`, fields: {}, by: makers },
    'POST /rotas/stands/:stand/restore': {
      path: `/rotas/stands/${gone.stand}/restore`,
      fields: {},
      by: makers,
    },
    'GET /rotas/:rota/fill': { path: `${href}/fill`, seenBy: makers },
    'POST /rotas/:rota/fill': { path: `${href}/fill`, fields: { take: ['x'] }, by: makers },
    'POST /rotas/batches/:batch/undo': { path: `/rotas/batches/${batch}/undo`, fields: {}, by: makers },
    'GET /rotas/duties/:stand/:day': { path: plain.path, seenBy: staff },
    'POST /rotas/duties/:stand/:day/ask': {
      path: `${plain.path}/ask`,
      fields: { asked: '', words: 'Please.' },
      by: ['teacher'],
    },
    'POST /rotas/duties/:stand/:day/put': {
      path: `${plain.path}/put`,
      fields: { person: people.colleague.personId },
      by: makers,
    },
    'GET /rotas/swaps/:swap': [
      { path: open, seenBy: ['partner', 'teacher', ...makers] },
      { path: taken, seenBy: concerned },
      { path: ended, seenBy: concerned },
    ],
    'POST /rotas/swaps/:swap/take': { path: `${open}/take`, fields: {}, by: ['partner'] },
    'POST /rotas/swaps/:swap/no': { path: `${open}/no`, fields: {}, by: ['partner'] },
    'POST /rotas/swaps/:swap/back': { path: `${taken}/back`, fields: {}, by: ['partner'] },
    'POST /rotas/swaps/:swap/agree': { path: `${taken}/agree`, fields: {}, by: makers },
    'POST /rotas/swaps/:swap/end': { path: `${open}/end`, fields: {}, by: ofTeacher },
    'POST /rotas/swaps/:swap/restore': { path: `${ended}/restore`, fields: {}, by: ofTeacher },
  };
};
