import { addDays } from '#platform/calendar/dates.ts';
import { instantAt } from '#platform/calendar/local-time.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';

/** When an asking ends: on its last day, or earlier when somebody closes it. */
export interface Closing {
  /** The last day for answering, 'YYYY-MM-DD'. */
  closesOn: string;
  closedAt: Date | null;
}

export const isOpen = (asking: Closing, today: string): boolean =>
  asking.closedAt === null && asking.closesOn >= today;

/** The moment at which a last day is over. */
export const dayAfter = (lastDay: string, zone: string): Date =>
  instantAt(addDays(lastDay, 1), '00:00', zone);

/** The end of a last day, for lists that say on which day a thing is due. */
export const lastMoment = (lastDay: string, zone: string): Date => instantAt(lastDay, '23:59', zone);

/** Where an asking stands, in a sentence. */
export const whereItStands = (asking: Closing, today: string): string =>
  isOpen(asking, today)
    ? t('Open until {day}.', { day: formatDate(asking.closesOn, 'weekday') })
    : t('Closed on {day}.', { day: formatDate(asking.closedAt ?? asking.closesOn, 'long') });
