import { z } from 'zod';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';

/** Signs out of every device but this one. */
export const endOtherSessionsAction = action('/me/sign-ins/end-others', {
  purpose: 'administration',
  access: 'signed-in',
  unrecorded: 'a sign-in is no business of the organisation',
  input: z.object({}),
  async run(change) {
    change.afterCommit(() =>
      change.services.sessions.endOthers(change.who.personId, change.arrival.sessionId, change.now),
    );
    return see('/me#sign-ins', t('Signed out everywhere else.'));
  },
});
