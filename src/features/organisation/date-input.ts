import { Refused } from '#platform/errors.ts';
import { day, line, optionalDay } from '#platform/http/input.ts';

/** Name and days as forms send them. */
export const dayInputs = {
  name: line('Write a name.', 80),
  from: day('Write the first day.'),
  until: optionalDay(),
};

/** The stretch of days that was meant; one day when no last day was given. Throws `Refused`. */
export function spanOf(input: { name: string; from: string; until: string | null }): {
  name: string;
  startsOn: string;
  endsOn: string;
} {
  const endsOn = input.until ?? input.from;
  if (endsOn < input.from) throw new Refused({ until: 'The last day is before the first.' });
  return { name: input.name, startsOn: input.from, endsOn };
}
