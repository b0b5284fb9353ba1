import type { Feature } from '#platform/http/route.ts';
import { todayPage } from './today.page.ts';

export const today: Feature = { name: 'today', routes: [todayPage] };
