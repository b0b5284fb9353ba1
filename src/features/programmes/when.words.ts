import { weekday } from '#platform/calendar/dates.ts';
import { formatDate, formatList, t, tn } from '#platform/i18n/i18n.ts';
import { type Attendee, clockAfter, type Slot } from './when.slots.ts';

const onMondays: readonly (() => string)[] = [
  () => t('on Mondays'),
  () => t('on Tuesdays'),
  () => t('on Wednesdays'),
  () => t('on Thursdays'),
  () => t('on Fridays'),
];

/** So many are named; of more it is said how many they are. */
const mostNames = 4;
export const namesOf = (people: readonly Attendee[]): string =>
  people.length <= mostNames
    ? formatList(people.map(({ name }) => name))
    : tn(people.length, '{n} person', '{n} people');

/** A time in words: "Thursday 26 November, 15:45 to 17:00". */
export function slotWords({ on, startsAt }: Pick<Slot, 'on' | 'startsAt'>, minutes: number): string {
  const day = formatDate(on, 'weekday');
  const until = minutes > 0 ? clockAfter(startsAt, minutes) : null;
  return until === null
    ? t('{day}, {time}', { day, time: startsAt })
    : t('{day}, {from} to {until}', { day, from: startsAt, until });
}

/** Why a time is good, or what stands against it: who could come and who not, never what else they do. */
export function reasonOf({ on, startsAt, isTrainingDay, people }: Slot): string {
  const all = Object.values(people).reduce((sum, some) => sum + some.length, 0);
  const training = isTrainingDay ? [t('It is a training day.')] : [];
  if (people.free.length === all)
    return [allFree(people.free, onMondays[weekday(on) - 1]!(), startsAt), ...training].join(' ');
  return [
    people.free.length === 0
      ? t('Of nobody is it known that they are free at {time}.', { time: startsAt })
      : tn(people.free.length, 'One of {all} is free at {time}.', '{n} of {all} are free at {time}.', {
          all,
          time: startsAt,
        }),
    ...said(people.busy, '{who} has something else then.', '{who} have something else then.'),
    ...said(people.away, '{who} does not work then.', '{who} do not work then.'),
    ...said(people.unknown, 'Of {who} it is not known.', 'Of {who} it is not known.'),
    ...training,
  ].join(' ');
}

/** That somebody works on a day is said of those who wrote it down; of the others it is only assumed. */
function allFree(people: readonly Attendee[], days: string, time: string): string {
  const wrote = people.filter((each) => each.days !== null).length;
  if (wrote === 0)
    return t('Nobody has anything else at {time}. Which days they work is not written down.', { time });
  if (wrote < people.length)
    return tn(
      wrote,
      'Nobody has anything else at {time}, and the one who wrote down their days works {days}.',
      'Nobody has anything else at {time}, and the {n} who wrote down their days work {days}.',
      { days, time },
    );
  return people.length === 1
    ? t('{name} works {days} and has nothing else at {time}.', { name: namesOf(people), days, time })
    : t('All {n} work {days} and nobody has anything else at {time}.', { n: wrote, days, time });
}

/** The same in numbers: "3 free, 1 busy, 1 not at work". */
export const countsOf = ({ people }: Slot): string =>
  [
    t('{n} free', { n: people.free.length }),
    people.busy.length > 0 && t('{n} busy', { n: people.busy.length }),
    people.away.length > 0 && t('{n} not at work', { n: people.away.length }),
    people.unknown.length > 0 && t('{n} not known', { n: people.unknown.length }),
  ]
    .filter(Boolean)
    .join(', ');

const said = (people: readonly Attendee[], one: string, many: string): string[] =>
  people.length === 0 ? [] : [tn(people.length, one, many, { who: namesOf(people) })];
