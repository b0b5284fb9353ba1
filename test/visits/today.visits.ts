import type { SeedVisits } from '#test/visit-map.ts';
import { signedIn } from '#test/world.ts';

export const visits: SeedVisits = async () => ({
  'GET /today': { path: '/today', seenBy: ['teacher', 'head'], openTo: signedIn },
});
