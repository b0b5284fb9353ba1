import { newId } from '#platform/db/ids.ts';
import { insertMemberships, insertUnits } from '#features/people/index.ts';
import {
  insertLessons,
  insertRooms,
  insertTimetable,
  periodsOf,
  selectTimetable,
} from '#features/timetable/index.ts';
import type { SeedVisits } from '#test/visit-map.ts';
import { type Persona, staff } from '#test/world.ts';

/** Those who keep the dates of the school. */
const keepers: Persona[] = ['administrator', 'head', 'cpd-leader'];
const readers: Persona[] = ['administrator', ...staff.filter((each) => each !== 'administrator')];
/** At an address without a name in it the head of another school finds their own. */
const elsewhere: Persona[] = ['other-head'];

export const visits: SeedVisits = async ({ db, school, people, at, canary }) => {
  const words = canary('administration', [...readers, 'pupil']);
  const [unit] = await insertUnits(db, school.id, [{ kind: 'class', name: 'Class 4T' }], at);
  await insertMemberships(
    db,
    school.id,
    [{ unitId: unit!, personId: people.pupil.personId, part: 'pupil' }],
    at,
  );
  const made = async (name: string, published: boolean) => {
    const id = await insertTimetable(
      db,
      school.id,
      { name, weeks: 2, startsOn: '2026-09-01', endsOn: null, firstWeek: 'A', periods: periodsOf('five') },
      people.administrator.personId,
      at,
    );
    if (published)
      await db
        .updateTable('timetable')
        .set({ published_at: at })
        .where('owner_id', '=', school.id)
        .where('id', '=', id)
        .execute();
    return id;
  };
  const timetable = await made('2026–27', true);
  const draft = await made(canary('administration', keepers), false);
  const { periods } = await selectTimetable(db, school.id, timetable);
  const batchId = newId(at);
  const [room] = await insertRooms(db, school.id, [{ name: 'Hall', seats: 90, note: '' }], {
    now: at,
    batchId: null,
  });
  const lessons = [newId(at), newId(at), newId(at)] as const;
  await insertLessons(
    db,
    school.id,
    timetable,
    lessons.map((id, index) => ({
      id,
      // Monday first, and the same period twice: something for the page of clashes.
      periodId: periods[index === 2 ? 1 : index]!.id,
      week: 'both',
      unitId: unit!,
      subject: words,
      roomId: room!,
      people: [{ personId: people.teacher.personId, part: 'teacher' }],
    })),
    { now: at, batchId },
  );
  const to = `/school/timetable/${timetable}`;
  const lesson = `${to}/lessons/${lessons[0]}`;
  const made2 = { name: 'From January', from: '2027-01-04', until: '', weeks: '1', first_week: 'A' };
  const kept = { seenBy: keepers };
  const open = { seenBy: readers };
  const by = keepers;
  return {
    'GET /school/timetable': { path: '/school/timetable', ...open, openTo: elsewhere },
    'POST /school/timetable': {
      path: '/school/timetable',
      fields: { ...made2, model: 'halves' },
      by: [...keepers, ...elsewhere],
    },
    'GET /school/timetable/:timetable': [
      { path: to, ...open },
      { path: `/school/timetable/${draft}`, ...kept },
    ],
    'POST /school/timetable/:timetable/publish': {
      path: `/school/timetable/${draft}/publish`,
      fields: {},
      by,
    },
    'POST /school/timetable/:timetable/unpublish': {
      path: `/school/timetable/${draft}/unpublish`,
      fields: {},
      by,
    },
    'POST /school/timetable/:timetable/end': { path: `/school/timetable/${draft}/end`, fields: {}, by },
    'POST /school/timetable/:timetable/restore': {
      path: `/school/timetable/${draft}/restore`,
      fields: {},
      by,
    },
    'POST /school/timetable/:timetable/copy': {
      path: `${to}/copy`,
      fields: { name: 'From January', from: '2027-01-04' },
      by,
    },
    'GET /school/timetable/:timetable/settings': { path: `${to}/settings`, ...kept },
    'POST /school/timetable/:timetable/settings': {
      path: `/school/timetable/${draft}/settings`,
      fields: { ...made2, version: 1 },
      by,
    },
    'GET /school/timetable/:timetable/days/:weekday': { path: `${to}/days/monday`, ...kept },
    'POST /school/timetable/:timetable/days/:weekday': {
      path: `/school/timetable/${draft}/days/sunday`,
      fields: { version: 1 },
      by,
    },
    'GET /school/timetable/:timetable/classes/:unit': { path: `${to}/classes/${unit}`, ...open },
    'GET /school/timetable/:timetable/teachers/:person': {
      path: `${to}/teachers/${people.teacher.personId}`,
      ...open,
    },
    'GET /school/timetable/:timetable/rooms/:room': { path: `${to}/rooms/${room}`, ...open },
    'GET /school/timetable/:timetable/classes/:unit/add': { path: `${to}/classes/${unit}/add`, ...kept },
    'POST /school/timetable/:timetable/classes/:unit/add': {
      path: `${to}/classes/${unit}/add`,
      fields: { period: periods[3]!.id, subject: 'Music', week: 'both' },
      by,
    },
    'GET /school/timetable/:timetable/lessons/:lesson': { path: lesson, ...kept },
    'POST /school/timetable/:timetable/lessons/:lesson': {
      path: `${to}/lessons/${lessons[1]}`,
      fields: {
        period: periods[1]!.id,
        was_period: periods[1]!.id,
        subject: 'Music',
        week: 'both',
        version: 1,
      },
      by,
    },
    'POST /school/timetable/:timetable/lessons/:lesson/undo': {
      path: `${to}/lessons/${lessons[1]}/undo`,
      fields: {},
      by,
    },
    'POST /school/timetable/:timetable/lessons/:lesson/remove': {
      path: `${to}/lessons/${lessons[1]}/remove`,
      fields: {},
      by,
    },
    'POST /school/timetable/:timetable/lessons/:lesson/restore': {
      path: `${to}/lessons/${lessons[1]}/restore`,
      fields: {},
      by,
    },
    'GET /school/timetable/:timetable/clashes': { path: `${to}/clashes`, ...kept },
    'GET /school/timetable/:timetable/import': { path: `${to}/import`, ...kept },
    'POST /school/timetable/:timetable/import': { path: `${to}/import`, fields: {}, by },
    'POST /school/timetable/:timetable/import/apply': {
      path: `${to}/import/apply`,
      fields: { list: '{}' },
      by,
    },
    'POST /school/timetable/:timetable/imports/:batch/undo': {
      path: `${to}/imports/${batchId}/undo`,
      fields: {},
      by,
    },
    'GET /school/timetable/:timetable/lessons.csv': { path: `${to}/lessons.csv`, ...kept },
    'GET /school/rooms': { path: '/school/rooms', ...open, openTo: elsewhere },
    'POST /school/rooms': {
      path: '/school/rooms',
      fields: { name: 'Library', seats: '20', note: '' },
      by: [...keepers, ...elsewhere],
    },
    'GET /school/rooms/:room': { path: `/school/rooms/${room}`, ...kept },
    'POST /school/rooms/:room': {
      path: `/school/rooms/${room}`,
      fields: { name: 'Great hall', seats: '', note: '' },
      by,
    },
    'POST /school/rooms/:room/end': { path: `/school/rooms/${room}/end`, fields: {}, by },
    'POST /school/rooms/:room/restore': { path: `/school/rooms/${room}/restore`, fields: {}, by },
    'GET /week': [
      {
        path: '/week',
        seenBy: ['teacher', 'pupil', ...readers.filter((each) => each !== 'teacher')],
        openTo: elsewhere,
      },
      {
        path: '/week?on=2026-12-23',
        seenBy: ['teacher', 'pupil', ...readers.filter((each) => each !== 'teacher')],
        openTo: elsewhere,
      },
    ],
  };
};
