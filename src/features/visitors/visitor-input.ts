import { addDays } from '#platform/calendar/dates.ts';
import { choice, day, id, line, optionalDay, optionalLine, optionalTime } from '#platform/http/input.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import type { Fields } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import type { Colleague } from './visitors.queries.ts';
import { kinds, kindWords } from './visitors.ts';

/** A weekly visit goes on for a school year at the most, in days. */
const longestSeries = 330;

export const whoComes = {
  name: line('Write who comes.', 100),
  organisation: optionalLine(100),
  kind: choice(kinds, 'Choose what fits best.'),
  host: id('Choose whom they come to see.'),
  purpose: optionalLine(120),
  place: optionalLine(80),
};
export const whenTheyCome = {
  day: day('Choose the day.'),
  from: optionalTime(),
  weekly_until: optionalDay(),
};

/** What is wrong with the days of a visit; nothing when nothing is. */
export function wrongDays(
  { day: on, weekly_until: until }: { day?: string | undefined; weekly_until?: string | null | undefined },
  today: string,
): Record<string, string> {
  if (on === undefined) return {};
  if (on < today)
    return { day: t('This day is over. Today is {today}.', { today: formatDate(today, 'weekday') }) };
  if (!until) return {};
  if (until < on) return { weekly_until: t('The last week is before the first.') };
  return until > addDays(on, longestSeries)
    ? { weekly_until: t('A weekly visit goes on for a school year at most.') }
    : {};
}

export const whoFields = (f: Fields, colleagues: readonly Colleague[], self?: string): Html =>
  html`${f.text({ name: 'name', label: t('Who comes'), hint: t('First and last name.'), required: true, maxlength: 100, autocomplete: 'off' })}
  ${f.text({ name: 'organisation', label: t('From where'), hint: t('A firm, an authority, “grandmother of Cai”.'), maxlength: 100, autocomplete: 'off' })}
  ${f.radios({
    name: 'kind',
    label: t('As what'),
    required: true,
    initial: 'visitor',
    options: kinds.map((value) => ({ value, label: kindWords[value]() })),
  })}
  ${f.select({
    name: 'host',
    label: t('Whom they come to see'),
    required: true,
    initial: self,
    options: colleagues.map(({ id: value, name: label }) => ({ value, label })),
  })}
  ${f.text({ name: 'purpose', label: t('What for'), hint: t('All staff read it: nothing private.'), maxlength: 120 })}
  ${f.text({ name: 'place', label: t('Where they will be'), maxlength: 80 })}`;
