import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { draftSite } from '#test/draft-programme.ts';

test('the tables of the terms, one under the other, have columns of one width', async () => {
  const { lena, here } = await draftSite();
  const page = (await lena.get(`${here}/design`)).text;
  const tables = page.slice(page.indexOf('<div class="by-term">'), page.indexOf('<h2 id="costs">'));
  assert.ok(tables.match(/<caption>/g)!.length >= 2, 'a table for each term');
  const css = await readFile(new URL('programmes.css', import.meta.url), 'utf8');
  assert.match(css, /\.by-term table \{\s*table-layout: fixed/);
  assert.equal(css.match(/\.by-term :is\(th, td\):nth-child\(\d\) \{\s*inline-size: \d+%/g)?.length, 3);
});
