import type { SeedVisits } from '#test/visit-map.ts';
import { type Persona, staff } from '#test/world.ts';

/** The ledger is the same for every member of staff and every guest, at every school. */
const readers = {
  seenBy: [...staff, 'specialist'] as Persona[],
  openTo: ['other-guest', 'other-head'] as Persona[],
};

export const visits: SeedVisits = async () => ({
  'GET /evidence': { path: '/evidence', ...readers },
  'GET /evidence/checklists': { path: '/evidence/checklists', ...readers },
  'GET /evidence/:id': { path: '/evidence/instructional-coaching', ...readers },
});
