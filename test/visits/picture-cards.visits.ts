import { insertMemberships, insertUnits } from '#features/people/index.ts';
import { countTry, insertDoor, saveCard } from '#features/picture-cards/card.queries.ts';
import type { SeedVisits } from '#test/visit-map.ts';
import type { Persona } from '#test/world.ts';

/** A class of the teacher's with the pupil in it, who has a card that is shut. */
export const visits: SeedVisits = async ({ db, school, people, at }) => {
  const [unit] = await insertUnits(db, school.id, [{ kind: 'class', name: 'Class of the cards' }], at);
  await insertMemberships(
    db,
    school.id,
    [
      { unitId: unit!, personId: people.teacher.personId, part: 'teacher' },
      { unitId: unit!, personId: people.pupil.personId, part: 'pupil' },
    ],
    at,
  );
  const code = 'abcd2345';
  await insertDoor(db, school.id, unit!, code, at);
  const pupil = people.pupil.personId;
  await saveCard(db, school.id, { personId: pupil, rowHash: 'no row', madeBy: people.teacher.personId }, at);
  await countTry(db, school.id, pupil, at);
  const here = `/people/units/${unit}/picture-cards`;
  const makers: readonly Persona[] = ['teacher', 'administrator', 'head'];
  return {
    'GET /people/units/:unit/picture-cards': { path: here, seenBy: makers },
    'POST /people/units/:unit/picture-cards': { path: here, fields: {}, by: makers },
    'POST /people/units/:unit/picture-cards/again': {
      path: `${here}/again`,
      fields: { person: pupil },
      by: makers,
    },
    'POST /people/units/:unit/picture-cards/let-in': {
      path: `${here}/let-in`,
      fields: { person: pupil },
      by: makers,
    },
    'POST /people/units/:unit/picture-cards/end-sessions': {
      path: `${here}/end-sessions`,
      fields: {},
      by: makers,
    },
    'GET /sign-in/class': { path: '/sign-in/class', seenBy: ['nobody'] },
    'GET /sign-in/class/:code': { path: `/sign-in/class/${code}`, seenBy: ['nobody'] },
    'GET /sign-in/class/:code/:child': { path: `/sign-in/class/${code}/${pupil}`, seenBy: ['nobody'] },
  };
};
