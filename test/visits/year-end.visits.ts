import { newId } from '#platform/db/ids.ts';
import { insertMemberships, insertUnits } from '#features/people/index.ts';
import type { SeedVisits } from '#test/visit-map.ts';
import type { Persona } from '#test/world.ts';

const keepers: readonly Persona[] = ['administrator', 'head'];

/** A draft with one class of which the pupil of the world is a part. */
export const visits: SeedVisits = async ({ db, school, people, at, canary }) => {
  const id = newId(at);
  await db
    .insertInto('year_end')
    .values({
      owner_id: school.id,
      id,
      name: canary('administration', keepers),
      last_on: '2027-07-23',
      first_on: '2027-09-01',
      version: 1,
      made_by: people.administrator.personId,
      created_at: at,
    })
    .execute();
  const [unit] = await insertUnits(db, school.id, [{ kind: 'class', name: 'Class 3Y', yearLabel: '3' }], at);
  await insertMemberships(
    db,
    school.id,
    [{ unitId: unit!, personId: people.pupil.personId, part: 'pupil' }],
    at,
  );
  const here = `/school/year-end/${id}`;
  return {
    'GET /school/year-end': { path: '/school/year-end', seenBy: keepers, openTo: ['other-head'] },
    'POST /school/year-end': {
      path: '/school/year-end',
      fields: { name: '2027–28', last_on: '2027-07-23', first_on: '2027-09-01' },
      by: keepers,
    },
    'GET /school/year-end/:yearEnd': { path: here, seenBy: keepers },
    'POST /school/year-end/:yearEnd/classes': {
      path: `${here}/classes`,
      fields: { version: 1, [`class-${unit}`]: 'leave' },
      by: keepers,
    },
    'GET /school/year-end/:yearEnd/classes/:unit': { path: `${here}/classes/${unit}`, seenBy: keepers },
    'POST /school/year-end/:yearEnd/classes/:unit': {
      path: `${here}/classes/${unit}`,
      fields: { version: 1, [`pupil-${people.pupil.personId}`]: 'leave' },
      by: keepers,
    },
    'POST /school/year-end/:yearEnd/prepare': {
      path: `${here}/prepare`,
      fields: { version: 1, digest: 'what was looked at' },
      by: keepers,
    },
    'GET /school/year-end/:yearEnd/programmes': { path: `${here}/programmes`, seenBy: keepers },
    'POST /school/year-end/:yearEnd/programmes': {
      path: `${here}/programmes`,
      fields: { programmes: id },
      by: keepers,
    },
    'POST /school/year-end/:yearEnd/programmes/take-away': {
      path: `${here}/programmes/take-away`,
      fields: {},
      by: keepers,
    },
    'POST /school/year-end/:yearEnd/take-along': {
      path: `${here}/take-along`,
      fields: { digest: 'what was looked at' },
      by: keepers,
    },
    'POST /school/year-end/:yearEnd/take-back': { path: `${here}/take-back`, fields: {}, by: keepers },
    'POST /school/year-end/:yearEnd/let-go': { path: `${here}/let-go`, fields: {}, by: keepers },
    'POST /school/year-end/:yearEnd/pick-up': { path: `${here}/pick-up`, fields: {}, by: keepers },
  };
};
