import type { z } from 'zod';
import { choice, day, line, prose, ticked, ticks } from '#platform/http/input.ts';
import type { Wrong } from '#platform/http/route.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import type { UnitPeople } from '#features/people/index.ts';
import { type Audience, isEmpty, tidied, type Whole, wholes } from './audience.ts';
import { lastDayFor, type Sort, sorts } from './posted-notice.ts';

const unitPeople = ['staff', 'pupil', 'family'] as const satisfies readonly UnitPeople[];

/** What the form for a notice sends, whether it is put up or changed. */
export const noticeInput = {
  title: line('Write what it is about, in a few words.', 120),
  text: prose('Write what you want to say.', 10_000),
  sort: choice(sorts).default('notice'),
  to: ticks(3),
  teams: ticks(),
  roles: ticks(100),
  classes: ticks(),
  years: ticks(100),
  /** Who of the classes and years that are ticked. */
  people: ticks(3),
  from_on: day('Choose the first day.'),
  until_on: day('Choose the last day.'),
  must_read: ticked(),
};

export type NoticeFields = z.output<z.ZodObject<typeof noticeInput>>;

/** For whom it is, out of the ticks. Bulletins are read out by tutors, so all staff have them too. */
export function readAudience(
  sent: Pick<NoticeFields, 'to' | 'teams' | 'roles' | 'classes' | 'years' | 'people' | 'sort'>,
): Audience {
  const people = unitPeople.filter((each) => sent.people.includes(each));
  const to = wholes.filter((each) => sent.to.includes(each));
  return tidied({
    wholes: sent.sort === 'bulletin' ? [...new Set<Whole>(['staff', ...to])] : to,
    roles: sent.roles,
    units: [
      ...sent.teams.map((unitId) => ({ unitId, people: 'staff' as const })),
      ...sent.classes.flatMap((unitId) => people.map((each) => ({ unitId, people: each }))),
    ],
    years: sent.years.flatMap((label) =>
      people.flatMap((each) => (each === 'staff' ? [] : [{ label, people: each }])),
    ),
  });
}

const reachesPupils = ({ wholes: whole, units, years }: Audience): boolean =>
  whole.includes('pupil') || [...units, ...years].some(({ people }) => people === 'pupil');

/** What is wrong between the fields. `before` is the first day that a notice has already. */
export function wrongNotice(sent: Partial<NoticeFields>, today: string, before?: { fromOn: string }): Wrong {
  const wrong: Wrong = { ...wrongDays(sent, today, before) };
  const { to, teams, roles, classes, years, people } = sent;
  if (!to || !teams || !roles || !classes || !years || !people) return wrong;
  const sort: Sort = sent.sort ?? 'notice';
  const audience = readAudience({ to, teams, roles, classes, years, people, sort });
  if (classes.length + years.length > 0 && people.length === 0)
    wrong.people = t('Say who of these classes or years it is for.');
  else if (classes.length + years.length === 0 && people.length > 0)
    wrong.classes = t('Tick the classes or years, or nobody of them.');
  else if (sort === 'bulletin' && !reachesPupils(audience))
    wrong.to = t('A bulletin is read out to pupils: say which.');
  else if (isEmpty(audience)) wrong.to = t('Say for whom it is.');
  return wrong;
}

function wrongDays(
  { from_on: from, until_on: until }: Partial<NoticeFields>,
  today: string,
  before: { fromOn: string } | undefined,
): Wrong {
  const wrong: Wrong = {};
  if (from && from < today && from !== before?.fromOn)
    wrong.from_on = t('This day is over. Today is {day}.', { day: formatDate(today) });
  if (until && until < today)
    wrong.until_on = t('This day is over, so nobody would see it. Today is {day}.', {
      day: formatDate(today),
    });
  else if (from && until && until < from)
    wrong.until_on = t('The last day comes before the first. Choose a later one.');
  else if (from && until && until > lastDayFor(from))
    wrong.until_on = t('A notice stands for a school year at most: until {day}.', {
      day: formatDate(lastDayFor(from)),
    });
  return wrong;
}
