import type { SeedVisits } from '#test/visit-map.ts';

export const visits: SeedVisits = async () => ({
  'GET /setup': { path: '/setup', seenBy: ['nobody', 'administrator'], leadsTo: /^\/sign-in$/ },
});
