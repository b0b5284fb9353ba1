import type { Feature } from '#platform/http/feature.ts';
import { teachingPage } from './teaching.page.ts';

/** The place "Teaching": the classes of a member of staff, and what is to be done with them today. */
export const teaching: Feature = { name: 'teaching', routes: [teachingPage] };
