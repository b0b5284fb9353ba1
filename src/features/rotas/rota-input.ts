import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import {
  line,
  optionalDay,
  optionalLine,
  optionalTime,
  ticked,
  ticks,
  wholeNumber,
} from '#platform/http/input.ts';
import { t } from '#platform/i18n/i18n.ts';
import { weekdayName, weekdays } from '#features/people/index.ts';
import type { Fields } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import type { Half } from './halves.ts';
import { letters, type Letter, type Weekday, weekdayOf } from './rotas.ts';

export const rotaInput = {
  name: line('Say what the duty is.', 80),
  place: optionalLine(80),
  keeps_busy: ticked(),
  swap_needs_leave: ticked(),
};

export const slotInput = {
  weekdays: ticks(7).pipe(z.array(z.enum(weekdays))),
  letter: z.enum(['', ...letters]).default(''),
  on: optionalDay(),
  /** The name of half a day, in place of times; '' for times. */
  half: optionalLine(80),
  from: optionalTime(),
  until: optionalTime(),
  needed: wholeNumber(1, 40, 'Say how many are needed.').default(1),
};

export interface SlotSent {
  weekdays: readonly Weekday[];
  letter: '' | Letter;
  on: string | null;
  half: string;
  from: string | null;
  until: string | null;
  needed: number;
}

/** What is wrong with the times of a form; nothing when nothing is. */
export function wrongTimes(
  { weekdays: days, on, half, from, until }: Partial<SlotSent>,
  today: string,
): Record<string, string> {
  if (days?.length === 0 && on === null)
    return { weekdays: t('Tick the days of the week, or give one date below.') };
  if ((days?.length ?? 0) > 0 && typeof on === 'string')
    return { on: t('Days of the week or one date: leave one of them empty.') };
  if (typeof on === 'string' && on < today) return { on: t('This day is over.') };
  if (typeof half === 'string' && half !== '')
    return typeof from === 'string' || typeof until === 'string'
      ? { half: t('Half a day or times: leave one of them empty.') }
      : {};
  if (from === null) return { from: t('Say from when.') };
  if (until === null) return { until: t('Say until when.') };
  return typeof from === 'string' && typeof until === 'string' && until <= from
    ? { until: t('It ends before it begins.') }
    : {};
}

/** The times of a form that was read, one for each day ticked. Throws `Refused`. */
export function slotsOf(sent: SlotSent, today: string, halves: readonly Half[]) {
  const wrong = wrongTimes(sent, today);
  if (Object.keys(wrong).length > 0) throw new Refused(wrong);
  const { needed, on } = sent;
  return on !== null
    ? [{ weekday: null, letter: null, on_date: on, needed, ...timesOn(weekdayOf(on), sent, halves) }]
    : sent.weekdays.map((weekday) => ({
        weekday,
        letter: sent.letter === '' ? null : sent.letter,
        on_date: null,
        needed,
        ...timesOn(weekday, sent, halves),
      }));
}

/** From when to when on a day of the week: half a day need not be as long on each. Throws `Refused`. */
function timesOn(weekday: Weekday, { half, from, until }: SlotSent, halves: readonly Half[]) {
  if (half === '') return { starts_at: from!, ends_at: until! };
  const found = halves.find((each) => each.weekday === weekday && each.name === half);
  if (!found)
    throw new Refused({
      half: t('There is no such half on a {day}. Give times instead.', { day: weekdayName[weekday]() }),
    });
  return { starts_at: found.from, ends_at: found.until };
}

export const rotaFields = (f: Fields): Html =>
  html`${f.text({ name: 'name', label: t('What the duty is'), hint: t('“Gate before school”, “First aid on call”, “Assembly”.'), required: true, maxlength: 80 })}
  ${f.text({ name: 'place', label: t('Where'), maxlength: 80 })}
  ${f.checkbox({ name: 'keeps_busy', label: t('Whoever is on it can do nothing else then'), hint: t('Leave it empty for what is done beside other things, such as first aid on call.'), unmarked: true })}
  ${f.checkbox({ name: 'swap_needs_leave', label: t('A swap holds once somebody who makes rotas has agreed'), unmarked: true })}`;

export const slotFields = (
  f: Fields,
  { twoWeeks, halves }: { twoWeeks: boolean; halves: readonly Half[] },
): Html =>
  html`${f.checkboxes({ name: 'weekdays', label: t('Each week on'), options: weekdays.map((value) => ({ value, label: weekdayName[value]() })), unmarked: true })}
  ${
    twoWeeks &&
    f.select({
      name: 'letter',
      label: t('In which weeks'),
      unmarked: true,
      options: [
        { value: '', label: t('Every week') },
        ...letters.map((letter) => ({
          value: letter,
          label: t('Week {letter} of the timetable', { letter }),
        })),
      ],
    })
  }
  ${f.date({ name: 'on', label: t('Or on one day'), hint: t('Instead of days of the week.') })}
  ${
    halves.length > 0 &&
    f.select({
      name: 'half',
      label: t('Half a day'),
      unmarked: true,
      options: [
        { value: '', label: t('No, from one time to another') },
        ...[...new Set(halves.map(({ name }) => name))].map((name) => ({
          value: name,
          label: halfInWords(halves.filter((each) => each.name === name)),
        })),
      ],
    })
  }
  ${f.time({ name: 'from', label: t('From'), required: halves.length === 0, unmarked: true })}
  ${f.time({ name: 'until', label: t('Until'), required: halves.length === 0, unmarked: true })}
  ${f.number({ name: 'needed', label: t('How many are needed'), initial: 1, min: 1, max: 40, width: 'short' })}`;

/** Its times where they are the same on each day. */
function halfInWords(those: readonly Half[]): string {
  const [first] = those;
  const { name, from, until } = first!;
  return those.every((each) => each.from === from && each.until === until)
    ? t('{name}, {from} to {until}', { name, from, until })
    : name;
}
