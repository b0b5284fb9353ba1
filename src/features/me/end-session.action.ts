import { z } from 'zod';
import { id } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';

/** Signs out of one other device. */
export const endSessionAction = action('/me/sign-ins/end', {
  purpose: 'administration',
  access: 'signed-in',
  unrecorded: 'a sign-in is no business of the organisation',
  input: z.object({ session: id() }),
  async run(change, input) {
    change.afterCommit(() => change.services.sessions.end(change.who.personId, input.session, change.now));
    return see('/me#sign-ins', t('Signed out there.'));
  },
});
