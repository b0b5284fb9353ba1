import type { SeedVisits } from '#test/visit-map.ts';
import { type Persona, staff } from '#test/world.ts';

/** The same words for everybody, with each reader's own things under them. */
const readers = {
  seenBy: [...staff, 'specialist'] as Persona[],
  openTo: ['other-guest', 'other-head'] as Persona[],
};

export const visits: SeedVisits = async () => ({
  'GET /teaching-evidence': { path: '/teaching-evidence', ...readers },
  'GET /teaching-evidence/when-they-disagree': { path: '/teaching-evidence/when-they-disagree', ...readers },
  'GET /teaching-evidence/:source': [
    { path: '/teaching-evidence/observation', ...readers },
    { path: '/teaching-evidence/artefacts', ...readers },
    { path: '/teaching-evidence/portfolios', ...readers },
    { path: '/teaching-evidence/value-added', ...readers },
  ],
});
