import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seeded } from '#test/random.ts';
import { anyCourse } from './course-package.test-helper.ts';
import { readZip } from './read-zip.ts';
import { writeOfflineCopy } from './write-offline-copy.ts';

const pagesOf = (bytes: Uint8Array): [path: string, text: string][] =>
  [...readZip(bytes)]
    .filter(([path]) => path.endsWith('.html'))
    .map(([path, entry]) => [path, Buffer.from(entry.open()).toString()]);

test('every link of a copy leads to something in it or to the web, and nothing is fetched from elsewhere', () => {
  for (let seed = 1; seed <= 40; seed += 1) {
    const { bytes } = writeOfflineCopy(anyCourse(seeded(seed)));
    const archive = readZip(bytes);
    for (const [path, text] of pagesOf(bytes)) {
      assert.doesNotMatch(text, /<script|<link|\son\w+=|src="https?:|url\(|@import/i);
      for (const [, href] of text.matchAll(/(?:href|src)="([^"]*)"/g)) {
        if (/^(?:https?:|mailto:|#)/.test(href!)) continue;
        const to = new URL(href!.replaceAll('&#39;', "'"), `file:///${path}`).pathname.slice(1);
        assert.ok(archive.has(decodeURIComponent(to)), `${path} leads to ${href}`);
      }
    }
  }
});

test('what pupils do not see is not in their copy, nor its files; what needs the platform is said', () => {
  const open = Buffer.from('%PDF-1.4');
  const file = (path: string) => ({
    path,
    name: path,
    mediaType: 'application/pdf',
    bytes: 8,
    open: () => open,
  });
  const at = { depth: 0, hidden: false, from: null };
  const { bytes, left } = writeOfflineCopy({
    title: 'Plants',
    summary: 'All of it',
    language: 'en-GB',
    files: [file('sheet.pdf'), file('answers.pdf')],
    left: [],
    sections: [
      {
        title: 'Week 1',
        about: '',
        depth: 0,
        hidden: false,
        activities: [
          { ...at, kind: 'page', title: 'Roots', text: 'See [the sheet](package:sheet.pdf).' },
          { ...at, kind: 'page', title: 'Answers', text: '[SECRET](package:answers.pdf)', hidden: true },
          { ...at, kind: 'questions', title: 'Quiz', format: 'moodle', source: '<SECRET/>' },
          { ...at, kind: 'link', title: 'Bad', url: 'javascript:alert(1)', about: '' },
        ],
      },
      {
        title: 'SECRET plans',
        about: '',
        depth: 0,
        hidden: true,
        activities: [{ ...at, kind: 'page', title: 'SECRET', text: '' }],
      },
    ],
  });
  assert.deepEqual([...readZip(bytes).keys()].toSorted(), ['files/sheet.pdf', 'index.html', 'pages/1.html']);
  const all = pagesOf(bytes)
    .map(([, text]) => text)
    .join('');
  assert.doesNotMatch(all, /SECRET|javascript/);
  assert.match(all, /<html lang="en-GB">/);
  assert.match(all, /href="\.\.\/files\/sheet\.pdf"/);
  assert.deepEqual(left.map(({ what, why }) => [what, why]).toSorted(), [
    ['Answers', 'hidden'],
    ['Bad', 'address'],
    ['Quiz', 'questions'],
    ['SECRET', 'hidden'],
  ]);
});
