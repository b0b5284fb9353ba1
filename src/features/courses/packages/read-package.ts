import { basename } from 'node:path';
import { Refused } from '#platform/errors.ts';
import { t } from '#platform/i18n/i18n.ts';
import { mediaTypeOf, HEAD_BYTES, TAIL_BYTES } from '#platform/storage/media-type.ts';
import { longestText } from '#ui/text/parse-text.ts';
import { type Archive, type ArchiveEntry, withoutOneFolder } from './archive.ts';
import { folderOf, PackageBuilder, pathFrom } from './builder.ts';
import { type CoursePackage, nameOf, type PackageActivity } from './course-package.ts';
import { decodeHtml } from './decode-html.ts';
import { pageOf } from './page-of.ts';
import { readCommonCartridge } from './read-common-cartridge.ts';
import { isOfCourse, readMoodleBackup } from './read-moodle-backup.ts';
import { readTar } from './read-tar.ts';
import { readZip } from './read-zip.ts';
import { sourceOf } from './source.ts';

/** Larger files alone are uploaded as files, not read as courses. */
const largestAlone = 512 * 1024 * 1024;

/**
 * Reads what somebody brings: a Common Cartridge, a backup of Moodle, any zip of files, or one file. What it is follows
 * from what is in it; the name only says what to call it.
 */
export async function readPackage(input: Uint8Array | string, name: string): Promise<CoursePackage> {
  const source = sourceOf(input);
  if (source.size === 0) throw new Refused(t('This file is empty.'));
  const head = source.read(0, Math.min(HEAD_BYTES, source.size));
  const tailBytes = Math.min(TAIL_BYTES, source.size);
  const isZip = head.length >= 22 && head.readUInt16LE(0) === 0x4b50;
  if (isZip && mediaTypeOf(head, source.read(source.size - tailBytes, tailBytes)) === 'application/zip')
    return readArchive(readZip(input), name);
  if (head[0] === 0x1f && head[1] === 0x8b) {
    const archive = withoutOneFolder(
      await readTar(input, (path) => isOfCourse(path) || isOfCourse(path.replace(/^[^/]+\//, ''))),
    );
    if (archive.has('moodle_backup.xml')) return readMoodleBackup(archive);
    throw new Refused(
      t('We cannot read this kind of package. Bring a Common Cartridge, a Moodle backup or a zip file.'),
    );
  }
  if (source.size > largestAlone) throw new Refused(t('This file is too large.'));
  const open = (): Uint8Array => source.read(0, source.size);
  const path = basename(name.replaceAll('\\', '/')).replace(/[\u0000-\u001f]/g, '') || 'file';
  const entry = { path, bytes: source.size, open, head: () => head };
  return readFiles(new Map([[path, entry]]), name);
}

function readArchive(whole: Archive, name: string): Promise<CoursePackage> {
  const archive = withoutOneFolder(whole);
  if (archive.has('imsmanifest.xml')) return readCommonCartridge(archive);
  if (archive.has('moodle_backup.xml')) return readMoodleBackup(archive);
  return readFiles(archive, name);
}

/** One section of files in the order of their names, pages among them. */
async function readFiles(archive: Archive, name: string): Promise<CoursePackage> {
  const builder = new PackageBuilder();
  builder.title = nameOf(name.replaceAll('\\', '/')).replace(/\.\w{1,5}$/, '');
  const section = builder.section('');
  const inOrder = new Intl.Collator('en', { numeric: true });
  const entries = [...archive.values()].toSorted((a, b) => inOrder.compare(a.path, b.path));
  for (const entry of entries) if (writtenAs(entry) === null) builder.addFile(entry.path, entry);
  const pages = new Map<string, PackageActivity>();
  for (const entry of entries) {
    const page = await pageFrom(builder, archive, entry);
    if (page !== null) pages.set(entry.path, page);
  }
  for (const { path } of entries) {
    const page = pages.get(path);
    if (page) section.activities.push(page);
    // What a page shows in its place needs no line of its own.
    else if (!builder.named.has(path))
      section.activities.push({ ...plain, kind: 'file', title: nameOf(path), path, about: '', from: path });
  }
  return builder.end();
}

const plain = { title: '', depth: 0, hidden: false };

/** A file as a page, or null where it is none. */
async function pageFrom(
  builder: PackageBuilder,
  archive: Archive,
  entry: ArchiveEntry,
): Promise<PackageActivity | null> {
  const { path } = entry;
  const as = writtenAs(entry);
  if (as === null) return null;
  if (as === 'html') {
    return pageOf(builder, path, entry.open(), plain, (address) => {
      const to = pathFrom(folderOf(path), address, archive);
      return to === null ? null : builder.addressTo(to);
    });
  }
  const text = decodeHtml(entry.open()).replaceAll('\r\n', '\n').trim();
  const [first = ''] = text.slice(0, 300).split('\n', 1);
  const heading =
    first.startsWith('# ') && first.length < 300
      ? first
          .slice(2)
          .replace(/ +#+ *$/, '')
          .trim()
      : undefined;
  const title = heading ?? nameOf(path).replace(/\.\w+$/, '');
  if (text.length <= longestText)
    return {
      ...plain,
      kind: 'page',
      title,
      text: heading === undefined ? text : text.slice(first.length).trim(),
      from: path,
    };
  builder.addFile(path, entry);
  builder.leave(title, 'page', 'too-long');
  return { ...plain, kind: 'file', title, path, about: '', from: path };
}

/** Whether a file is a page: text that begins as HTML does or is named so, or is named as Markdown. */
function writtenAs(entry: ArchiveEntry): 'html' | 'markdown' | null {
  const head = Buffer.from(entry.head());
  if (mediaTypeOf(head) !== 'text/plain') return null;
  if (/\.(?:md|markdown)$/i.test(entry.path)) return 'markdown';
  const begins = head.toString('latin1').replace(/^(?:\u00ef\u00bb\u00bf)?(?:\s+|<!--[^]*?-->)*/, '');
  return /^<!doctype html|^<html\b/i.test(begins) || /\.x?html?$/i.test(entry.path) ? 'html' : null;
}
