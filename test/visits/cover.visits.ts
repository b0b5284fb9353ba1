import { insertMemberships, insertUnits } from '#features/people/index.ts';
import { insertAbsence } from '#features/cover/absence.queries.ts';
import { insertTimetable, periodsOf } from '#features/timetable/index.ts';
import { newId } from '#platform/db/ids.ts';
import type { SeedVisits } from '#test/visit-map.ts';
import { type Persona, staff } from '#test/world.ts';

/** Those who keep cover: nobody of the world is cover manager. */
const keepers: Persona[] = ['administrator', 'head'];
/** Why the partner is away is read by the partner too. */
const readers: Persona[] = [...keepers, 'partner'];
/** At an address without a name in it the head of another school finds their own. */
const elsewhere: Persona[] = ['other-head'];
const allStaff: Persona[] = ['administrator', ...staff.filter((each) => each !== 'administrator')];

/** On Thursday the partner, who teaches class 4V, is away, and the teacher is asked to take it. */
export const visits: SeedVisits = async ({ db, school, people, at, canary }) => {
  const day = '2026-11-19';
  const [unit] = await insertUnits(db, school.id, [{ kind: 'class', name: 'Class 4V' }], at);
  await insertMemberships(
    db,
    school.id,
    [{ unitId: unit!, personId: people.partner.personId, part: 'teacher' }],
    at,
  );
  // On that day alone a timetable of halves holds, whatever other rooms have.
  const timetable = await insertTimetable(
    db,
    school.id,
    {
      name: 'Thursday',
      weeks: 1,
      startsOn: day,
      endsOn: day,
      firstWeek: 'A',
      periods: periodsOf('halves'),
    },
    people.administrator.personId,
    at,
  );
  await db
    .updateTable('timetable')
    .set({ published_at: at })
    .where('owner_id', '=', school.id)
    .where('id', '=', timetable)
    .execute();
  const says = (from: string, words: string) =>
    insertAbsence(
      db,
      school.id,
      {
        personId: people.partner.personId,
        fromOn: from,
        untilOn: from,
        fromTime: null,
        untilTime: null,
        kind: 'ill',
        words,
        shown: false,
      },
      { by: people.administrator.personId, now: at },
    );
  const absence = await says(day, canary('administration', readers));
  // One of another day that was changed, and one that was taken back.
  const changed = await says('2026-11-26', canary('administration', readers));
  await db
    .updateTable('staff_absence')
    .set({ version: 2 })
    .where('owner_id', '=', school.id)
    .where('id', '=', changed)
    .execute();
  const over = await says('2026-11-27', canary('administration', readers));
  await db
    .updateTable('staff_absence')
    .set({ ended_at: at })
    .where('owner_id', '=', school.id)
    .where('id', '=', over)
    .execute();
  const batchId = newId(at);
  const covers = async (
    startsAt: string,
    endsAt: string,
    more: { declined_at?: Date; declined_why?: string; ended_at?: Date; batch_id?: string } = {},
  ) => {
    const id = newId(at);
    await db
      .insertInto('cover')
      .values({
        owner_id: school.id,
        id,
        absence_id: absence,
        person_id: people.partner.personId,
        on_date: day,
        unit_id: unit!,
        period_id: null,
        period: 'Morning',
        starts_at: startsAt,
        ends_at: endsAt,
        subject: '',
        room: '',
        how: 'colleague',
        covered_by: people.teacher.personId,
        words: '',
        arranged_by: people.administrator.personId,
        arranged_at: at,
        batch_id: null,
        replaces: null,
        accepted_at: null,
        declined_at: null,
        declined_why: '',
        ended_at: null,
        ended_by: null,
        ...more,
      })
      .execute();
    return id;
  };
  const cover = await covers('09:00', '12:00');
  const inBatch = await covers('12:20', '12:40', { batch_id: batchId });
  const declined = await covers('13:00', '15:15', {
    declined_at: at,
    declined_why: canary('administration', [...keepers, 'teacher']),
    ended_at: at,
  });
  const free = newId(at);
  await db
    .insertInto('cover_kept_free')
    .values({
      owner_id: school.id,
      id: free,
      person_id: people.teacher.personId,
      weekday: 'monday',
      starts_at: '09:00',
      ends_at: '10:00',
      kind: 'planning',
      added_by: people.administrator.personId,
      created_at: at,
      ended_at: null,
    })
    .execute();
  const work = newId(at);
  await db
    .insertInto('cover_work')
    .values({
      owner_id: school.id,
      id: work,
      person_id: people.partner.personId,
      on_date: day,
      unit_id: unit!,
      starts_at: '09:00',
      text: canary('administration', allStaff),
      version: 1,
      written_by: people.partner.personId,
      written_at: at,
    })
    .execute();
  const here = `/cover/absences/${absence}`;
  const slot = `${here}/${day}/1300/${unit}`;
  const person = `/cover/people/${people.teacher.personId}`;
  const asked = `/cover/asked/${cover}`;
  const days = { when: 'days', from_on: day, until_on: day, kind: 'leave', words: 'Moving house' };
  const open = { seenBy: allStaff, openTo: elsewhere };
  const kept = { seenBy: keepers, openTo: elsewhere };
  return {
    'GET /cover': [
      { path: `/cover?day=${day}`, ...open },
      { path: '/cover', ...open },
      { path: '/cover?day=2026-12-27', ...open },
    ],
    'GET /cover/away': { path: '/cover/away', ...open },
    'POST /cover/away': {
      path: '/cover/away',
      fields: { when: 'days', from_on: '2026-12-01', kind: 'ill' },
      by: [...allStaff, ...elsewhere],
    },
    'GET /cover/absences': {
      path: '/cover/absences',
      seenBy: allStaff,
      openTo: elsewhere,
    },
    'GET /cover/absences/:absence': [
      { path: here, seenBy: readers },
      { path: `/cover/absences/${over}`, seenBy: readers },
    ],
    'POST /cover/absences/:absence': { path: here, fields: { ...days, version: 1 }, by: readers },
    'POST /cover/absences/:absence/undo/:version': {
      path: `/cover/absences/${changed}/undo/2`,
      fields: {},
      by: readers,
    },
    'POST /cover/absences/:absence/back': { path: `${here}/back`, fields: {}, by: readers },
    'POST /cover/absences/:absence/restore': {
      path: `/cover/absences/${over}/restore`,
      fields: {},
      by: readers,
    },
    'POST /cover/absences/:absence/work': {
      path: `${here}/work`,
      fields: { version: 1, week: day, [`work-${day}-0900-${unit}`]: 'Page 12' },
      by: readers,
    },
    'GET /cover/absences/:absence/:on/:at/:unit': { path: slot, seenBy: keepers },
    'POST /cover/absences/:absence/:on/:at/:unit': {
      path: slot,
      fields: { how: 'colleague', person: people.colleague.personId, was: '' },
      by: keepers,
    },
    'POST /cover/arranged/:cover/undo': { path: `/cover/arranged/${cover}/undo`, fields: {}, by: keepers },
    'POST /cover/batches/:batch/undo': { path: `/cover/batches/${batchId}/undo`, fields: {}, by: keepers },
    'GET /cover/plan': [
      { path: `/cover/plan?day=${day}`, ...kept },
      { path: '/cover/plan', ...kept },
    ],
    'POST /cover/plan': {
      path: '/cover/plan',
      fields: {
        day,
        take: `${day} 13:00 ${unit} ${people.partner.personId} ${people.colleague.personId}`,
      },
      by: keepers,
    },
    'GET /cover/asked/:cover': [
      { path: asked, seenBy: ['teacher', ...keepers] },
      { path: `/cover/asked/${declined}`, seenBy: ['teacher', ...keepers] },
    ],
    'POST /cover/asked/:cover/accept': { path: `${asked}/accept`, fields: {}, by: ['teacher'] },
    'POST /cover/asked/:cover/decline': {
      path: `/cover/asked/${inBatch}/decline`,
      fields: { why: 'I have a meeting with a parent.' },
      by: ['teacher'],
    },
    'POST /cover/asked/:cover/after-all': {
      path: `/cover/asked/${declined}/after-all`,
      fields: {},
      by: ['teacher'],
    },
    'GET /cover/term': { path: '/cover/term', ...open },
    'GET /cover/people/:person': { path: person, seenBy: keepers },
    'POST /cover/people/:person': { path: person, fields: { asked: 'first', version: 0 }, by: keepers },
    'POST /cover/people/:person/free': {
      path: `${person}/free`,
      fields: { weekday: 'friday', from: '09:00', until: '10:00', kind: 'early-career' },
      by: keepers,
    },
    'POST /cover/people/:person/free/:free/end': {
      path: `${person}/free/${free}/end`,
      fields: {},
      by: keepers,
    },
    'POST /cover/people/:person/free/:free/restore': {
      path: `${person}/free/${free}/restore`,
      fields: {},
      by: keepers,
    },
  };
};
