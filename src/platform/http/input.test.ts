import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { z } from 'zod';
import { day, line, optionalDay, optionalLine, optionalProse, optionalTime, prose } from './input.ts';

const said = (schema: z.ZodType, sent: unknown): unknown => {
  const read = schema.safeParse(sent);
  return read.success ? read.data : `! ${read.error.issues[0]!.message}`;
};

test('a line is put on one line; several lines keep theirs, with one sort of line break', () => {
  assert.equal(said(line(), '  one \r\n two  '), 'one two');
  assert.equal(said(optionalLine(), ' a\tb '), 'a b');
  assert.equal(said(prose(), ' one\r\ntwo\rthree \n'), 'one\ntwo\nthree');
  assert.equal(said(optionalProse(), '\r\n'), '');
});

test('a line holds nothing that turns the direction of the line it stands in', () => {
  assert.equal(said(line(), '\u202eAnn \u2066Rees\u2069'), 'Ann Rees');
  assert.equal(said(line('Name it.'), '\u202a \u202e'), '! Name it.');
  assert.equal(said(line(), 'مريم\u200f'), 'مريم\u200f', 'marks that a name is written with stay');
});

test('what must be there says so when it is not, and the rest is empty then', () => {
  for (const sent of [undefined, '', '  ']) {
    assert.equal(said(line('Name it.'), sent), '! Name it.');
    assert.equal(said(prose('Tell it.'), sent), '! Tell it.');
    assert.equal(said(optionalLine(), sent), '');
    assert.equal(said(optionalProse(), sent), '');
  }
});

test('what is too long is refused with the limit, never cut', () => {
  for (const schema of [line('', 5), optionalLine(5), prose('', 5), optionalProse(5)]) {
    assert.equal(said(schema, '12345'), '12345');
    assert.equal(said(schema, '123456'), '! This is too long: 5 characters at most, and it has 6.');
  }
});

test('a day and a time are those of the calendar and of the clock', () => {
  assert.equal(said(day(), ' 2028-02-29 '), '2028-02-29');
  assert.match(String(said(day(), '2026-02-29')), /^! We could not read this date/);
  assert.equal(said(optionalDay(), ''), null);
  assert.match(String(said(optionalDay(), '1 May')), /^! /);
  assert.equal(said(optionalTime(), '23:59'), '23:59');
  assert.equal(said(optionalTime(), '24:00'), '! Write the time as 15:30.');
});
