import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import type { PackageActivity } from './course-package.ts';
import { isOfCourse, readMoodleBackup } from './read-moodle-backup.ts';
import { readTar } from './read-tar.ts';
import { readZip } from './read-zip.ts';
import { tar } from './tar.test-helper.ts';

const escape = (html: string): string => html.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const kinds: Record<string, string> = {
  page_1: `<page id="5"><name>Roots &amp; all</name><intro></intro><content>${escape('<p>They drink. <img src="@@PLUGINFILE@@/my%20rose.png" alt="A rose"> <a href="$@BOOKVIEWBYID*2@$">The book</a> <a href="$@FILEPHP@$$@SLASH@$x.png">old</a></p>')}</content></page>`,
  book_2: `<book id="6"><name>Flowers</name><intro>${escape('<p>To read</p>')}</intro><chapters><chapter id="9"><pagenum>2</pagenum><subchapter>1</subchapter><title>Leaves [2]</title><content>Two</content><hidden>1</hidden></chapter><chapter id="8"><pagenum>1</pagenum><subchapter>0</subchapter><title>Petals</title><content>${escape('<img src="@@PLUGINFILE@@/p.png" alt="p">')}</content><hidden>0</hidden></chapter></chapters></book>`,
  url_3: '<url id="7"><name>Kew</name><intro></intro><externalurl>https://www.kew.org/</externalurl></url>',
  url_4: '<url id="8"><name>Bad</name><intro></intro><externalurl>javascript:alert(1)</externalurl></url>',
  label_5: `<label id="9"><name>Welcome</name><intro>${escape('<b>Welcome</b> all')}</intro></label>`,
  forum_6: `<forum id="10"><type>general</type><name>Talk</name><intro>What grows?</intro><discussions><discussion><name>SECRETPUPIL wrote</name><posts><post><message>SECRETPUPIL</message></post></posts></discussion></discussions></forum>`,
  forum_7: '<forum id="11"><type>news</type><name>News</name><intro>x</intro></forum>',
  quiz_8:
    '<quiz id="12"><name>Quiz</name><intro>Try</intro><question_instances><question_instance id="1"/></question_instances><attempts><attempt><userid>SECRETPUPIL</userid></attempt></attempts><grades><grade>SECRETPUPIL</grade></grades></quiz>',
  assign_9:
    '<assign id="13"><name>Draw</name><intro>Draw one.</intro><submissions><submission>SECRETPUPIL</submission></submissions></assign>',
  resource_10: '<resource id="14"><name>A sheet</name><intro>Print it.</intro></resource>',
  folder_11: '<folder id="15"><name>Sheets</name><intro></intro></folder>',
  scorm_12: '<scorm id="16"><name>A game</name></scorm>',
  lesson_13: '<lesson id="17"><name>A lesson</name></lesson>',
};
const sha1 = (text: string): string => createHash('sha1').update(text).digest('hex');
const stored: [
  context: string,
  component: string,
  area: string,
  item: string,
  name: string,
  content: string,
][] = [
  ['101', 'mod_page', 'content', '0', 'my rose.png', 'rose'],
  ['101', 'mod_page', 'content', '0', '.', ''],
  ['102', 'mod_book', 'chapter', '8', 'p.png', 'petal'],
  ['110', 'mod_resource', 'content', '0', 'sheet.pdf', '%PDF-1.4'],
  ['111', 'mod_folder', 'content', '0', 'a (1).txt', 'text'],
  ['106', 'mod_forum', 'attachment', '1', 'SECRETPUPIL.txt', 'SECRETPUPIL'],
  ['109', 'assignsubmission_file', 'submission_files', '1', 'SECRETPUPIL.txt', 'SECRETPUPIL'],
  ['111', 'mod_folder', 'content', '0', '../../etc/passwd', 'out'],
];

/** By its path, so that files of one content are there once, as Moodle keeps them. */
const backup = (): [string, string][] => [...new Map(parts())];

const parts = (): [string, string][] => [
  [
    'moodle_backup.xml',
    `<moodle_backup><information><original_course_fullname>Plants</original_course_fullname><contents><activities>${Object.keys(
      kinds,
    )
      .map(
        (each) =>
          `<activity><moduleid>${each.split('_')[1]}</moduleid><sectionid>1</sectionid><modulename>${each.split('_')[0]}</modulename><title>x</title><directory>activities/${each}</directory></activity>`,
      )
      .join(
        '',
      )}</activities><sections><section><sectionid>1</sectionid><title>1</title><directory>sections/section_1</directory></section></sections></contents><settings><setting><name>users</name><value>1</value></setting></settings></information></moodle_backup>`,
  ],
  [
    'course/course.xml',
    `<course id="1" contextid="50"><fullname>Plants</fullname><lang>en_gb</lang><summary>${escape('<p>How they grow</p>')}</summary></course>`,
  ],
  [
    'sections/section_1/section.xml',
    '<section id="1"><number>1</number><name>$@NULL@$</name><summary>First</summary><visible>0</visible></section>',
  ],
  ...Object.entries(kinds).flatMap(([each, xml]): [string, string][] => [
    [
      `activities/${each}/module.xml`,
      `<module id="1"><visible>${each === 'url_3' ? 0 : 1}</visible><indent>${each === 'url_3' ? 2 : 0}</indent></module>`,
    ],
    [
      `activities/${each}/${each.split('_')[0]}.xml`,
      `<activity id="1" contextid="${100 + Number(each.split('_')[1])}">${xml}</activity>`,
    ],
    [`activities/${each}/grades.xml`, '<x>SECRETPUPIL</x>'],
    [`activities/${each}/logs.xml`, '<x>SECRETPUPIL</x>'],
  ]),
  [
    'files.xml',
    `<files>${stored.map(([context, component, area, item, name, content]) => `<file id="1"><contenthash>${sha1(content)}</contenthash><contextid>${context}</contextid><component>${component}</component><filearea>${area}</filearea><itemid>${item}</itemid><filepath>/</filepath><filename>${name}</filename><author>SECRETPUPIL</author></file>`).join('')}</files>`,
  ],
  ...stored.map(([, , , , , content]): [string, string] => [
    `files/${sha1(content).slice(0, 2)}/${sha1(content)}`,
    content,
  ]),
  [
    'questions.xml',
    '<question_categories><question_category id="1"><question_bank_entries><question id="3"><name>Q</name></question></question_bank_entries></question_category></question_categories>',
  ],
  ['users.xml', '<users><user><username>SECRETPUPIL</username></user></users>'],
  ['roles.xml', '<roles>SECRETPUPIL</roles>'],
  ['gradebook.xml', '<x>SECRETPUPIL</x>'],
];

const says = (activity: PackageActivity): string =>
  `${activity.kind} ${activity.title}: ${'text' in activity ? activity.text : 'url' in activity ? activity.url : 'path' in activity ? activity.path : ''}`;

test('a backup of Moodle comes in its order, and nothing of people with it', async () => {
  const packed = gzipSync(tar(backup()));
  const course = await readMoodleBackup(await readTar(packed, isOfCourse));
  assert.deepEqual([course.title, course.language, course.summary], ['Plants', 'en-gb', 'How they grow']);
  const [section, bank] = course.sections;
  assert.deepEqual([section!.title, section!.about, section!.hidden], ['Section 1', 'First', true]);
  assert.deepEqual(section!.activities.map(says), [
    'page Roots & all: They drink. ![A rose](package:mod_page/101/content/0/my%20rose.png) [The book](package:activities/book_2) old',
    'page Flowers: To read\n\n- [Petals](package:activities/book_2/chapter_8)\n- [Leaves \\[2\\]](package:activities/book_2/chapter_9)',
    'page Petals: ![p](package:mod_book/102/chapter/8/p.png)',
    'page Leaves [2]: Two',
    'link Kew: https://www.kew.org/',
    'page Welcome: **Welcome** all',
    'discussion Talk: What grows?',
    'page Quiz: Try',
    'questions Quiz: ',
    'page Draw: Draw one.',
    'file A sheet: mod_resource/110/content/0/sheet.pdf',
    'page Sheets: - [a (1).txt](package:mod_folder/111/content/0/a%20%281%29.txt)',
  ]);
  const [, , , hidden, link] = section!.activities;
  assert.deepEqual([hidden!.hidden, hidden!.depth, link!.hidden, link!.depth], [true, 2, true, 2]);
  assert.deepEqual([bank!.hidden, bank!.activities.map(({ kind }) => kind)], [true, ['questions']]);
  assert.deepEqual(
    course.left.map(({ what, why }) => [what, why]),
    [
      ['Bad', 'address'],
      ['News', 'announcements'],
      ['Draw', 'assignment'],
      ['A game', 'program'],
      ['A lesson', 'unknown'],
      ['What people did in the course', 'people'],
    ],
  );
  assert.deepEqual(
    course.files.map(({ path, mediaType }) => [path, mediaType]),
    [
      ['mod_page/101/content/0/my rose.png', 'text/plain'],
      ['mod_book/102/chapter/8/p.png', 'text/plain'],
      ['mod_resource/110/content/0/sheet.pdf', 'application/pdf'],
      ['mod_folder/111/content/0/a (1).txt', 'text/plain'],
    ],
  );
  const contents = course.files.map((file) => Buffer.from(file.open()).toString());
  assert.doesNotMatch(JSON.stringify(course) + contents.join(''), /SECRETPUPIL/);
});

test('packed as a zip, a backup is read the same; without users nothing is said of them', async () => {
  const zipped = zipSync(Object.fromEntries(backup().map(([path, text]) => [path, strToU8(text)])));
  const whole = await readMoodleBackup(readZip(zipped));
  const same = await readMoodleBackup(await readTar(gzipSync(tar(backup())), isOfCourse));
  assert.deepEqual(JSON.parse(JSON.stringify(whole)), JSON.parse(JSON.stringify(same)));
  const without = backup()
    .filter(([path]) => path !== 'users.xml')
    .map(([path, text]): [string, string] => [path, text.replace('<value>1</value>', '<value>0</value>')]);
  const quiet = await readMoodleBackup(await readTar(gzipSync(tar(without)), isOfCourse));
  assert.ok(quiet.left.every(({ why }) => why !== 'people'));
});

test('what names people is not even kept while unpacking', async () => {
  const archive = await readTar(gzipSync(tar(backup())), isOfCourse);
  assert.ok([...archive.keys()].every((path) => !/users|roles|grade|logs/.test(path)));
});
