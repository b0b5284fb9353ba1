import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dialled, isPhoneNumber, phoneInWords, telHref } from './phone-number.ts';

test('numbers are taken as people write them', () => {
  for (const number of [
    '07700 900123',
    '+44 (0)7700 900123',
    '0048 512-345-678',
    '020 7946 0000 ext 12',
    '112 23',
  ])
    assert.ok(isPhoneNumber(number), number);
  for (const number of ['call me', '12', '07700 900123 after six', '+', '1234567890123456'])
    assert.ok(!isPhoneNumber(number), number);
});

test('they are dialled without what stands between the digits, and read aloud where the country is known', () => {
  assert.equal(dialled('+44 (0)7700 900123'), '+447700900123');
  assert.equal(dialled('0048 512-345-678'), '+48512345678');
  assert.equal(telHref('020 7946 0000 ext 12'), 'tel:02079460000');
  assert.equal(phoneInWords('+447700900123'), '+44\u00a07700\u00a0900123');
  assert.equal(phoneInWords('07700 900 123'), '07700\u00a0900\u00a0123');
});
