import { t } from '#platform/i18n/i18n.ts';
import { type PeriodKind, type Weekday, weekdays } from '../timetable.ts';

export interface NewPeriod {
  weekday: Weekday;
  position: number;
  name: string;
  kind: PeriodKind;
  startsAt: string;
  endsAt: string;
  takesRegister: boolean;
}

export const models = ['five', 'six', 'halves'] as const;
export type Model = (typeof models)[number];

export const modelInWords: Readonly<Record<Model, () => string>> = {
  five: () => t('Registration and five periods'),
  six: () => t('Registration and six periods'),
  halves: () => t('Morning and afternoon only'),
};

type Row = [name: string, kind: PeriodKind, from: string, until: string, register: boolean];

const lesson = (n: number, from: string, until: string): Row => [
  t('Period {n}', { n }),
  'lesson',
  from,
  until,
  true,
];

const days: Readonly<Record<Model, () => Row[]>> = {
  five: () => [
    [t('Registration'), 'registration', '08:40', '09:00', true],
    lesson(1, '09:00', '10:00'),
    lesson(2, '10:00', '11:00'),
    [t('Break'), 'break', '11:00', '11:20', false],
    lesson(3, '11:20', '12:20'),
    [t('Lunch'), 'break', '12:20', '13:10', false],
    lesson(4, '13:10', '14:10'),
    lesson(5, '14:10', '15:10'),
  ],
  six: () => [
    [t('Registration'), 'registration', '08:40', '09:00', true],
    lesson(1, '09:00', '09:50'),
    lesson(2, '09:50', '10:40'),
    [t('Break'), 'break', '10:40', '11:00', false],
    lesson(3, '11:00', '11:50'),
    lesson(4, '11:50', '12:40'),
    [t('Lunch'), 'break', '12:40', '13:30', false],
    lesson(5, '13:30', '14:20'),
    lesson(6, '14:20', '15:10'),
  ],
  halves: () => [
    [t('Morning'), 'lesson', '09:00', '12:00', true],
    [t('Lunch'), 'break', '12:00', '13:00', false],
    [t('Afternoon'), 'lesson', '13:00', '15:15', true],
  ],
};

/** The days of a model, Monday to Friday alike: a beginning, to be changed day by day. */
export const periodsOf = (model: Model): NewPeriod[] =>
  weekdays.slice(0, 5).flatMap((weekday) =>
    days[model]().map(([name, kind, startsAt, endsAt, takesRegister], position) => ({
      weekday,
      position,
      name,
      kind,
      startsAt,
      endsAt,
      takesRegister,
    })),
  );
