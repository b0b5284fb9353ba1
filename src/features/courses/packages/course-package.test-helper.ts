import type { Random } from '#test/random.ts';
import {
  type CoursePackage,
  nameOf,
  packageAddress,
  type PackageActivity,
  type PackageFile,
} from './course-package.ts';

const some = [
  'roots',
  'Leaves & stems',
  'a < b',
  '“quoted”',
  'it’s',
  'façade',
  '光合作用',
  'x*y*z',
  '1. one',
  '# no',
  '100%',
  'a_b_c',
  '[x]',
  'e=mc^2',
];
/** Words in which every mark is escaped. */
const plain = (words: string): string => words.replace(/[\\`*_{}[\]<>#$~|!&^.+-]/g, '\\$&');

/** A course of chance with everything that travels: the same for the same chance. */
export function anyCourse(random: Random): CoursePackage {
  const files = ['my rose.png', 'sheet (1).pdf', 'Übung.txt', 'a+b%.bin'].map((name, n): PackageFile => {
    const bytes = Buffer.from(
      `${['\u0089PNG\r\n\u001a\n', '%PDF-1.4', 'text', '\u0000'][n]!}${random.below(99)}`,
      'latin1',
    );
    const mediaType = ['image/png', 'application/pdf', 'text/plain', 'application/octet-stream'][n]!;
    return { path: `folder/${name}`, name, mediaType, bytes: bytes.length, open: () => bytes };
  });
  const words = (): string =>
    plain(Array.from({ length: 1 + random.below(5) }, () => random.pick(some)).join(' '));
  const froms = Array.from({ length: 12 }, (_, n) => `source/${n}.x`);
  const blocks: (() => string)[] = [
    () => words(),
    () => `**${random.pick(['bold', 'very bold'])}** and *${random.pick(['leaning', 'so'])}* ${words()}`,
    () => `- ${words()}\n- ${words()}`,
    () => `3. ${words()}\n4. ${words()}`,
    () => `| a | b |\n| - | -: |\n| ${words()} | 2 |`,
    () => '```\nx = <1> & `y`\n  z\n```',
    () => `> ${words()}`,
    () => `The area $\\frac{1}{2} x^2$ of ${words()}`,
    () => `[${words()}](https://example.org/a?b=1&c=(2))`,
    () => `[${words()}](${packageAddress(random.pick(froms))})`,
    () => `![${words()}](<${packageAddress(files[0]!.path)}>)`,
    () => `[${words()}](<${packageAddress(random.pick(files).path)}>)`,
    () => '---',
    () => `one\\\ntwo ${words()}`,
  ];
  const text = (): string =>
    [
      ...(random.maybe() ? [`## ${words()}`] : []),
      ...Array.from({ length: random.below(5) }, () => random.pick(blocks)()),
    ].join('\n\n');
  let count = 0;
  const activity = (): PackageActivity => {
    const base = {
      title: `${random.pick(some)} ${count}`,
      depth: random.below(4),
      hidden: random.maybe(0.2),
      from: froms[count % 12]!,
    };
    count += 1;
    switch (random.below(5)) {
      case 0:
        return {
          ...base,
          kind: 'link',
          url: `https://example.org/${count}?a=1&b="2"`.replaceAll('"', '%22'),
          about: '',
        };
      case 1:
        return { ...base, kind: 'discussion', text: text() };
      case 2:
        return {
          ...base,
          kind: 'questions',
          format: 'qti-1.2',
          source: `<questestinterop>${count}</questestinterop>`,
        };
      default:
        return { ...base, kind: 'page', text: text() };
    }
  };
  let depth = -1;
  const sections = Array.from({ length: 1 + random.below(3) }, (_, n) => {
    depth = random.below(depth + 2);
    const activities = Array.from({ length: random.below(4) }, activity);
    return {
      title: `${random.pick(some)} ${n}`,
      about: random.maybe() ? text() : '',
      depth,
      hidden: random.maybe(0.2),
      activities,
    };
  });
  // Every file stands somewhere, as a reader gives one that nothing shows a place of its own.
  sections.at(-1)!.activities.push(
    ...files.map(({ path }): PackageActivity => ({
      kind: 'file',
      title: nameOf(path),
      path,
      about: '',
      depth: 0,
      hidden: false,
      from: path,
    })),
  );
  return {
    title: random.pick(some),
    summary: random.maybe() ? words() : '',
    language: random.pick(['en-GB', 'cy', null]),
    sections,
    files,
    left: [],
  };
}
