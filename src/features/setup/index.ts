import type { Feature } from '#platform/http/route.ts';
import { setupAction } from './setup.action.ts';
import { setupPage } from './setup.page.ts';

/** The beginning of an installation: one school and its first administrator. */
export const setup: Feature = { name: 'setup', routes: [setupPage, setupAction] };
