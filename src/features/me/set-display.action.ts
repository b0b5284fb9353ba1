import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import { choice } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { languages, t } from '#platform/i18n/i18n.ts';
import { displayPage } from './display.page.ts';

/** Sets one's language and looks. */
export const setDisplayAction = action('/me/display', {
  purpose: 'administration',
  access: 'signed-in',
  unrecorded: 'how somebody likes to read is no business of the organisation',
  input: z.object({ theme: choice(['auto', 'light', 'dark', 'contrast']), locale: z.string().max(20) }),
  page: displayPage,

  async run(change, input) {
    if (!languages().some((language) => language.value === input.locale))
      throw new Refused({ locale: t('Choose a language from the list.') });
    await change.tx.updateTable('person').set(input).where('id', '=', change.who.personId).execute();
    return see('/me/display', t('Done.'));
  },
});
