import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import type { Visit } from '#platform/http/context.ts';
import { choice, day, optionalLine, optionalProse, optionalTime, wholeNumber } from '#platform/http/input.ts';
import { action, members, see, type Wrong } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { type Companion, selectCompanions } from './group.queries.ts';
import { insertObservation } from './insert-observation.ts';
import { newObservationPage, withValue } from './new-observation.page.ts';
import { observationHref } from './observation.ts';
import { whyNotPlanned } from './observation-day.ts';

/** When, where and what for, as the forms send it. */
export const whenInput = {
  on_date: day('Choose the day.'),
  starts_at: optionalTime(),
  minutes: wholeNumber(5, 300, 'Say how long, in minutes.'),
  place: optionalLine(),
  pupils: optionalLine(),
  focus: optionalProse(2_000),
};

/**
 * Asks a partner, a specialist, a coach or, as one of these, a teacher for an observation. The other says yes or no.
 */
export const proposeObservation = action('/my-learning/observations/new', {
  purpose: 'learning',
  access: members('staff', 'guest'),
  page: newObservationPage,
  input: z.object({
    ...whenInput,
    with: z.string({ error: 'Choose with whom.' }),
    role: choice(['observed', 'observer'], 'Say who teaches.'),
  }),
  async alsoWrong(visit, { with: chosen, role, on_date: on }) {
    const wrong = on === undefined ? {} : wrongDay(on, visit.today);
    if (chosen === undefined) return wrong;
    const companion = await findCompanion(visit, chosen);
    return { ...wrong, ...(companion ? wrongPair(companion, role) : notInList()) };
  },
  async run(change, { with: chosen, role, on_date: on, starts_at: startsAt, ...when }) {
    const me = change.who.personId;
    const companion = await findCompanion(change, chosen);
    if (!companion) throw new Refused(notInList());
    const wrong = { ...wrongDay(on, change.today), ...wrongPair(companion, role) };
    if (Object.keys(wrong).length > 0) throw new Refused(wrong);
    const { circleId, personId: other, name } = companion;
    const [observedId, observerId] = role === 'observed' ? [me, other] : [other, me];
    const specialist = role === 'observed' ? companion.theySpecialist : companion.meSpecialist;
    const id = await insertObservation(change, {
      circleId,
      planId: null,
      kind: specialist ? 'specialist' : 'peer',
      observedId,
      observerId,
      proposedBy: me,
      on,
      startsAt,
      ...when,
      accepted: false,
    });
    await change.record({
      kind: 'observation.proposed',
      itemId: id,
      body: { circleId, observationId: id },
      tell: true,
    });
    return see(
      observationHref({ id }),
      t('{name} is asked. It enters both calendars once they agree.', { name }),
    );
  },
});

const findCompanion = async ({ db, who, today }: Visit, chosen: string): Promise<Companion | undefined> =>
  (await selectCompanions(db, who, today)).find((each) => withValue(each) === chosen);

const notInList = (): Wrong => ({ with: t('Choose somebody from the list.') });

const wrongDay = (on: string, today: string): Wrong => {
  const why = whyNotPlanned(on, today);
  return why === undefined ? {} : { on_date: why };
};

/** No line manager observes or is observed here, and no specialist of a programme is observed. */
const wrongPair = (
  { managers, circleKind, theySpecialist, meSpecialist }: Companion,
  role: 'observed' | 'observer' | undefined,
): Wrong => ({
  ...(managers && {
    with: t(
      'One of you is the other’s line manager. An observation here is a place without line managers, so that things can be tried freely.',
    ),
  }),
  ...(circleKind === 'programme' &&
    ((theySpecialist && role === 'observer') || (meSpecialist && role === 'observed')) && {
      role: t('In a programme the specialist observes and the teacher teaches.'),
    }),
});
