import type { Feature } from '#platform/http/feature.ts';
import { putAside, putBack } from './put-aside.action.ts';
import { reminderChoicePage } from './reminder-choice.page.ts';
import { reminders } from './remind.ts';
import { saveReminderChoice } from './save-reminder-choice.action.ts';
import { todayPage } from './today.page.ts';

/** The first page: what is on, what waits, what was done; and the mail that says when something is due. */
export const today = (features: () => readonly Feature[]): Feature => ({
  name: 'today',
  routes: [todayPage(features), putAside, putBack, reminderChoicePage, saveReminderChoice],
  recurring: [reminders(features)],
});
