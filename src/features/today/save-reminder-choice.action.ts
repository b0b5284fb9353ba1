import { z } from 'zod';
import { choice } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { reminderChoicePage } from './reminder-choice.page.ts';

export const saveReminderChoice = action('/me/notices', {
  purpose: 'learning',
  access: 'signed-in',
  input: z.object({ by_mail: choice(['yes', 'no']) }),
  page: reminderChoicePage,
  async run(change, { by_mail }) {
    const chosen = { by_mail: by_mail === 'yes', changed_at: change.now };
    await change.tx
      .insertInto('reminder_choice')
      .values({ owner_id: change.who.personId, ...chosen })
      .onConflict((conflict) => conflict.column('owner_id').doUpdateSet(chosen))
      .execute();
    await change.record({
      ownerId: change.who.personId,
      kind: 'reminders.chosen',
      body: { byMail: chosen.by_mail },
    });
    return see(
      '/me/notices',
      chosen.by_mail
        ? t('Saved. Mail will come when something is due.')
        : t('Saved. No more such mail will come.'),
    );
  },
});
