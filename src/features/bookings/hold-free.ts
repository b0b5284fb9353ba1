import { Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { formatDate, formatList, t } from '#platform/i18n/i18n.ts';
import type { Stretch, Thing } from './booking.ts';
import { mayBook } from './bookings.access.ts';
import { type InTheWay, selectFree, selectInTheWay } from './booking.queries.ts';
import { selectThing } from './things.queries.ts';

/**
 * Holds a thing until the change is written, so that of two who book it at once the second sees what the first wrote,
 * and answers the stretches at which it is free. Throws `Refused`, naming what is in the way and what else is free,
 * where it is taken; with `leaveOut` the days on which it is taken are left out instead, unless none is left.
 */
export async function holdFree(
  change: Change,
  wanted: readonly Stretch[],
  {
    thingId,
    howMany,
    but,
    leaveOut = false,
  }: { thingId: string; howMany: number; but?: string; leaveOut?: boolean },
): Promise<{ thing: Thing; free: Stretch[] }> {
  const { tx, organisationId: owner, who } = change;
  const thing = await selectThing(tx, owner, thingId, true);
  if (thing.endedAt !== null)
    throw new Refused({ thing: t('It was taken off the list. Choose something else.') });
  if (!mayBook(who, thing))
    throw new Refused({
      thing: t('{thing} is booked by those who look after rooms. Ask the office.', { thing: thing.name }),
    });
  if (howMany > thing.howMany)
    throw new Refused({ how_many: t('There are {n} of them.', { n: thing.howMany }) });
  const inTheWay = await selectInTheWay(tx, owner, wanted, { thingId, howMany, of: thing.howMany, but });
  const takenDays = new Set(inTheWay.map(({ on }) => on));
  const free = wanted.filter(({ on }) => !takenDays.has(on));
  if (takenDays.size > 0 && (!leaveOut || free.length === 0))
    throw await refusal(change, thing, wanted, howMany, inTheWay);
  return { thing, free };
}

/** So many days are named of a weekly booking that cannot be. */
const mostDays = 6;

async function refusal(
  { tx, organisationId }: Change,
  thing: Thing,
  wanted: readonly Stretch[],
  howMany: number,
  inTheWay: readonly InTheWay[],
): Promise<Refused> {
  const first = inTheWay[0]!;
  const by = first.name === null ? first.says : t('{name}: {words}', { name: first.name, words: first.says });
  const words = t('{thing} is taken on {day} from {from} to {until} ({by}).', {
    thing: thing.name,
    day: formatDate(first.on, 'weekday'),
    from: first.from,
    until: first.until,
    by,
  });
  const days = [...new Set(inTheWay.map(({ on }) => on))];
  if (wanted.length > 1)
    return new Refused({
      leave_out: t('{what} It is taken on {n} of {all} days: {days}.', {
        what: words,
        n: days.length,
        all: wanted.length,
        days: formatList(days.slice(0, mostDays).map((day) => formatDate(day, 'short'))),
      }),
    });
  const others = await selectFree(tx, organisationId, wanted[0]!, { ...thing, thingId: thing.id, howMany });
  const free =
    others.length === 0
      ? t('Nothing like it is free then.')
      : t('Free then: {names}.', { names: formatList(others.map(({ name }) => name)) });
  return new Refused({ from: `${words} ${free}` });
}
