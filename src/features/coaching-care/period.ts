import { addDays, isCalendarDate } from '#platform/calendar/dates.ts';
import type { Visit } from '#platform/http/context.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import type { Html } from '#ui/html.ts';

/** The days that are counted, both included. */
export interface Period {
  from: string;
  until: string;
}

/** The days that the address asks for; the last twelve months where it asks for none that make sense. */
export function periodOf({ query, today }: Visit): Period {
  const day = (text = ''): string | undefined =>
    isCalendarDate(text) && text > '2000' && text < '2200' ? text : undefined;
  const until = day(query.until) ?? today;
  const from = day(query.from) ?? addDays(until, -365);
  return from <= until ? { from, until } : { from: until, until: from };
}

/**
 * The twelve months that end with the last whole one. For those who read counts alone: of days they could choose, or
 * that grow by the day, one figure taken from another would tell of a single time.
 */
export const wholeMonths = (today: string): Period => {
  const until = addDays(`${today.slice(0, 7)}-01`, -1);
  const from = addDays(until, 1);
  return { from: `${Number(from.slice(0, 4)) - 1}${from.slice(4)}`, until };
};

export const periodInWords = ({ from, until }: Period): string =>
  t('Counted is what was held from {from} to {until}.', { from: formatDate(from), until: formatDate(until) });

export const periodForm = (action: string, period: Period): Html =>
  form({ action, method: 'get', quiet: true, values: { ...period }, button: t('Count these days') }, (f) => [
    f.date({ name: 'from', label: t('From'), unmarked: true }),
    f.date({ name: 'until', label: t('Until'), unmarked: true }),
  ]);
