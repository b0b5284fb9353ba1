import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { strToU8, zipSync } from 'fflate';
import { Refused } from '#platform/errors.ts';
import type { CoursePackage } from './course-package.ts';
import { readCommonCartridge } from './read-common-cartridge.ts';
import { readZip } from './read-zip.ts';

const read = (files: Record<string, string>): Promise<CoursePackage> =>
  readCommonCartridge(
    readZip(zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])))),
  );
const fixture = async (name: string): Promise<CoursePackage> =>
  readCommonCartridge(readZip(await readFile(new URL(`./fixtures/${name}`, import.meta.url))));
const manifest = (items: string, resources: string, version = '1.1.0'): string =>
  `<?xml version="1.0"?><manifest xmlns="http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1" xmlns:lom="x"><metadata><schema>IMS Common Cartridge</schema><schemaversion>${version}</schemaversion><lom:lom><lom:general><lom:title><lom:string language="en-GB">Plants</lom:string></lom:title><lom:language>en-GB</lom:language><lom:description><lom:string>&lt;p&gt;How they &lt;b&gt;grow&lt;/b&gt;.&lt;/p&gt;</lom:string></lom:description></lom:general></lom:lom></metadata><organizations><organization structure="rooted-hierarchy"><item identifier="root">${items}</item></organization></organizations><resources>${resources}</resources></manifest>`;
const page = (body: string, title = 'Page'): string =>
  `<html><head><title>${title}</title></head><body>${body}</body></html>`;
const shape = ({ sections }: CoursePackage): unknown[] =>
  sections.map(({ title, depth, activities }) => [
    title,
    depth,
    ...activities.map((each) => `${each.kind} ${each.title}`),
  ]);

test('a course of Canvas with an empty order: assignments are kept as pages, and what is missing is said', async () => {
  const course = await fixture('canvas_cc_gem_course.imscc');
  assert.equal(course.title, 'Canvas CC Gem Course');
  assert.deepEqual(
    course.sections[0]!.activities.map((each) => [each.kind, each.kind === 'page' && each.text]),
    Array.from({ length: 3 }, () => ['page', 'This is assignment content.']),
  );
  assert.deepEqual(course.left.map(({ why }) => why).toSorted(), [
    'assignment',
    'assignment',
    'assignment',
    'missing',
    'settings',
  ]);
});

test('a course of one page', async () => {
  const course = await fixture('single-page.imscc');
  assert.equal(course.title, 'The Life of Paul');
  assert.deepEqual(shape(course), [['', 0, 'page Our Purpose']]);
  assert.deepEqual(
    course.left.map(({ why }) => why),
    ['settings'],
  );
});

test('everything a cartridge may hold comes in its order, or is said to have stayed', async () => {
  const course = await read({
    'imsmanifest.xml': manifest(
      `<item identifier="m1"><title>Week 1</title><item identifier="i1" identifierref="p1"><title>Roots</title></item><item identifier="sub"><title>Then</title></item><item identifierref="w1"><title>The garden</title></item><item identifierref="d1"><title/></item><item identifierref="gone"><title>Gone</title></item><item identifier="m11"><title>Deeper</title><item identifierref="f1"><title>A sheet</title></item></item></item><item identifier="m2"><title>Week 2</title><item identifierref="q1"><title>Quiz</title></item><item identifierref="l1"><title>A game</title></item><item identifierref="bad"><title>Bad link</title></item><item identifierref="odd"><title>Odd</title></item></item>`,
      `<resource identifier="p1" type="webcontent" href="web/a b/roots.html"><file href="web/a b/roots.html"/></resource>
       <resource identifier="w1" type="imswl_xmlv1p1"><file href="w1.xml"/></resource>
       <resource identifier="bad" type="imswl_xmlv1p3"><file href="bad.xml"/></resource>
       <resource identifier="d1" type="imsdt_xmlv1p0"><file href="d1.xml"/></resource>
       <resource identifier="f1" type="webcontent" intendeduse="lessonplan" href="web_resources/sheet.pdf"><file href="web_resources/sheet.pdf"/></resource>
       <resource identifier="f2" type="webcontent" href="web_resources/rose.png"><file href="web_resources/rose.png"/></resource>
       <resource identifier="f3" type="webcontent" href="web_resources/drawing.svg"><file href="web_resources/drawing.svg"/></resource>
       <resource identifier="site" type="webcontent" href="site/index.html"><file href="site/index.html"/><file href="site/second.html"/></resource>
       <resource identifier="q1" type="imsqti_xmlv1p2/imscc_xmlv1p1/assessment"><file href="q1.xml"/></resource>
       <resource identifier="l1" type="imsbasiclti_xmlv1p0"><file href="l1.xml"/></resource>
       <resource identifier="odd" type="something/else" href="l1.xml"><file href="l1.xml"/></resource>`,
    ),
    'web/a b/roots.html': page(
      '<h1>Roots</h1><p>They <b>drink</b>. <img src="$IMS-CC-FILEBASE$/rose.png" alt="A rose"> <a href="../../web_resources/sheet.pdf">Sheet</a> <a href="roots.html#x">Here</a> <a href="no.html">nowhere</a> <img src="../../../../etc/passwd" alt="outside"></p>',
      'Roots',
    ),
    'site/index.html': page('<a href="second.html">Second</a>', 'A site'),
    'site/second.html': page('<p>Second</p>'),
    'w1.xml':
      '<webLink xmlns="x"><title>Kew</title><url href="https://www.kew.org/" target="_blank"/></webLink>',
    'bad.xml': '<webLink><title>x</title><url href="javascript:alert(1)"/></webLink>',
    'd1.xml':
      '<topic><title>What grows?</title><text texttype="text/html">&lt;p&gt;Say &lt;i&gt;why&lt;/i&gt;.&lt;/p&gt;</text><attachments><attachment href="web_resources/sheet.pdf"/></attachments></topic>',
    'q1.xml': '<questestinterop><assessment title="Quiz"/></questestinterop>',
    'l1.xml': '<cartridge_basiclti_link/>',
    'web_resources/sheet.pdf': '%PDF-1.4',
    'web_resources/rose.png': '\u0089PNG',
    'web_resources/drawing.svg': '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
  });
  assert.equal(course.language, 'en-GB');
  assert.equal(course.summary, 'How they **grow**.');
  assert.deepEqual(shape(course), [
    ['Week 1', 0, 'page Roots'],
    ['Then', 1, 'link The garden', 'discussion What grows?'],
    ['Deeper', 1, 'file A sheet'],
    ['Week 2', 0, 'questions Quiz'],
    ['More in this course', 0, 'page A site', 'file drawing.svg'],
  ]);
  const [roots] = course.sections[0]!.activities;
  assert.ok(roots?.kind === 'page');
  assert.equal(
    roots.text,
    'They **drink**. ![A rose](package:web_resources/rose.png) [Sheet](package:web_resources/sheet.pdf) [Here](package:web/a%20b/roots.html) nowhere outside',
  );
  assert.equal(course.sections[2]!.activities[0]!.hidden, true, 'a lesson plan is the teacher’s');
  const [, discussion] = course.sections[1]!.activities;
  assert.ok(discussion?.kind === 'discussion');
  assert.equal(discussion.text, 'Say *why*.\n\n[sheet.pdf](package:web_resources/sheet.pdf)');
  assert.deepEqual(
    course.left.map(({ what, why }) => [what, why]),
    [
      ['Gone', 'missing'],
      ['A game', 'tool'],
      ['Bad link', 'address'],
      ['Odd', 'unknown'],
    ],
  );
  assert.deepEqual(
    course.files.map(({ path, mediaType }) => [path, mediaType]),
    [
      ['web_resources/sheet.pdf', 'application/pdf'],
      ['web_resources/rose.png', course.files[1]!.mediaType],
      ['web_resources/drawing.svg', 'text/plain'],
      ['site/second.html', 'text/plain'],
    ],
    'a drawing with a script stays a file, and of no type a browser would run',
  );
});

test('what Canvas says of its modules is heard: what is unpublished stays hidden, what is set in stays so', async () => {
  const course = await read({
    'imsmanifest.xml': manifest(
      '<item identifier="m1"><title>Week 1</title><item identifier="i1" identifierref="p1"><title>One</title></item><item identifier="i2"><title>Film</title></item></item>',
      '<resource identifier="p1" type="webcontent" href="wiki_content/one.html"><file href="wiki_content/one.html"/></resource><resource identifier="p2" type="webcontent" href="wiki_content/two.html"><file href="wiki_content/two.html"/></resource>',
    ),
    'wiki_content/one.html': page(
      '<a href="$WIKI_REFERENCE$/pages/two">Two</a> <a href="%24WIKI_REFERENCE%24/pages/p2">Two</a>',
    ),
    'wiki_content/two.html': page('<meta name="workflow_state" content="unpublished"/>Words', 'Two'),
    'course_settings/module_meta.xml':
      '<modules><module identifier="m1"><workflow_state>unpublished</workflow_state><items><item identifier="i1"><workflow_state>unpublished</workflow_state><indent>2</indent></item><item identifier="i2"><url>https://example.org/film</url></item></items></module></modules>',
  });
  assert.equal(course.sections[0]!.hidden, true);
  const [one, film] = course.sections[0]!.activities;
  assert.ok(one?.kind === 'page' && film?.kind === 'link');
  assert.deepEqual([one.depth, one.hidden, film.url], [2, true, 'https://example.org/film']);
  assert.equal(one.text, '[Two](package:wiki_content/two.html) [Two](package:wiki_content/two.html)');
  assert.equal(course.sections[1]!.activities[0]!.hidden, true);
});

test('a manifest that brings entities or is none is refused', async () => {
  for (const text of [
    '<!DOCTYPE m [<!ENTITY x SYSTEM "file:///etc/passwd">]><manifest>&x;</manifest>',
    'words',
    '<manifest>',
  ])
    await assert.rejects(read({ 'imsmanifest.xml': text }), Refused);
  const empty = await read({ 'imsmanifest.xml': '<manifest/>' });
  assert.deepEqual(empty, { title: '', summary: '', language: null, sections: [], files: [], left: [] });
});
