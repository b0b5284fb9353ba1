import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seeded } from '#test/random.ts';
import type { CoursePackage } from './course-package.ts';
import { anyCourse } from './course-package.test-helper.ts';
import { drawForExport } from './draw-for-export.ts';
import { readPackage } from './read-package.ts';
import { readXml } from './read-xml.ts';
import { readZip } from './read-zip.ts';
import { writeCommonCartridge } from './write-common-cartridge.ts';

/** What a course means: its texts as they are drawn, with what they lead to named by what it is. */
function meaning({ title, summary, language, sections, files }: CoursePackage): unknown {
  const named = new Map<string, string>();
  for (const { activities } of sections)
    for (const { from, title: says } of activities) if (from) named.set(from, says);
  for (const file of files) named.set(file.path, file.name);
  const byPath = new Map(files.map((file) => [file.path, file]));
  const drawn = (text: string): string =>
    drawForExport(text, byPath, (path) => (named.has(path) ? `to ${named.get(path)}` : null))
      // The words of a link to nothing.
      .replace(/<\/?span>/g, '')
      .replace(/\s+/g, ' ');
  return {
    title,
    language,
    summary: drawn(summary),
    sections: sections.map((section) => ({
      ...section,
      about: drawn(section.about),
      activities: section.activities.map((activity) => ({
        ...activity,
        from: null,
        ...('text' in activity ? { text: drawn(activity.text) } : {}),
        ...('path' in activity ? { path: named.get(activity.path) } : {}),
      })),
    })),
    files: files.map((file) => [file.name, file.mediaType, Buffer.from(file.open()).toString('latin1')]),
  };
}

test('what is written is read again as it was, and to and fro changes nothing more', async () => {
  for (let seed = 1; seed <= 60; seed += 1) {
    const course = anyCourse(seeded(seed));
    const { bytes, left } = writeCommonCartridge(course);
    assert.deepEqual(left, []);
    const again = await readPackage(bytes, 'x.imscc');
    assert.deepEqual(meaning(again), meaning(course), `seed ${seed}`);
    assert.deepEqual(again.left, [], `seed ${seed}`);
    const third = await readPackage(writeCommonCartridge(again).bytes, 'x.imscc');
    assert.deepEqual(meaning(third), meaning(again), `seed ${seed}, the second time`);
  }
});

test('the parts stand where the specification wants them, and the same course is the same bytes', async () => {
  const course = anyCourse(seeded(3));
  const { bytes } = writeCommonCartridge(course);
  assert.deepEqual(Buffer.from(writeCommonCartridge(course).bytes), Buffer.from(bytes));
  const archive = readZip(bytes);
  for (const [path, entry] of archive)
    if (path.endsWith('.xml') && !path.startsWith('questions/')) await readXml(entry.open());
  const manifest = Buffer.from(archive.get('imsmanifest.xml')!.open()).toString();
  assert.match(manifest, /<schemaversion>1\.1\.0<\/schemaversion>/);
  for (const [, href] of manifest.matchAll(/href="([^"]+)"/g))
    assert.ok(archive.has(decodeURIComponent(href!)), href);
});

test('what a cartridge has no place for is said', () => {
  const course = anyCourse(seeded(1));
  const rest = { depth: 0, hidden: false, from: null };
  const { left } = writeCommonCartridge({
    ...course,
    sections: [
      {
        ...course.sections[0]!,
        activities: [
          { ...rest, kind: 'questions', title: 'Quiz', format: 'moodle', source: '<x/>' },
          { ...rest, kind: 'link', title: 'Kew', url: 'https://www.kew.org/', about: 'See it.' },
          { ...rest, kind: 'file', title: 'Gone', path: 'gone.pdf', about: '' },
        ],
      },
    ],
  });
  assert.deepEqual(
    left.map(({ what, why }) => [what, why]),
    [
      ['Quiz', 'format'],
      ['Kew', 'format'],
      ['Gone', 'missing'],
    ],
  );
});

test('nothing hostile in a course becomes markup in what is written', () => {
  const hostile = '"><script>alert(1)</script>';
  const { bytes } = writeCommonCartridge({
    title: hostile,
    summary: hostile,
    language: hostile,
    files: [],
    left: [],
    sections: [
      {
        title: hostile,
        about: hostile,
        depth: 0,
        hidden: false,
        activities: [
          {
            kind: 'page',
            title: hostile,
            text: `${hostile} [x](javascript:alert(1)) /within-0`,
            depth: 0,
            hidden: false,
            from: null,
          },
          {
            kind: 'link',
            title: hostile,
            url: 'javascript:alert(1)',
            about: '',
            depth: 0,
            hidden: false,
            from: null,
          },
        ],
      },
    ],
  });
  for (const [path, entry] of readZip(bytes)) {
    const text = Buffer.from(entry.open()).toString();
    if (path.endsWith('.html') || path.endsWith('.xml'))
      assert.doesNotMatch(text, /<script|="javascript:/i, path);
  }
});
