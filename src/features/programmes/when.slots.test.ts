import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { WorkingDay } from '#features/people/index.ts';
import { terms } from './plan.fixture.ts';
import { type Attendee, clockAfter, type Engagement, type Search, slotsOf } from './when.slots.ts';
import { countsOf, reasonOf, slotWords } from './when.words.ts';

/** Terms and holidays around the half-term of February 2027; 4 January and 12 March are training days. */
const closures = [
  { kind: 'training-day', startsOn: '2027-01-04', endsOn: '2027-01-04' },
  { kind: 'holiday', startsOn: '2027-02-15', endsOn: '2027-02-19' },
  { kind: 'training-day', startsOn: '2027-02-22', endsOn: '2027-02-22' },
];

const who = (name: string, more: Partial<Attendee> = {}): Attendee => ({
  personId: name,
  name,
  kind: 'staff',
  days: null,
  oddWeeks: false,
  ...more,
});
const works = (...days: (WorkingDay['day'] | [WorkingDay['day'], string, string])[]): WorkingDay[] =>
  days.map((day) =>
    typeof day === 'string' ? { day, from: null, until: null } : { day: day[0], from: day[1], until: day[2] },
  );
const has = (personId: string, on: string, startsAt: string | null, minutes = 60): Engagement => ({
  personId,
  on,
  startsAt,
  minutes,
});

const search = (more: Partial<Search> = {}): Search => ({
  from: '2027-02-08',
  until: '2027-02-26',
  startsAt: '15:45',
  minutes: 75,
  around: '2027-02-10',
  withPupils: false,
  attendees: [who('Ann'), who('Ben'), who('Cai')],
  engagements: [],
  terms,
  closures,
  ...more,
});
const on = (day: string, more: Partial<Search> = {}) => slotsOf(search(more)).find((slot) => slot.on === day);
const names = (people: readonly Attendee[] | undefined) => people?.map(({ name }) => name);

test('the school is open on weekdays in a term, and staff on training days; in a holiday and at a weekend nobody is', () => {
  const days = slotsOf(search())
    .map((slot) => slot.on)
    .toSorted();
  assert.deepEqual(days, [
    ...['08', '09', '10', '11', '12'].map((day) => `2027-02-${day}`),
    ...['22', '23', '24', '25', '26'].map((day) => `2027-02-${day}`),
  ]);
  assert.equal(on('2027-02-22')?.isTrainingDay, true);
  assert.equal(on('2027-02-22', { withPupils: true }), undefined, 'no pupils come on it');
  assert.equal(on('2027-02-23', { withPupils: true })?.isTrainingDay, false);
  const outside = [{ kind: 'training-day', startsOn: '2027-01-01', endsOn: '2027-01-01' }];
  assert.ok(
    on('2027-01-01', { from: '2027-01-01', closures: outside }),
    'a training day before the term begins',
  );
  assert.equal(on('2027-01-01', { from: '2027-01-01', closures: [] }), undefined);
  assert.ok(on('2027-02-17', { terms: [], closures: [] }), 'without terms every weekday counts');
});

test('somebody who works part of the week, or part of a day, is not at work outside it', () => {
  const attendees = [
    who('Ann', { days: works('monday', 'tuesday') }),
    who('Ben', { days: works(['monday', '08:30', '15:30'], ['tuesday', '08:30', '17:00']) }),
    who('Cai'),
  ];
  assert.deepEqual(names(on('2027-02-08', { attendees })?.people.away), ['Ben']);
  assert.deepEqual(names(on('2027-02-09', { attendees })?.people.away), []);
  assert.deepEqual(names(on('2027-02-09', { attendees, minutes: 76 })?.people.away), ['Ben']);
  assert.deepEqual(names(on('2027-02-10', { attendees })?.people.away), ['Ann', 'Ben']);
  assert.equal(slotsOf(search({ attendees }))[0]?.on, '2027-02-09', 'the day when all are in comes first');
});

test('somebody with something else at that time is busy; before or after it they are free', () => {
  const at = (startsAt: string, minutes: number) =>
    names(on('2027-02-09', { engagements: [has('Ann', '2027-02-09', startsAt, minutes)] })?.people.busy);
  assert.deepEqual(at('15:00', 60), ['Ann']);
  assert.deepEqual(at('15:00', 45), [], 'it ends when this begins');
  assert.deepEqual(at('16:59', 30), ['Ann']);
  assert.deepEqual(at('17:00', 30), []);
  assert.deepEqual(at('16:00', 0), ['Ann'], 'a moment in the middle');
  assert.deepEqual(at('10:00', 480), ['Ann'], 'all day');
});

test('of something without a time, and of a guest who wrote down no days, nobody knows', () => {
  const attendees = [
    who('Ann'),
    who('Dr Obi', { kind: 'guest' }),
    who('Prof Ek', { kind: 'guest', days: works('tuesday') }),
  ];
  const slot = on('2027-02-09', { attendees, engagements: [has('Ann', '2027-02-09', null)] });
  assert.deepEqual(names(slot?.people.unknown), ['Ann', 'Dr Obi']);
  assert.deepEqual(names(slot?.people.free), ['Prof Ek']);
  const clash = on('2027-02-09', { attendees, engagements: [has('Dr Obi', '2027-02-09', '16:00')] });
  assert.deepEqual(names(clash?.people.busy), ['Dr Obi']);
});

test('best is where fewest cannot come, then where least is unknown, then what is nearest', () => {
  const slots = slotsOf(
    search({
      engagements: [
        has('Ann', '2027-02-10', '16:00'),
        has('Ann', '2027-02-11', null),
        has('Ben', '2027-02-09', '16:00'),
        has('Cai', '2027-02-09', '16:00'),
      ],
    }),
  ).map((slot) => slot.on);
  assert.deepEqual(
    slots.slice(0, 2),
    ['2027-02-08', '2027-02-12'],
    'two days away on either side: the earlier first',
  );
  assert.deepEqual(slots.slice(-3), ['2027-02-11', '2027-02-10', '2027-02-09']);
});

test('the reason says who could come and who not, and never what else they do', () => {
  const days = works('monday', 'tuesday', 'wednesday', 'thursday', 'friday');
  const five = ['Ann', 'Ben', 'Cai', 'Dee', 'Eve'].map((name) => who(name, { days }));
  assert.equal(
    reasonOf(on('2027-02-11', { attendees: five })!),
    'All 5 work on Thursdays and nobody has anything else at 15:45.',
  );
  assert.equal(
    reasonOf(on('2027-02-22', { attendees: five.slice(0, 3) })!),
    'All 3 work on Mondays and nobody has anything else at 15:45. It is a training day.',
  );
  assert.equal(
    reasonOf(on('2027-02-11', { attendees: [five[0]!] })!),
    'Ann works on Thursdays and has nothing else at 15:45.',
  );
  const attendees = [
    ...five.slice(0, 3),
    who('Dee', { days: works('monday') }),
    who('Dr Obi', { kind: 'guest' }),
  ];
  const engagements = [has('Ann', '2027-02-11', '16:00'), has('Ben', '2027-02-11', '16:00')];
  assert.equal(
    reasonOf(on('2027-02-11', { attendees, engagements })!),
    'One of 5 is free at 15:45. Ann and Ben have something else then. Dee does not work then. Of Dr Obi it is not known.',
  );
  assert.equal(
    countsOf(on('2027-02-11', { attendees, engagements })!),
    '1 free, 2 busy, 1 not at work, 1 not known',
  );
  assert.equal(
    reasonOf(on('2027-02-11', { attendees: [attendees[4]!] })!),
    'Of nobody is it known that they are free at 15:45. Of Dr Obi it is not known.',
  );
});

test('that people work on a day is said of those who wrote it down', () => {
  const some = [who('Ann', { days: works('thursday') }), who('Ben', { days: works('thursday') }), who('Cai')];
  const reason = (attendees: readonly Attendee[]) => reasonOf(on('2027-02-11', { attendees })!);
  assert.equal(
    reason(some),
    'Nobody has anything else at 15:45, and the 2 who wrote down their days work on Thursdays.',
  );
  assert.equal(
    reason(some.slice(1)),
    'Nobody has anything else at 15:45, and the one who wrote down their days works on Thursdays.',
  );
  assert.equal(
    reason(some.slice(2)),
    'Nobody has anything else at 15:45. Which days they work is not written down.',
  );
});

test('a time says when it ends, on the clock', () => {
  assert.equal(clockAfter('15:45', 75), '17:00');
  assert.equal(clockAfter('23:30', 30), null);
  assert.equal(
    slotWords({ on: '2027-02-11', startsAt: '15:45' }, 75),
    'Thursday 11 February, 15:45 to 17:00',
  );
  assert.equal(slotWords({ on: '2027-02-11', startsAt: '15:45' }, 0), 'Thursday 11 February, 15:45');
});
