import type { Feature } from '#platform/http/feature.ts';
import { goTherePage } from './go-there.page.ts';
import { hearingPage } from './hearing.page.ts';
import { putAside, putBack } from './put-aside.action.ts';
import { reminders } from './remind.ts';
import { saveHearing } from './save-hearing.action.ts';
import { todayPage } from './today.page.ts';

/** The first page: what is on, what waits, what was done; and the letters that tell of it, as each person wishes. */
export const today = (features: () => readonly Feature[]): Feature => ({
  name: 'today',
  routes: [todayPage(features), putAside, putBack, goTherePage, hearingPage, saveHearing],
  recurring: [reminders(features)],
});
