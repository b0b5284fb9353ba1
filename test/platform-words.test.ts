import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSource, sourceFiles, withoutComments } from './imports.ts';

/** The platform knows nothing of schools: its words are those of people, items, organisations and time. */

const words =
  /(?:teacher|pupil|school|lesson|homework|classroom|curriculum|coach|mentor|cpd|programme|cohort|agreement)s?/i;

/** Where a word of the school is needed all the same, and why. A new entry is a decision: record its reason here. */
const needed: Record<string, { words: readonly string[]; why: string }> = {
  'src/platform/access/who.ts': {
    words: ['pupil'],
    why: 'kinds of member are stored, and policies name them',
  },
  'src/platform/access/policy.ts': { words: ['pupil'], why: 'the relation of that kind' },
  'src/platform/access/audience-words.ts': {
    words: ['pupil', 'school'],
    why: 'says in the reader’s words who can see a thing',
  },
  'src/platform/http/route.ts': { words: ['school'], why: 'tells whom to ask, in the reader’s words' },
  'src/platform/http/content.ts': { words: ['school'], why: 'the name of an icon that every page may show' },
  'src/platform/config.ts': { words: ['school'], why: 'examples of addresses to write' },
  'src/platform/http/context.ts': {
    words: ['school'],
    why: 'the demo stands beside a school; its door leads back there',
  },
};

test('the platform has no word of schools in its code', async () => {
  const wrong: string[] = [];
  for (const file of await sourceFiles()) {
    if (!file.startsWith('src/platform/') || /\.test\.ts$|test-helper|schema\.generated/.test(file)) continue;
    for (const [index, line] of withoutComments(await readSource(file))
      .split('\n')
      .entries()) {
      const found = words.exec(line)?.[0].toLowerCase().replace(/s$/, '');
      if (found && !needed[file]?.words.includes(found)) wrong.push(`${file}:${index + 1} ${line.trim()}`);
    }
  }
  assert.deepEqual(wrong, []);
});

test('no exception outlives its need', async () => {
  for (const [file, { words: kept }] of Object.entries(needed)) {
    const text = withoutComments(await readSource(file)).toLowerCase();
    for (const word of kept) assert.ok(text.includes(word), `${file} no longer says “${word}”`);
  }
});
