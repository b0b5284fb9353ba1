import { t } from '#platform/i18n/i18n.ts';

/** A column of the day: a period, or a part of the day where the school has no timetable. */
export interface Block {
  name: string;
  from: string;
  until: string;
}

/** Rooms are used after lessons too, until this hour. */
const evening = '18:00';

/** The periods of a day, with what comes after the last one; parts of the day where there are none. */
export function blocksOf(periods: readonly Block[]): Block[] {
  if (periods.length === 0)
    return [
      { name: t('Morning'), from: '08:30', until: '12:00' },
      { name: t('Midday'), from: '12:00', until: '13:00' },
      { name: t('Afternoon'), from: '13:00', until: '15:30' },
      { name: t('After school'), from: '15:30', until: evening },
    ];
  const last = periods.at(-1)!.until;
  return last < evening
    ? [...periods, { name: t('After school'), from: last, until: evening }]
    : [...periods];
}
