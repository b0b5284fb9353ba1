import { z } from 'zod';
import { secretFor } from '#platform/auth/sessions.ts';
import { NotAllowed } from '#platform/errors.ts';
import { id } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { selectOwnSchools } from './schools.ts';
import { safeNext } from './session-cookie.ts';

/** Goes into one of the schools that one belongs to; the same sign-in goes on there. */
export const chooseSchoolAction = action('/sign-in/school', {
  purpose: 'administration',
  access: 'signed-in',
  unrecorded: 'which of their schools somebody is in is no business of either',
  input: z.object({ school: id('Choose a school.'), then: z.string().default('/') }),

  async prepare({ who, db }, input) {
    const school = (await selectOwnSchools(db, who.personId)).find(({ id: each }) => each === input.school);
    if (!school)
      throw new NotAllowed(
        'You do not belong to this school, or no longer do.',
        'Ask the school to add you.',
      );
    return school;
  },

  /**
   * The session belongs to the installation and to neither school, so it is moved outside their transaction;
   * and last, since the old cookie opens nothing from then on: where anything fails, one is still signed in.
   */
  async run(change, input, school) {
    const then = safeNext(input.then);
    if (school.id === change.organisationId) return see(then);
    const { arrival, services, who, now } = change;
    const secret = secretFor(school.id);
    change.afterCommit(() => services.sessions.move(who.personId, arrival.sessionId!, secret, now));
    return see(then, t('You are in {school} now.', { school: school.name })).withCookie(secret);
  },
});
