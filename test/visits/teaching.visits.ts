import { insertMemberships, insertUnits } from '#features/people/index.ts';
import type { SeedVisits } from '#test/visit-map.ts';
import { staff } from '#test/world.ts';

export const visits: SeedVisits = async ({ db, school, people, at, canary }) => {
  const [unit] = await insertUnits(
    db,
    school.id,
    [{ kind: 'class', name: 'Class 6T', subject: canary('administration', staff) }],
    at,
  );
  await insertMemberships(
    db,
    school.id,
    [{ unitId: unit!, personId: people.teacher.personId, part: 'teacher' }],
    at,
  );
  return { 'GET /teaching': { path: '/teaching', seenBy: ['teacher'], openTo: [...staff, 'other-head'] } };
};
