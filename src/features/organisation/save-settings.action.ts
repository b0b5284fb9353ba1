import { z } from 'zod';
import { line } from '#platform/http/input.ts';
import { action, roles, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { administrators } from '#features/people/index.ts';
import { isCurrency, isLanguage, isTimeZone } from './place-and-tongue.ts';
import { settingsPage } from './settings.page.ts';
import { waysOfTeaching } from './teaches-by.ts';
import { selectSettings, updateSettings } from './settings.queries.ts';

/** Changes the school's settings; what they were stands in the event. */
export const saveSettings = action('/school/settings', {
  purpose: 'administration',
  access: roles(...administrators),
  page: settingsPage,
  input: z.object({
    name: line('Write the school’s name.', 120),
    zone: z.string().refine(isTimeZone, 'Choose a time zone from the list.'),
    language: z.string().refine(isLanguage, 'Choose a language from the list.'),
    currency: z.string().refine(isCurrency, 'Choose a currency from the list.'),
    teaches_by: z.enum(['', ...waysOfTeaching]).default(''),
  }),
  async run(change, { teaches_by: said, ...sent }) {
    const input = { ...sent, teachesBy: said === '' ? null : said };
    const before = await selectSettings(change.tx, change.organisationId);
    await updateSettings(change.tx, change.organisationId, input);
    await change.record({ kind: 'settings.changed', body: { before: { ...before }, after: input } });
    return see('/school/settings', t('The settings are saved.'));
  },
});
