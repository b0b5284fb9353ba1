import type { z } from 'zod';
import { addDays } from '#platform/calendar/dates.ts';
import { choice, day, optionalDay, optionalProse } from '#platform/http/input.ts';
import type { Wrong } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import type { Fields } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { partInWords, parts, sortInWords, sorts } from '../attendance.ts';

/** Which days, what part of them, and why: the same fields for families and for the office. */
export const absenceInput = {
  from_on: day('Choose the first day.'),
  until_on: optionalDay(),
  part: choice(parts, 'Choose which part of the day.'),
  sort: choice(sorts, 'Choose what fits best.'),
  words: optionalProse(1000),
};

type Sent = Partial<z.output<z.ZodObject<typeof absenceInput>>>;

/** How far back and ahead it can be said, and for how long; what is longer is talked about. */
const back = 30;
const ahead = 365;
const longest = 60;

/** What is wrong between the fields. */
export function wrongAbsence({ from_on: from, until_on, sort, words }: Sent, today: string): Wrong {
  const wrong: Wrong = {};
  if (from !== undefined) {
    const until = until_on ?? from;
    if (from < addDays(today, -back)) wrong.from_on = t('This is long ago. Ring the school about it.');
    if (from > addDays(today, ahead)) wrong.from_on = t('Choose a day within a year.');
    if (until < from) wrong.until_on = t('This is before the first day.');
    else if (until > addDays(from, longest))
      wrong.until_on = t('This is longer than sixty days. Talk to the school about it.');
    if (sort === 'leave' && from < today)
      wrong.sort = t('Leave is asked for before. Choose what fits for a day that is over.');
  }
  if (words === '' && (sort === 'something-else' || sort === 'leave'))
    wrong.words = t('Write in a few words why.');
  return wrong;
}

/** `first` is the day that stands there: today, or the next school day. */
export const absenceFields = (f: Fields, { today, first }: { today: string; first: string }): Html =>
  html`${f.date({ name: 'from_on', label: t('Which day'), required: true, initial: first, min: addDays(today, -back), max: addDays(today, ahead) })}
  ${f.date({ name: 'until_on', label: t('Until'), hint: t('Leave it empty for one day.'), max: addDays(today, ahead) })}
  ${f.radios({ name: 'part', label: t('What part of the day'), required: true, initial: 'day', options: parts.map((value) => ({ value, label: partInWords(value) })) })}
  ${f.radios({
    name: 'sort',
    label: t('Why'),
    required: true,
    options: sorts.map((value) => ({
      value,
      label: sortInWords(value),
      hint: value === 'leave' ? t('For a day still to come. The head decides and answers you.') : undefined,
    })),
  })}
  ${f.textarea({ name: 'words', label: t('In your own words'), hint: t('A few are enough. No need to say more about an illness than you wish.'), maxlength: 1000, rows: 2 })}`;
