import { z } from 'zod';
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

  /** The session belongs to the installation and to neither school, so it is moved outside their transaction. */
  async prepare({ who, arrival, services, db, organisationId, now }, input) {
    const school = (await selectOwnSchools(db, who.personId)).find(({ id: each }) => each === input.school);
    if (!school)
      throw new NotAllowed(
        'You do not belong to this school, or no longer do.',
        'Ask the school to add you.',
      );
    if (school.id === organisationId) return null;
    const cookie = await services.sessions.move(who.personId, arrival.sessionId!, school.id, now);
    return { name: school.name, cookie };
  },

  async run(_change, input, moved) {
    const then = safeNext(input.then);
    if (moved === null) return see(then);
    return see(then, t('You are in {school} now.', { school: moved.name })).withCookie(moved.cookie);
  },
});
