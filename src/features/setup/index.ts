import type { Feature } from '#platform/http/feature.ts';
import { setupAction } from './setup.action.ts';
import { setupPage } from './setup.page.ts';

/** The beginning of an installation: one school and its first administrator. */
export const setup: Feature = { name: 'setup', routes: [setupPage, setupAction] };
