import { insertMemberships, insertUnits } from '#features/people/index.ts';
import { newId } from '#platform/db/ids.ts';
import type { SeedVisits } from '#test/visit-map.ts';
import { type Persona, staff } from '#test/world.ts';

/** Those who keep registers; nobody in this world is the attendance officer. */
const keepers: Persona[] = ['administrator', 'head'];
const watchers: Persona[] = [...keepers, 'senior-leader'];
/** Those who take the register of the class. */
const takers: Persona[] = [...keepers, 'teacher', 'partner'];
/** At an address without a name in it the head of another school finds their own. */
const elsewhere: Persona[] = ['other-head'];

export const visits: SeedVisits = async ({ db, school, people, at, canary }) => {
  const on = '2026-11-18';
  const [unit] = await insertUnits(db, school.id, [{ kind: 'class', name: 'Class 3R' }], at);
  await insertMemberships(
    db,
    school.id,
    [
      { unitId: unit!, personId: people.teacher.personId, part: 'teacher' },
      { unitId: unit!, personId: people.partner.personId, part: 'assistant' },
      { unitId: unit!, personId: people.pupil.personId, part: 'pupil' },
    ],
    at,
  );
  const code = (symbol: string, national: string, category: string) => ({
    owner_id: school.id,
    id: newId(at),
    symbol,
    name: symbol === 'N' ? 'Away, reason not yet known' : 'Here',
    list: 'england-2024',
    national,
    category,
    usual: true,
    position: 0,
    version: 1,
    created_at: at,
    ended_at: null,
  });
  const put = code('ZZ', 'N', 'unauthorised');
  const codes = [
    code('/', '/', 'present'),
    code('\\', '\\', 'present'),
    code('N', 'N', 'unauthorised'),
    { ...put, ended_at: at },
  ];
  await db.insertInto('attendance_code').values(codes).execute();
  const register = newId(at);
  const save = newId(at);
  await db
    .insertInto('register')
    .values({
      owner_id: school.id,
      id: register,
      on_date: on,
      unit_id: unit!,
      slot: 'am',
      session: 'am',
      period_name: '',
      starts_at: null,
      ends_at: null,
      subject: '',
      taken_by: people.teacher.personId,
      taken_at: at,
      version: 2,
      created_at: at,
    })
    .execute();
  const mark = {
    owner_id: school.id,
    register_id: register,
    pupil_id: people.pupil.personId,
    code_id: codes[2]!.id,
    minutes: null,
    note: canary('administration', takers),
  };
  await db
    .insertInto('register_mark')
    .values({ ...mark, marked_by: people.teacher.personId, marked_at: at, version: 2 })
    .execute();
  await db
    .insertInto('register_save')
    .values({
      owner_id: school.id,
      register_id: register,
      version: 2,
      save_id: save,
      did: 'corrected',
      saved_by: people.teacher.personId,
      saved_at: at,
    })
    .execute();
  await db
    .insertInto('register_mark_change')
    .values({
      ...mark,
      id: newId(at),
      was_code_id: codes[0]!.id,
      was_minutes: null,
      was_note: '',
      reason: canary('administration', takers),
      version: 2,
      changed_by: people.teacher.personId,
      changed_at: at,
    })
    .execute();
  const standIn = (endedAt: Date | null) => ({
    owner_id: school.id,
    id: newId(at),
    on_date: on,
    unit_id: unit!,
    person_id: people.partner.personId,
    named_by: people.administrator.personId,
    created_at: at,
    ended_at: endedAt,
  });
  const [named, ended] = [standIn(null), { ...standIn(at), person_id: people.manager.personId }];
  await db.insertInto('register_stand_in').values([named, ended]).execute();
  const here = `/registers/${on}/${unit}/am`;
  const open = { seenBy: keepers, openTo: elsewhere };
  return {
    'GET /registers': [
      { path: '/registers', seenBy: staff, openTo: elsewhere },
      { path: `/registers?day=${on}`, seenBy: staff, openTo: elsewhere },
    ],
    'GET /registers/missing': [
      { path: '/registers/missing', seenBy: watchers, openTo: elsewhere },
      { path: `/registers/missing?day=2026-11-17`, seenBy: watchers, openTo: elsewhere },
    ],
    'GET /registers/:date/:unit/:slot': [{ path: here, seenBy: takers }],
    'GET /registers/:date/:unit/:slot/changes': [{ path: `${here}/changes`, seenBy: takers }],
    'GET /registers/:date/:unit/:slot/stand-in': [{ path: `${here}/stand-in`, seenBy: takers }],
    'POST /registers/:date/:unit/:slot/save': {
      path: `${here}/save`,
      fields: {
        version: '2',
        id: '0191d1f0-0000-4000-8000-000000000001',
        [`mark-${people.pupil.personId}`]: '/',
      },
      by: takers,
    },
    'POST /registers/:date/:unit/:slot/give-back': {
      path: `${here}/give-back`,
      fields: { version: '2' },
      by: takers,
    },
    'POST /registers/:date/:unit/:slot/undo/:save': { path: `${here}/undo/${save}`, fields: {}, by: takers },
    'POST /registers/:date/:unit/:slot/stand-in': {
      path: `${here}/stand-in`,
      fields: { person: people.colleague.personId },
      by: takers,
    },
    'POST /registers/:date/:unit/:slot/stand-in/:standIn/end': {
      path: `${here}/stand-in/${named.id}/end`,
      fields: {},
      by: takers,
    },
    'POST /registers/:date/:unit/:slot/stand-in/:standIn/restore': {
      path: `${here}/stand-in/${ended.id}/restore`,
      fields: {},
      by: takers,
    },
    'GET /school/attendance-codes': { path: '/school/attendance-codes', ...open },
    'GET /school/attendance-codes/:code': [
      { path: `/school/attendance-codes/${codes[2]!.id}`, seenBy: keepers },
      { path: `/school/attendance-codes/${put.id}`, seenBy: keepers },
    ],
    'POST /school/attendance-codes': {
      path: '/school/attendance-codes',
      fields: { symbol: 'HW', name: 'Home with the work', national: 'N' },
      by: [...keepers, ...elsewhere],
    },
    'POST /school/attendance-codes/keep': {
      path: '/school/attendance-codes/keep',
      fields: {},
      by: [...keepers, ...elsewhere],
    },
    'POST /school/attendance-codes/list': {
      path: '/school/attendance-codes/list',
      fields: { list: 'plain' },
      by: [...keepers, ...elsewhere],
    },
    'POST /school/attendance-codes/list/:moment/undo': {
      path: `/school/attendance-codes/list/${at.getTime()}/undo`,
      fields: {},
      by: keepers,
    },
    'POST /school/attendance-codes/:code': {
      path: `/school/attendance-codes/${codes[2]!.id}`,
      fields: { symbol: 'N', name: 'Not here yet', national: 'N', version: '1' },
      by: keepers,
    },
    'POST /school/attendance-codes/:code/end': {
      path: `/school/attendance-codes/${codes[2]!.id}/end`,
      fields: {},
      by: keepers,
    },
    'POST /school/attendance-codes/:code/restore': {
      path: `/school/attendance-codes/${put.id}/restore`,
      fields: {},
      by: keepers,
    },
  };
};
