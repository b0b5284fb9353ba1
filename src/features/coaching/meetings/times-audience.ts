import type { AudienceNote } from '#platform/http/content.ts';
import { t } from '#platform/i18n/i18n.ts';

/** Who can see when people meet; what they say and write is another matter. */
export const timesAudience = (): AudienceNote => ({
  icon: 'people',
  words: t('The people of this pairing, and the mentor co-ordinator'),
  why: t(
    'The co-ordinator sees when you meet, for how long and whether the time is protected, never what you say or write. Others see at most that you are busy.',
  ),
});
