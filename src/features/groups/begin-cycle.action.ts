import { z } from 'zod';
import { addDays } from '#platform/calendar/dates.ts';
import { newId } from '#platform/db/ids.ts';
import { Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { day, optionalProse } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import {
  asNewStep,
  fitToSteps,
  groupHref,
  groupPolicy,
  insertSteps,
  layOutAgain,
  lockProgramme,
  type Programme,
  selectLastNumber,
  templateOf,
  whyNotFrom,
} from '#features/programmes/index.ts';
import { selectCalendar } from '#features/protocols/index.ts';
import { cyclesPage } from './cycles.page.ts';
import { hasSteps, insertCycle, setCycle } from './cycles.queries.ts';
import { openRunningGroup } from './people/people-open.ts';

/**
 * Begins another cycle with the question that is carried on. Some protocols lay two out when a group starts: then its
 * steps stand already and stay as they are. Otherwise they are laid on the teaching weeks from the day given.
 */
export const beginCycle = action('/groups/:programme/cycles', {
  purpose: 'learning',
  access: groupPolicy,
  page: cyclesPage,
  input: z.object({
    question: optionalProse(2000),
    starts_on: day('Choose the first day.'),
    /** The cycle that was shown as the present one: two who press at once begin one. */
    after: z.coerce.number().int(),
  }),
  async run(change, { question, starts_on: startsOn, after }) {
    const { programme } = await openRunningGroup(change, 'takePart');
    if ((await lockProgramme(change.tx, programme)) !== after)
      throw new Refused(t('Somebody has begun the next cycle already.'));
    const cycle = after + 1;
    if (!(await hasSteps(change.tx, programme, cycle))) await layOutCycle(change, programme, startsOn, cycle);
    await setCycle(change.tx, programme, cycle, change.now);
    await fitToSteps(change, programme);
    await insertCycle(change.tx, {
      ownerId: programme.owner_id,
      id: newId(change.now),
      programmeId: programme.id,
      number: cycle,
      question,
      by: change.who.personId,
      at: change.now,
    });
    await change.record({ kind: 'cycle.begun', itemId: programme.id, body: { cycle } });
    return see(
      groupHref(programme),
      t('Cycle {n} has begun.', { n: cycle }),
      groupHref(programme, `cycles/${cycle}/undo`),
    );
  },
});

async function layOutCycle(
  change: Change,
  programme: Programme,
  startsOn: string,
  cycle: number,
): Promise<void> {
  const protocol = await templateOf(change.tx, programme);
  if (!protocol?.again) throw new Refused(t('This protocol has no further cycle.'));
  if (startsOn < change.today) throw new Refused({ starts_on: t('Choose today or a later day.') });
  if (startsOn > addDays(change.today, 366))
    throw new Refused({ starts_on: t('This day is more than a year away. Check the year.') });
  const calendar = await selectCalendar(change.tx, change.organisationId);
  const whyNot = whyNotFrom(startsOn, calendar);
  if (whyNot) throw new Refused({ starts_on: whyNot });
  const steps = layOutAgain(protocol, { startsOn, cycle }, calendar).map(asNewStep);
  await insertSteps(change, programme.id, steps, (await selectLastNumber(change.tx, programme)) + 1);
}
