import { insertFamilyLink } from '#features/people/index.ts';
import { makePerson } from '#test/factories.ts';
import type { SeedVisits } from '#test/visit-map.ts';
import { signedIn, staff } from '#test/world.ts';

/** A child of the parent, whose name the school knows, and no other family. */
export const visits: SeedVisits = async ({ db, school, people, at, canary }) => {
  const name = `Nest ${canary('administration', [...staff, 'parent'])}`;
  const child = await makePerson(db, school, { name, kind: 'pupil' });
  await insertFamilyLink(
    db,
    school.id,
    { adultId: people.parent.personId, pupilId: child.personId, relationship: 'mother' },
    at,
  );
  return {
    'GET /children': { path: '/children', seenBy: ['parent'], openTo: signedIn },
    'GET /children/:pupil': { path: `/children/${child.personId}`, seenBy: ['parent'] },
  };
};
