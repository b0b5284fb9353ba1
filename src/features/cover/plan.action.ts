import { z } from 'zod';
import { isCalendarDate } from '#platform/calendar/dates.ts';
import { newId } from '#platform/db/ids.ts';
import { Refused } from '#platform/errors.ts';
import { day as dayInput, ticks } from '#platform/http/input.ts';
import { action, roles, see } from '#platform/http/route.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { arrange, type Wish } from './arrange.ts';
import { coverKeepers } from './cover.access.ts';
import { dayHref, planPath, slotKey } from './cover.ts';
import { selectDay } from './day.queries.ts';
import { planPage } from './plan.page.ts';

/** Takes the suggestions of a day that are ticked, in one go. What cannot be any more is said, and left open. */
export const takePlan = action(planPath, {
  purpose: 'administration',
  access: roles(...coverKeepers),
  page: planPage,
  input: z.object({ day: dayInput().refine(isCalendarDate), take: ticks(400) }),
  async run(change, { day, take }) {
    if (day < change.today) throw new Refused(t('This day is over.'));
    const { gaps, colleagues } = await selectDay(change.tx, change.who, { day });
    const gapOf = new Map(gaps.map((gap) => [slotKey(gap), gap]));
    const nameOf = new Map(colleagues.map(({ personId, name }) => [personId, name]));
    const wishes = take.flatMap((tick): Wish[] => {
      const cut = tick.lastIndexOf(' ');
      const gap = gapOf.get(tick.slice(0, cut));
      const personId = tick.slice(cut + 1);
      const name = nameOf.get(personId);
      if (!gap || name === undefined || personId === gap.personId) return [];
      return [{ gap, how: 'colleague', person: { personId, name }, words: '', was: '' }];
    });
    if (wishes.length === 0)
      throw new Refused({
        take: t('Tick at least one. What was ticked may be arranged by now: look again.'),
      });
    const batchId = newId(change.now);
    const outcomes = await arrange(change, wishes, batchId);
    const done = outcomes.filter((each) => 'id' in each);
    const not = outcomes.flatMap((each) => ('why' in each ? [each.why] : []));
    if (done.length === 0) throw new Refused({ take: not.join(' ') });
    await change.record({
      kind: 'cover.planned',
      body: { batchId, day, covers: done.map(({ id }) => id) },
      tell: true,
    });
    const said = tn(
      done.length,
      'One class is arranged, and whoever takes it is asked.',
      '{n} classes are arranged, and those who take them are asked.',
    );
    return see(
      dayHref(day, change.today),
      not.length === 0 ? said : t('{said} Not arranged: {why}', { said, why: not.join(' ') }),
      `/cover/batches/${batchId}/undo`,
    );
  },
});
