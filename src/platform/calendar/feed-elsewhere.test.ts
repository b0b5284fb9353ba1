import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Phone } from '#test/phone.ts';
import { calendarFeed, type CalendarFeed } from './feed.ts';
import { instantAt } from './local-time.ts';

/** Feeds read by a parser that is not ours, on phones in two zones. */

const updatedAt = new Date('2027-01-04T08:00:00Z');
const url = 'https://school.example/programmes/reading/steps/3';

const feedOf = (events: readonly object[], zone = 'Europe/London'): string =>
  calendarFeed({
    name: 'Reading; together, 2027',
    zone,
    events: events.map((event, at) => ({ id: `e${at}`, title: `Meeting ${at}`, url, updatedAt, ...event })),
  } as unknown as CalendarFeed);

const meeting = (date: string, zone = 'Europe/London') => ({
  startsAt: instantAt(date, '15:45', zone),
  endsAt: instantAt(date, '17:00', zone),
});

test('a meeting at 15:45 is at 15:45 in London before and after the clocks change, in March and in October', () => {
  const days = ['2027-03-26', '2027-03-29', '2027-10-29', '2027-11-01'];
  const phone = new Phone().read(feedOf(days.map((day) => meeting(day))));
  for (const [at, day] of days.entries()) {
    assert.equal(phone.entry(`Meeting ${at}`)?.from, `${day} 15:45`);
    assert.equal(phone.entry(`Meeting ${at}`)?.until, `${day} 17:00`);
  }
});

test('on the nights when the clocks change an hour is missing and an hour comes twice, and a length stays its length', () => {
  const night = (day: string) => {
    const startsAt = instantAt(day, '00:30', 'Europe/London');
    return { startsAt, endsAt: new Date(startsAt.getTime() + 120 * 60_000) };
  };
  const phone = new Phone().read(feedOf([night('2027-03-28'), night('2027-10-31')]));
  assert.equal(phone.entry('Meeting 0')?.until, '2027-03-28 03:30');
  assert.equal(phone.entry('Meeting 1')?.until, '2027-10-31 01:30');
});

test('a phone elsewhere shows its own time of the same moment, also while only one of the two has changed its clocks', () => {
  const feed = feedOf([meeting('2027-03-10'), meeting('2027-03-17'), meeting('2027-03-31')]);
  const phone = new Phone('America/New_York').read(feed);
  assert.equal(phone.entry('Meeting 0')?.from, '2027-03-10 10:45', 'both in winter');
  assert.equal(phone.entry('Meeting 1')?.from, '2027-03-17 11:45', 'summer in New York, winter in London');
  assert.equal(phone.entry('Meeting 2')?.from, '2027-03-31 10:45', 'both in summer');
  const there = feedOf([meeting('2027-03-17', 'Pacific/Auckland')], 'Pacific/Auckland');
  assert.equal(new Phone('Pacific/Auckland').read(there).entry('Meeting')?.from, '2027-03-17 15:45');
  assert.equal(new Phone().read(there).entry('Meeting')?.from, '2027-03-17 02:45');
});

test('a whole day is that day everywhere, and takes nobody’s time', () => {
  const feed = feedOf([{ on: '2027-03-28' }, { on: '2027-10-25', lastOn: '2027-10-31' }]);
  for (const zone of ['Europe/London', 'Pacific/Auckland', 'America/Los_Angeles']) {
    const phone = new Phone(zone).read(feed);
    assert.equal(phone.entry('Meeting 0')?.from, '2027-03-28');
    assert.equal(phone.entry('Meeting 0')?.until, '2027-03-29');
    assert.equal(phone.entry('Meeting 1')?.until, '2027-11-01');
    assert.equal(phone.entry('Meeting 0')?.takesTime, false);
  }
  assert.equal(new Phone().read(feedOf([meeting('2027-03-26')])).entry('Meeting')?.takesTime, true);
});

test('commas, semicolons, backslashes, emoji and scripts from right to left come back as they were, however long', () => {
  const titles = [
    'Reading, writing; and C:\\arithmetic',
    'بحث الدرس: كيف يقرأ التلاميذ؟ '.repeat(8).trim(),
    '👩🏽‍🏫 lesson study 🇮🇱 שיעור מחקר '.repeat(9).trim(),
    `${'a'.repeat(66)}😀${'b'.repeat(200)}`,
    '漢字'.repeat(80),
    '“Quoted”, it’s: "plain"',
  ];
  const text = feedOf(
    titles.map((title) => ({
      title,
      place: title,
      description: `${title}\n${title}`,
      ...meeting('2027-03-26'),
    })),
  );
  for (const line of text.split('\r\n')) {
    assert.ok(Buffer.byteLength(line) <= 75, line);
    assert.ok(line.isWellFormed(), 'no letter is cut in two');
  }
  const phone = new Phone().read(text);
  assert.deepEqual(
    [...phone.entries.values()].map(({ title }) => title),
    titles,
  );
  assert.deepEqual(
    [...phone.entries.values()].map(({ place }) => place),
    titles,
  );
  assert.ok(
    [...phone.entries.values()].every(({ title, description }) => description === `${title}\n${title}`),
  );
  assert.equal(phone.name, 'Reading; together, 2027');
});

test('what changed later wins over what changed before, in whatever order it is read; what is cancelled goes', () => {
  const at = (minute: number) => new Date(Date.UTC(2027, 0, 4, 8, minute));
  const event = { id: 'step', ...meeting('2027-03-26') };
  const first = feedOf([{ ...event, updatedAt: at(0) }]);
  const moved = feedOf([{ ...event, ...meeting('2027-04-02'), updatedAt: at(1) }]);
  const off = feedOf([{ ...event, ...meeting('2027-04-02'), updatedAt: at(2), cancelled: true }]);
  const back = feedOf([{ ...event, ...meeting('2027-04-02'), updatedAt: at(3) }]);
  const phone = new Phone().read(first);
  const sequence = phone.entry('Meeting')!.sequence;
  assert.equal(phone.read(moved).entry('Meeting')?.from, '2027-04-02 15:45');
  assert.ok(phone.entry('Meeting')!.sequence > sequence);
  assert.equal(phone.read(first).entry('Meeting')?.from, '2027-04-02 15:45', 'an old copy changes nothing');
  assert.equal(phone.read(off).entries.size, 0);
  assert.equal(phone.gone('Meeting')?.takesTime, false);
  assert.equal(phone.read(moved).entries.size, 0);
  assert.equal(phone.read(back).entries.size, 1);
});

test('what is said of the whole calendar stands before its first entry', () => {
  const text = feedOf([meeting('2027-03-26'), { on: '2027-03-28' }]);
  const after = text.slice(text.indexOf('BEGIN:VEVENT')).replace(/BEGIN:VEVENT.*?END:VEVENT\r\n/gs, '');
  assert.equal(after, 'END:VCALENDAR\r\n');
});

test('the calendar is published, says how often to come again, and its numbers stay in the range of a number', () => {
  const phone = new Phone().read(
    feedOf([
      { on: '2027-03-28', updatedAt: new Date('2019-01-01') },
      { on: '2027-03-28', updatedAt: new Date('2099-01-01') },
    ]),
  );
  assert.equal(phone.method, 'PUBLISH');
  assert.equal(phone.refresh, 'PT1H');
  assert.deepEqual(
    [...phone.entries.values()].map(({ sequence }) => sequence),
    [0, 2 ** 31 - 1],
  );
});
