import type { SeedVisits } from '#test/visit-map.ts';

export const visits: SeedVisits = async () => ({
  'GET /sign-in': { path: '/sign-in', seenBy: ['nobody'] },
});
