import { appoint, insertMemberships, insertUnits } from '#features/people/index.ts';
import { insertFamilyLink } from '#features/people/family.queries.ts';
import { makePerson } from '#test/factories.ts';
import type { SeedVisits } from '#test/visit-map.ts';
import { type Persona, staff } from '#test/world.ts';

const administrators: Persona[] = ['administrator', 'head'];
/** At an address without a name in it the head of another school finds their own people. */
const elsewhere: Persona[] = ['other-head'];

export const visits: SeedVisits = async ({ db, school, people, at }) => {
  const newcomer = await makePerson(db, school, { name: 'عائشة بنت أحمد', account: false });
  const leaver = await makePerson(db, school, { name: 'Gone Person' });
  await db
    .updateTable('member')
    .set({ ended_at: at, ends_on: '2026-11-01' })
    .where('owner_id', '=', school.id)
    .where('person_id', '=', leaver.personId)
    .execute();
  const teacher = `/people/${people.teacher.personId}`;
  const invited = `/people/${newcomer.personId}`;
  const given = {
    personId: people.teacher.personId,
    roles: ['mentor'],
    startsOn: '2026-09-01',
    appointedBy: people.head.personId,
  };
  await appoint(db, school.id, given, at);
  const idOf = async (table: 'appointment' | 'line_management' | 'membership') =>
    (
      await db
        .selectFrom(table)
        .select('id')
        .where('owner_id', '=', school.id)
        .where('person_id', '=', people.teacher.personId)
        .executeTakeFirstOrThrow()
    ).id;
  const [unit] = await insertUnits(db, school.id, [{ kind: 'class', name: 'Class 5P', yearLabel: '5' }], at);
  await insertMemberships(
    db,
    school.id,
    [
      { unitId: unit!, personId: people.teacher.personId, part: 'teacher' },
      { unitId: unit!, personId: people.pupil.personId, part: 'pupil' },
    ],
    at,
  );
  const role = `${teacher}/roles/${await idOf('appointment')}`;
  const link = `${teacher}/line-managers/${await idOf('line_management')}`;
  const inUnit = `/people/units/${unit}/people/${await idOf('membership')}`;
  const pupil = `/people/${people.pupil.personId}`;
  const kin = { adultId: people.parent.personId, pupilId: people.pupil.personId, relationship: 'mother' };
  const family = `${pupil}/family/${await insertFamilyLink(db, school.id, kin, at)}`;
  const by = administrators;
  const none = (path: string) => ({ path, fields: {}, by });
  const seenBy = administrators;
  return {
    'GET /people': [
      { path: '/people', seenBy: ['administrator', 'teacher'], openTo: [...staff, ...elsewhere] },
      { path: '/people?kind=pupil&q=roberts', seenBy: ['teacher'], openTo: [...staff, ...elsewhere] },
    ],
    'POST /people/invite': { path: '/people/invite', fields: { people: [newcomer.personId] }, by },
    'GET /people/new': [
      { path: '/people/new', seenBy, openTo: elsewhere },
      { path: '/people/new?kind=guest', seenBy, openTo: elsewhere },
    ],
    'POST /people/new': {
      path: '/people/new',
      fields: { kind: 'staff', given: 'Nia', family: 'Hall', start: '2026-11-18' },
      by: [...by, ...elsewhere],
    },
    'GET /people/:person': [
      { path: teacher, seenBy: ['administrator', 'teacher', 'colleague'], openTo: staff },
      { path: `/people/${people.parent.personId}`, seenBy },
      { path: pupil, seenBy: ['administrator', 'teacher'], openTo: staff },
      { path: `/people/${leaver.personId}`, seenBy },
    ],
    'GET /people/:person/edit': { path: `${teacher}/edit`, seenBy },
    'POST /people/:person/edit': { path: `${teacher}/edit`, fields: { given: 'Ffion', family: 'Puw' }, by },
    'GET /people/:person/roles': { path: `${teacher}/roles`, seenBy },
    'POST /people/:person/roles': {
      path: `${teacher}/roles`,
      fields: { roles: ['head', 'administrator'], from: '2026-11-18' },
      by,
    },
    'POST /people/:person/roles/:appointment/end': none(`${role}/end`),
    'POST /people/:person/roles/:appointment/restore': none(`${role}/restore`),
    'GET /people/:person/line-managers': { path: `${teacher}/line-managers`, seenBy },
    'POST /people/:person/line-managers': {
      path: `${teacher}/line-managers`,
      fields: { manager: people.colleague.personId, from: '2026-11-18' },
      by,
    },
    'POST /people/:person/line-managers/:link/end': none(`${link}/end`),
    'POST /people/:person/line-managers/:link/restore': none(`${link}/restore`),
    'GET /people/:person/family': { path: `${pupil}/family`, seenBy },
    'POST /people/:person/family': {
      path: `${pupil}/family`,
      fields: { given: 'Omar', family: 'Roberts' },
      by,
    },
    'POST /people/:person/family/:link/end': none(`${family}/end`),
    'POST /people/:person/family/:link/restore': none(`${family}/restore`),
    'GET /people/:person/leave': { path: `${teacher}/leave`, seenBy },
    'POST /people/:person/leave': { path: `${teacher}/leave`, fields: { last: '2026-11-18' }, by },
    'POST /people/:person/stay': none(`${teacher}/stay`),
    'POST /people/:person/return': none(`/people/${leaver.personId}/return`),
    'GET /people/:person/invite': { path: `${invited}/invite`, seenBy },
    'POST /people/:person/invite': none(`${invited}/invite`),
    'POST /people/:person/link': none(`${invited}/link`),
    'GET /people/:person/working-pattern': {
      path: `${teacher}/working-pattern`,
      seenBy: ['teacher', ...administrators],
    },
    'POST /people/:person/working-pattern': {
      path: `${teacher}/working-pattern`,
      fields: { monday: 'yes', note: '', version: 0 },
      by: ['teacher', ...administrators],
    },
    'GET /people/units': {
      path: '/people/units',
      seenBy: ['administrator', 'teacher'],
      openTo: [...staff, ...elsewhere],
    },
    'POST /people/units': {
      path: '/people/units',
      fields: { kind: 'class', name: 'Class 6R' },
      by: [...by, ...elsewhere],
    },
    'GET /people/units/:unit': [
      { path: `/people/units/${unit}?q=p`, seenBy: ['administrator', 'teacher'], openTo: staff },
    ],
    'POST /people/units/:unit/end': none(`/people/units/${unit}/end`),
    'POST /people/units/:unit/restore': none(`/people/units/${unit}/restore`),
    'POST /people/units/:unit/people': {
      path: `/people/units/${unit}/people`,
      fields: { people: [people.partner.personId], part: 'teacher' },
      by,
    },
    'POST /people/units/:unit/people/:membership/end': none(`${inUnit}/end`),
    'POST /people/units/:unit/people/:membership/restore': none(`${inUnit}/restore`),
  };
};
