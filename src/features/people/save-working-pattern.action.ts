import { z } from 'zod';
import { Refused, Stale } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { optionalProse, optionalTime, ticked, version } from '#platform/http/input.ts';
import { action, members, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { daysInWords, type Weekday, weekdays, type WorkingDay } from './working-pattern.ts';
import { workerOf, workingPatternPage } from './working-pattern.page.ts';
import { keepEarlierPattern, saveWorkingPattern, selectWorkingPattern } from './working-pattern.queries.ts';

type Ticks = Record<Weekday, ReturnType<typeof ticked>>;
type Times = Record<`${Weekday}_${'from' | 'until'}`, ReturnType<typeof optionalTime>>;

const dayInputs = Object.fromEntries(
  weekdays.flatMap((day) => [
    [day, ticked()],
    [`${day}_from`, optionalTime()],
    [`${day}_until`, optionalTime()],
  ]),
) as unknown as Ticks & Times;

/** Saves when somebody works. Throws `Stale` when somebody else did so meanwhile. */
export const saveWorkingPatternAction = action('/people/:person/working-pattern', {
  purpose: 'administration',
  access: members('staff'),
  page: workingPatternPage,
  input: z.object({ ...dayInputs, note: optionalProse(1000), version: version() }),
  async run(change, input) {
    const { personId } = await workerOf(change);
    const pattern = { days: daysOf(input), note: input.note, version: input.version };
    const before = await selectWorkingPattern(change.tx, change.organisationId, personId);
    const by = change.who.personId;
    if (!(await saveWorkingPattern(change.tx, change.organisationId, personId, pattern, by, change.now)))
      throw await stale(change, personId);
    await keepEarlierPattern(change.tx, change.organisationId, personId, before, change.now);
    await change.record({
      kind: 'working-pattern.saved',
      itemId: personId,
      body: { version: input.version + 1 },
    });
    return see(`/people/${personId}`, t('The days and hours are saved.'));
  },
});

function daysOf(
  input: Record<Weekday, boolean> & Record<`${Weekday}_${'from' | 'until'}`, string | null>,
): WorkingDay[] {
  const errors: Record<string, string> = {};
  const worked = weekdays
    .filter((day) => input[day])
    .map((day) => {
      const [from, until] = [input[`${day}_from`], input[`${day}_until`]];
      if ((from === null) !== (until === null))
        errors[from === null ? `${day}_from` : `${day}_until`] = 'Write both times, or neither.';
      else if (from !== null && until !== null && until <= from)
        errors[`${day}_until`] = 'This is not after the beginning.';
      return { day, from, until };
    });
  if (Object.keys(errors).length > 0) throw new Refused(errors);
  return worked;
}

async function stale(change: Change, personId: string): Promise<Stale> {
  const current = await selectWorkingPattern(change.tx, change.organisationId, personId);
  return new Stale({
    version: current.version,
    writerId: current.writtenById,
    writtenBy: current.writtenBy,
    writtenAt: current.writtenAt ?? change.now,
    fields: [
      { name: 'days', label: t('Days at work'), text: daysInWords(current.days) },
      { name: 'note', label: t('Odd weeks'), text: current.note },
    ],
  });
}
