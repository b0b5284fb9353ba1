import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import { choice, day, line, optionalDay } from '#platform/http/input.ts';
import { t } from '#platform/i18n/i18n.ts';
import type { Fields } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';

/** Name, days and weeks as forms send them. */
export const timetableInputs = {
  name: line('Write a name.', 80),
  from: day('Write the first day.'),
  until: optionalDay(),
  weeks: choice(['1', '2'], 'Choose one week or two.').transform((text): 1 | 2 => (text === '1' ? 1 : 2)),
  first_week: z.enum(['A', 'B']).default('A'),
};

/** Throws `Refused` where the last day is before the first. */
export function mustBeInOrder({ from, until }: { from: string; until: string | null }): void {
  if (until !== null && until < from) throw new Refused({ until: t('The last day is before the first.') });
}

export const nameAndDays = (f: Fields): Html =>
  html`${f.text({ name: 'name', label: t('Name'), hint: t('“2026–27, from September”'), required: true, maxlength: 80 })}
  ${f.date({ name: 'from', label: t('First day'), required: true })}
  ${f.date({ name: 'until', label: t('Last day'), hint: t('Leave it empty: it holds until another begins.') })}`;

export const weeksFields = (f: Fields): Html =>
  html`${f.radios({
    name: 'weeks',
    label: t('How many weeks until it comes round again'),
    required: true,
    initial: '1',
    options: [
      { value: '1', label: t('One week') },
      { value: '2', label: t('Two weeks, A and B') },
    ],
  })}
  ${f.radios({
    name: 'first_week',
    label: t('The first week is'),
    hint: t('For two weeks. Weeks in which the school is closed do not count.'),
    initial: 'A',
    unmarked: true,
    options: [
      { value: 'A', label: t('Week A') },
      { value: 'B', label: t('Week B') },
    ],
  })}`;
