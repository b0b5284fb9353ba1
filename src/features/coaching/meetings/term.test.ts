import assert from 'node:assert/strict';
import { test } from 'node:test';
import { byId, catalogue } from '#features/evidence/index.ts';
import type { Diary } from './diary.ts';
import { layProtocol, layRhythm } from './lay-out.ts';
import { pairScene } from '../coaching.scene.ts';
import { works } from './meetings.scene.ts';

const year: Diary = {
  attendees: [],
  engagements: [],
  terms: [
    { startsOn: '2026-09-01', endsOn: '2026-12-18' },
    { startsOn: '2027-01-04', endsOn: '2027-03-26' },
  ],
  closures: [{ kind: 'holiday', startsOn: '2027-02-15', endsOn: '2027-02-19' }],
};
const span = { from: '2026-11-25', until: '2027-03-26', startsAt: '15:45' };
const fortnightly = { everyDays: 14, minutes: 45 };

test('every second teaching week steps over the holidays and the half-term', () => {
  assert.deepEqual(
    layRhythm(span, fortnightly, year).map(({ on }) => on),
    [
      '2026-11-25',
      '2026-12-09',
      // Two weeks of holidays between: the second teaching week after is 4 January's.
      '2027-01-06',
      '2027-01-20',
      '2027-02-03',
      '2027-02-24',
      '2027-03-10',
      '2027-03-24',
    ],
  );
});

test('where somebody does not work on that weekday, the nearest day of the week is proposed and said', () => {
  const attendee = {
    personId: 'a',
    name: 'Ann',
    kind: 'staff',
    oddWeeks: false,
    days: [{ day: 'thursday' as const, from: null, until: null }],
  };
  const [first] = layRhythm(span, fortnightly, { ...year, attendees: [attendee] });
  assert.equal(first?.on, '2026-11-26');
  assert.equal(first?.insteadOf, '2026-11-25');
});

test('the whole school’s fortnightly coaching is an hour watched, an hour talked, and back after two weeks', () => {
  const protocol = byId(catalogue().protocols, 'whole-school-coaching');
  const laid = layProtocol({ ...span, startsAt: '10:00' }, protocol, year);
  assert.deepEqual(
    laid.map(({ kind, on, startsAt, minutes, inSchoolDay }) => [kind, on, startsAt, minutes, inSchoolDay]),
    [
      ['lesson', '2026-11-25', '10:00', 60, true],
      ['conversation', '2026-11-25', '11:00', 60, true],
      ['lesson', '2026-12-09', '10:00', 60, true],
      ['conversation', '2026-12-09', '11:00', 60, true],
    ],
  );
});

test('a term is looked over and booked together, all or nothing, and everything to be mended is said at once', async () => {
  const all = await pairScene({ endsOn: '2026-12-18' });
  const { ann, here } = all;
  await works(all, all.people.tomos, { monday: 'yes', wednesday: 'yes' });
  const page = await ann.get(`${here}/times/term?from=2026-11-25&at=15:45`);
  assert.match(page.text, /value="2026-11-25"/);
  assert.match(page.text, /value="2026-12-09"/);
  const rows = {
    book_0: 'yes',
    on_0: '2026-11-25',
    at_0: '15:45',
    minutes_0: '45',
    kind_0: 'conversation',
    book_1: 'yes',
    on_1: '2026-12-10',
    at_1: '',
    minutes_1: '45',
    book_2: 'yes',
    on_2: '2026-12-10',
    at_2: '15:45',
    minutes_2: '45',
  };
  const wrong = await ann.post(`${here}/times/term`, rows);
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /Write the time it begins/);
  assert.match(wrong.text, /Tomos Bevan does not work then/);
  const stored = () =>
    all.site.db
      .selectFrom('coaching_meeting')
      .select('on_date')
      .where('owner_id', '=', all.school.id)
      .orderBy('on_date')
      .execute();
  assert.deepEqual(await stored(), [], 'nothing is booked');
  const mended = { ...rows, on_1: '2026-12-09', at_1: '15:45', book_2: '' };
  const right = await ann.post(`${here}/times/term`, mended);
  assert.equal(right.status, 303, right.text);
  assert.deepEqual(
    (await stored()).map(({ on_date }) => String(on_date)),
    ['2026-11-25', '2026-12-09'],
  );
});

test('where their rhythm names a protocol, the page lays out its times, and conversations alone if they like', async () => {
  const all = await pairScene({ endsOn: '2027-02-12' });
  await all.site.db
    .updateTable('pairing')
    .set({ rhythm: 'fortnightly-whole-school' })
    .where('owner_id', '=', all.school.id)
    .where('id', '=', all.pairingId)
    .execute();
  const term = `${all.here}/times/term?from=2026-11-24&at=10:00`;
  const page = (await all.tomos.get(term)).text;
  assert.equal(page.match(/A lesson watched/g)?.length, 2);
  assert.match(page, /value="11:00"/, 'an hour talked after the hour watched');
  assert.match(page, /One school’s experience/);
  assert.doesNotMatch((await all.tomos.get(`${term}&by=rhythm`)).text, /A lesson watched/);
});

test('the first time laid out is on a day in the week on which all work, and the rest keep its weekday', async () => {
  const all = await pairScene({ endsOn: '2026-12-18' });
  await works(all, all.people.tomos, { monday: 'yes', tuesday: 'yes' });
  const daysOf = (text: string) =>
    [...text.matchAll(/name="on_\d+"[^>]*value="([^"]+)"/g)].map(([, on]) => on);
  const page = await all.ann.get(`${all.here}/times/term?from=2026-11-21&at=15:45`);
  assert.deepEqual(daysOf(page.text), ['2026-11-23', '2026-12-07']);
  const wrong = await all.ann.post(`${all.here}/times/term`, {
    book_0: 'yes',
    on_0: '2026-11-26',
    at_0: '15:45',
    minutes_0: '45',
  });
  assert.equal(wrong.status, 422);
  const [, row = ''] = wrong.text.split('<tbody>');
  assert.equal(row.match(/Tomos Bevan does not work then/g)?.length, 1, 'once, beside the day');
  assert.match(row, /name="on_0"|on_0-error/);
});

test('when the end of their time is reached, the page says how to go on', async () => {
  const { ann, here } = await pairScene({ endsOn: '2026-11-13' });
  assert.match((await ann.get(`${here}/times/term`)).text, /To go on, choose a later last day/);
});
