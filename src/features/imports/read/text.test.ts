import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeText } from './text.ts';

const bytes = (...values: number[]): Uint8Array => new Uint8Array(values);

test('text in UTF-8 is read with and without a mark at its start', () => {
  const siân = new TextEncoder().encode('Siân');
  assert.deepEqual(decodeText(siân), { text: 'Siân', encoding: 'UTF-8' });
  assert.deepEqual(decodeText(bytes(0xef, 0xbb, 0xbf, ...siân)), {
    text: 'Siân',
    encoding: 'UTF-8 with BOM',
  });
});

test('an older spreadsheet writes é and ’ in Windows-1252, and they stay é and ’', () => {
  const decoded = decodeText(bytes(0x4f, 0x92, 0x42, 0x72, 0xe9, 0x20, 0x80));
  assert.deepEqual(decoded, { text: 'O’Bré €', encoding: 'Windows-1252' });
});

test('UTF-16 is read in both byte orders', () => {
  assert.deepEqual(decodeText(bytes(0xff, 0xfe, 0x41, 0, 0xe2, 0)), { text: 'Aâ', encoding: 'UTF-16' });
  assert.deepEqual(decodeText(bytes(0xfe, 0xff, 0, 0x41, 0, 0xe2)), { text: 'Aâ', encoding: 'UTF-16' });
});
