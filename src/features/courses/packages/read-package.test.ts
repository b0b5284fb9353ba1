import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { Refused } from '#platform/errors.ts';
import type { CoursePackage } from './course-package.ts';
import { readPackage } from './read-package.ts';
import { tar } from './tar.test-helper.ts';

const zip = (files: Record<string, string>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])));
const shape = ({ title, sections }: CoursePackage): unknown[] => [
  title,
  ...sections.flatMap(({ activities }) => activities.map((each) => `${each.kind} ${each.title}`)),
];

test('what a package is follows from what is in it, not from its name', async () => {
  const path = fileURLToPath(new URL('./fixtures/single-page.imscc', import.meta.url));
  for (const input of [path, await readFile(path)])
    assert.equal((await readPackage(input, 'holiday.jpg')).title, 'The Life of Paul');
  const manifest =
    '<manifest><metadata><lom><general><title><string>In a folder</string></title></general></lom></metadata></manifest>';
  assert.equal(
    (await readPackage(zip({ 'x/imsmanifest.xml': manifest, 'x/a.txt': 'a' }), 'x.zip')).title,
    'In a folder',
  );
  const moodle =
    '<moodle_backup><information><original_course_fullname>Plants</original_course_fullname></information></moodle_backup>';
  assert.equal(
    (await readPackage(gzipSync(tar([['moodle_backup.xml', moodle]])), 'x.imscc')).title,
    'Plants',
  );
  assert.equal((await readPackage(zip({ 'moodle_backup.xml': moodle }), 'x.imscc')).title, 'Plants');
});

test('a zip of files is a section of files and pages, in their order; what pages show has no line of its own', async () => {
  const course = await readPackage(
    zip({
      'Week/10 last.pdf': '%PDF-1.4',
      'Week/2 page.html': '<h1>Two</h1><p>Words <img src="pictures/a.gif" alt="A"></p>',
      'Week/1 notes.md': '# One\n\nSome *words*',
      'Week/pictures/a.gif': 'GIF89a',
      'Week/drawing.svg': '<svg><script>alert(1)</script></svg>',
    }),
    'C:\\fakepath\\Plants.zip',
  );
  assert.deepEqual(shape(course), ['Plants', 'page One', 'page Two', 'file 10 last.pdf', 'file drawing.svg']);
  const [one, two] = course.sections[0]!.activities;
  assert.ok(one?.kind === 'page' && two?.kind === 'page');
  assert.equal(one.text, 'Some *words*');
  assert.equal(two.text, 'Words ![A](package:pictures/a.gif)');
  assert.deepEqual(course.files.map(({ path }) => path).toSorted(), [
    '10 last.pdf',
    'drawing.svg',
    'pictures/a.gif',
  ]);
});

test('one file alone is a page or a file', async () => {
  assert.deepEqual(shape(await readPackage(strToU8('<!doctype html><title>T</title><p>x'), 'x.bin')), [
    'x',
    'page T',
  ]);
  assert.deepEqual(shape(await readPackage(strToU8('# Roots\n\nx'), 'roots.md')), ['roots', 'page Roots']);
  assert.deepEqual(shape(await readPackage(strToU8('a,b'), 'marks.csv')), ['marks', 'file marks.csv']);
  const docx = zip({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w/>' });
  const [file] = (await readPackage(docx, 'letter.docx')).files;
  assert.match(file!.mediaType, /wordprocessingml/);
  assert.deepEqual(Buffer.from(file!.open()), Buffer.from(docx));
});

test('what is none of these is refused in words', async () => {
  await assert.rejects(readPackage(new Uint8Array(), 'x'), /empty/);
  await assert.rejects(readPackage(gzipSync(tar([['a', 'x']])), 'x.tgz'), /cannot read this kind/);
  await assert.rejects(readPackage(gzipSync('words'), 'x.gz'), Refused);
  await assert.rejects(readPackage(zip({ a: 'x' }).subarray(0, 40), 'x.zip'), Refused);
  assert.equal((await readPackage(strToU8('P'), 'x')).files.length, 1);
});

test('others are served while a large package is read', async () => {
  const pages = Object.fromEntries(
    Array.from({ length: 40 }, (_, n) => [`${n}.html`, '<p>Some <b>words</b></p>'.repeat(50)]),
  );
  let turns = 0;
  const timer = setInterval(() => (turns += 1), 1);
  try {
    await readPackage(zip(pages), 'x.zip');
  } finally {
    clearInterval(timer);
  }
  assert.ok(turns >= 10, `${turns} turns`);
});
