import { dateIn } from '#platform/calendar/dates.ts';
import { formatDate, formatTime, t } from '#platform/i18n/i18n.ts';

/** "today at 10:40", "on Monday 16 November at 07:30". */
export const momentInWords = (at: Date, { today, zone }: { today: string; zone: string }): string =>
  dateIn(at, zone) === today
    ? t('today at {time}', { time: formatTime(at) })
    : t('{day} at {time}', { day: formatDate(at, 'weekday'), time: formatTime(at) });

/** When something will arrive: "It will arrive on Monday 23 November at 07:30." */
export const arrivesInWords = (
  at: Date,
  { now, today, zone }: { now: Date; today: string; zone: string },
): string =>
  at.getTime() - now.getTime() <= 90_000
    ? t('It arrives in a minute.')
    : dateIn(at, zone) === today
      ? t('It will arrive today at {time}, when quiet hours end.', { time: formatTime(at) })
      : t('It will arrive on {day} at {time}, when quiet hours end.', {
          day: formatDate(at, 'weekday'),
          time: formatTime(at),
        });
