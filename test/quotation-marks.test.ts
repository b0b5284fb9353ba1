import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSource, sourceFiles, withoutComments } from './imports.ts';

/** What people read has the marks that print has: “these” and ’these’, never the straight ones of code. */

const said =
  /\b(?:tn?|Refused|NotFound|NotAllowed|TooMany)\(\s*(?:[\w.]+,\s*)?(?:\{\s*[\w']+:\s*)?'((?:[^'\\\n]|\\.)*)'|\b(?:message|advice|noun|ask): ['`]((?:[^'`\\\n]|\\.)*)['`]/g;

const straightIn = (source: string): string[] =>
  [...withoutComments(source).matchAll(said)]
    .map(([, words, more]) => words ?? more ?? '')
    .filter((words) => /["']/.test(words.replaceAll('\\n', '')));

test('texts of the interface have curly quotation marks and apostrophes', async () => {
  const wrong: string[] = [];
  for (const file of (await sourceFiles()).filter((each) => /^src\/.*(?<!\.test)\.ts$/.test(each)))
    for (const words of straightIn(await readSource(file))) wrong.push(`${file}: ${words}`);
  assert.deepEqual(wrong, []);
});

test('a straight mark is seen wherever a text is said', () => {
  for (const code of [
    `t('"{title}" is back.', {})`,
    `throw new Refused({ name: 'It\\'s taken.' })`,
    `tn(n, '{n} "thing"', '{n} things')`,
    'message: `The "row" is long.`',
  ])
    assert.equal(straightIn(code).length, 1, code);
  assert.deepEqual(straightIn(`t('“{title}” is the school’s.'); label('"x"')`), []);
});
