import type { Feature } from '#platform/http/feature.ts';
import { sevenSourcesPage } from './seven-sources.page.ts';
import { sourcePage } from './source.page.ts';
import { whenTheyDisagreePage } from './when-they-disagree.page.ts';

/**
 * The seven sources of evidence on teaching beside one another, with what is said against each and what one has of
 * it oneself. It keeps nothing of its own, shows nobody else's, and puts no two together.
 */
export const teachingEvidenceRoom: Feature = {
  name: 'teaching-evidence',
  place: 'learning',
  routes: [sevenSourcesPage, whenTheyDisagreePage, sourcePage],
};
