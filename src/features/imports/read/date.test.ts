import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type DateOrder, dateMessage, inferDateOrder, readDate } from './date.ts';

const day = (text: string, order?: DateOrder): string | null => {
  const reading = readDate(text, order);
  return reading.ok ? reading.day : null;
};
const why = (text: string, order?: DateOrder): string | null => {
  const reading = readDate(text, order);
  return reading.ok ? null : reading.why;
};

test('the first of September 2026 is read however people write it', () => {
  const spellings = [
    '2026-09-01',
    '2026/9/1',
    '01/09/2026',
    '1.9.26',
    '1-9-26',
    '1 9 2026',
    '1 Sept 2026',
    '1 Sep 26',
    '1-Sep-26',
    '1st September 2026',
    '1st of September, 2026',
    'Tue 1 Sept 2026',
    'Tuesday, 1 September 2026',
    'September 1, 2026',
    'Sept. 1st 2026',
    '20260901',
    '46266',
    '46266.5',
    '2026-09-01T00:00:00.000Z',
    '2026-09-01 00:00:00',
    '01/09/2026 00:00',
    ' 01/09/2026 ',
  ];
  for (const text of spellings) assert.equal(day(text), '2026-09-01', text);
});

test('the day comes first unless the column says otherwise', () => {
  assert.equal(day('4/5/26'), '2026-05-04');
  assert.equal(day('4/5/26', 'month-first'), '2026-04-05');
});

test('a column settles the order when one value can be read only one way', () => {
  assert.equal(inferDateOrder(['1/2/2026', '13/2/2026']), 'day-first');
  assert.equal(inferDateOrder(['1/2/2026', '2/13/2026']), 'month-first');
  assert.equal(inferDateOrder(['1/2/2026', '']), null);
  assert.equal(inferDateOrder(['13/2/2026', '2/13/2026']), null);
  assert.equal(inferDateOrder(['2026-02-13']), null);
});

test('an impossible date says what is impossible', () => {
  assert.equal(
    `${dateMessage(14, '31/6/26')} ${why('31/6/26')}`,
    'We could not read the date in row 14 ("31/6/26"). June has 30 days.',
  );
  assert.equal(why('6/31/26', 'month-first'), 'June has 30 days.');
  assert.equal(why('29/2/2026'), '2026 is not a leap year: February has 28 days.');
  assert.equal(day('29/2/2028'), '2028-02-29');
  assert.equal(why('30 February 2028'), 'February has 29 days.');
  assert.equal(why('1/13/2026'), 'A year has 12 months.');
  assert.equal(why('0/1/2026'), 'January has 31 days.');
  assert.equal(why('1/1/0026'), 'The year 26 is not one we can take.');
});

test('what is no date is not taken for one', () => {
  for (const text of ['soon', '2026', '1/9', '1 Mayhem 2026', '123', '99999999', '12/2026', '1/2/3', '7']) {
    assert.equal(day(text), null, text);
  }
});

test('a year of two digits is in this century up to 49', () => {
  assert.equal(day('1/9/49'), '2049-09-01');
  assert.equal(day('1/9/62'), '1962-09-01');
});
