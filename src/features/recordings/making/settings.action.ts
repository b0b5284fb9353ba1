import { z } from 'zod';
import { throwStale } from '#platform/audit/text-versions.ts';
import { type CurrentText, Refused } from '#platform/errors.ts';
import { version, wholeNumber } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { type Keeping, selectKeeping } from './keep.ts';
import { keepingDeciders, keepingSettingsPage } from './settings.page.ts';

/** Says how long the school keeps recordings. Throws `Stale` when a colleague changed it meanwhile. */
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
      await throwStale(
        change.tx,
        { ownerId: change.organisationId, id: change.organisationId },
        { version: standing.version, fields: inWords(standing) },
        change.now,
      );
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

const inWords = ({ usualDays, longestDays, warnDays }: Keeping): CurrentText['fields'] => [
  { name: 'usual_days', label: t('Days that are offered'), text: String(usualDays) },
  { name: 'longest_days', label: t('The most that a teacher may choose'), text: String(longestDays) },
  { name: 'warn_days', label: t('Days before, on which its teacher is told'), text: String(warnDays) },
];
