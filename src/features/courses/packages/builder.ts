import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { Archive, ArchiveEntry } from './archive.ts';
import {
  type CoursePackage,
  mediaTypeNamed,
  nameOf,
  packageAddress,
  type PackageFile,
  type PackageSection,
} from './course-package.ts';
import { type AddressBook, htmlToMarkdown, TooLong } from './html-to-markdown.ts';
import type { LeftReason } from './left-words.ts';
import { longestText } from '#ui/text/parse-text.ts';

/** A package while it is being read: what was found, what was left, and where addresses of texts lead. */
export class PackageBuilder {
  title = '';
  summary = '';
  language: string | null = null;
  readonly sections: PackageSection[] = [];
  readonly files = new Map<string, PackageFile>();
  readonly left: CoursePackage['left'] = [];
  /** Paths to which texts lead, so that what nothing leads to can be told. */
  readonly named = new Set<string>();

  leave(what: string, kind: string, why: LeftReason): void {
    this.left.push({ what, kind, why });
  }

  section(title: string, depth = 0, hidden = false): PackageSection {
    const section: PackageSection = { title, about: '', depth, hidden, activities: [] };
    this.sections.push(section);
    return section;
  }

  addFile(path: string, entry: ArchiveEntry): void {
    if (this.files.has(path)) return;
    const name = nameOf(path);
    const mediaType = mediaTypeNamed(name, entry.head());
    this.files.set(path, { path, name, mediaType, bytes: entry.bytes, open: () => entry.open() });
  }

  addressTo(path: string): string {
    this.named.add(path);
    return packageAddress(path);
  }

  /** HTML as Markdown; null, with a line among what was left, when it is longer than a page can be. */
  async text(html: string, what: string, addressOf: AddressBook['addressOf']): Promise<string | null> {
    // Others are served between two pages of a large course.
    await setImmediate();
    try {
      const text = await htmlToMarkdown(html, {
        addressOf: (address) => outward(address) ?? addressOf(address),
        keepPicture: (bytes, mediaType) => this.#keep(bytes, mediaType),
      });
      if (text.length <= longestText) return text;
    } catch (error) {
      if (!(error instanceof TooLong)) throw error;
    }
    this.leave(what, 'page', 'too-long');
    return null;
  }

  #keep(bytes: Uint8Array, mediaType: string): string {
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
    const path = `pictures/${hash}.${mediaType.replace('image/', '').replace('jpeg', 'jpg')}`;
    this.addFile(path, { path, bytes: bytes.length, open: () => bytes, head: () => bytes.subarray(0, 4096) });
    return this.addressTo(path);
  }

  end(): CoursePackage {
    return {
      title: this.title,
      summary: this.summary,
      language: this.language,
      sections: this.sections.filter(
        ({ title, about, activities }) => title || about || activities.length > 0,
      ),
      files: [...this.files.values()],
      left: this.left,
    };
  }
}

/** Addresses that mean the same everywhere. */
const outward = (address: string): string | null =>
  /^(?:https?:\/\/[^\s]+|mailto:[^\s]+|#[^\s]+|package:[^\s]+)$/i.test(address)
    ? address
    : /^\/\/[\w.-]+\.\w/.test(address)
      ? `https:${address}`
      : null;

/** The path that an address means from where it stands, when it is one of the archive. */
export function pathFrom(base: string, address: string, archive: Archive): string | null {
  const plain = address.replace(/[?#].*$/s, '');
  if (plain === '' || /^[a-z][a-z0-9+.-]*:/i.test(plain)) return null;
  for (const each of new Set([unescaped(plain), plain])) {
    const parts = (each.startsWith('/') ? each : `${base}/${each}`).normalize('NFC').split('/');
    const path: string[] = [];
    for (const part of parts) {
      if (part === '..') path.pop();
      else if (part !== '' && part !== '.') path.push(part);
    }
    if (archive.has(path.join('/'))) return path.join('/');
  }
  return null;
}

function unescaped(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

/** An address of the web, and nothing else. */
export const isWeb = (address: string): boolean => /^https?:\/\/[^\s]+$/i.test(address);

/** The title of an HTML document, and its text without a first heading that only says the title again. */
export function partsOfPage(html: string): { title: string; html: string } {
  // Looked for near the beginning alone: a search through a text of hostile tags takes long.
  const near = 20_000;
  const found = /<title[^>]*>([^<]*)<\/title[^>]*>/i.exec(html.slice(0, near));
  const title = plainWords(found?.[1] ?? '');
  const body = found ? html.slice(0, found.index) + html.slice(found.index + found[0].length) : html;
  const first = /<h1[^>]*>([^<]*)<\/h1>/i.exec(body.slice(0, near));
  const heading = plainWords(first?.[1] ?? '');
  if (first && (title === '' || heading === title))
    return { title: heading, html: body.replace(first[0], '') };
  return { title, html: body };
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/** Words of a title, in which only the simplest entities stand. */
const plainWords = (text: string): string =>
  text
    .replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos|nbsp));/gi, (all, decimal, hex, name) => {
      if (name) return entities[String(name).toLowerCase()] ?? String(all);
      const code = decimal ? Number(decimal) : Number.parseInt(String(hex), 16);
      return code > 31 && code < 0x110000 && !(code >= 0xd800 && code < 0xe000)
        ? String.fromCodePoint(code)
        : ' ';
    })
    .replace(/\s+/g, ' ')
    .trim();
