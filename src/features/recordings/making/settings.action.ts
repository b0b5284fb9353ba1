import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import { version, wholeNumber } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { selectKeeping } from './keep.ts';
import { keepingDeciders, keepingSettingsPage } from './settings.page.ts';

/** Says how long the school keeps recordings. */
export const saveKeepingSettings = action('/school/recording-settings', {
  purpose: 'administration',
  access: keepingDeciders,
  page: keepingSettingsPage,
  input: z.object({
    usual_days: wholeNumber(1, 3650),
    longest_days: wholeNumber(1, 3650),
    warn_days: wholeNumber(1, 90),
    version: version(),
  }),
  async run(change, sent) {
    if (sent.usual_days > sent.longest_days)
      throw new Refused({ usual_days: t('This is more than the most that a teacher may choose.') });
    const standing = await selectKeeping(change.tx, change.organisationId);
    if (standing.version !== sent.version)
      throw new Refused(t('Somebody changed this meanwhile. Look at it again before you save.'));
    const row = {
      usual_days: sent.usual_days,
      longest_days: sent.longest_days,
      warn_days: sent.warn_days,
      version: sent.version + 1,
      changed_at: change.now,
    };
    await change.tx
      .insertInto('recording_settings')
      .values({ owner_id: change.organisationId, ...row })
      .onConflict((conflict) => conflict.column('owner_id').doUpdateSet(row))
      .execute();
    await change.record({ kind: 'recording.settings-changed', body: { ...sent } });
    return see('/school/recording-settings', t('Saved.'));
  },
});
