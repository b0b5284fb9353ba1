import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readyCourses } from '#features/courses/ready/read-ready.ts';
import { hurdlesIn } from '#ui/text/check-text.ts';
import { nodesOf, parseText } from '#ui/text/parse-text.ts';
import { readingOf } from '#ui/text/reading-age.ts';
import { wordsOf } from '#ui/text/words-of.ts';
import { listRoutes } from '../scripts/routes.ts';

test('every text of a ready course can be read by all, and every link in it leads to a page there is', () => {
  const pages = listRoutes()
    .filter(({ method }) => method === 'GET')
    .map(({ path }) => new RegExp(`^${path.replace(/:[a-z]+/gi, '[^/]+')}$`));
  for (const { title, weeks } of readyCourses())
    for (const week of weeks)
      for (const { text, title: called } of [{ title: 'about', text: week.about }, ...week.activities]) {
        const where = `${title}: ${week.title}: ${called}`;
        const root = parseText(text);
        assert.deepEqual(
          hurdlesIn(root).map(({ says }) => says),
          [],
          where,
        );
        const { words, age } = readingOf(wordsOf(root), 'en-GB');
        assert.ok(words < 100 || age === null || age <= 15, `${where} can be read from ${age}`);
        for (const node of nodesOf(root))
          if (node.type === 'link')
            assert.ok(
              pages.some((page) => page.test(node.url)),
              `${where} leads to ${node.url}`,
            );
      }
});
