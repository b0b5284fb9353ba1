import type { SeedVisits } from '#test/visit-map.ts';
import { staff } from '#test/world.ts';

export const visits: SeedVisits = async () => ({
  'GET /my-learning': {
    path: '/my-learning',
    seenBy: [...staff, 'specialist'],
    openTo: ['other-guest', 'other-head'],
  },
});
