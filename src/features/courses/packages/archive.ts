import { Refused } from '#platform/errors.ts';
import { t } from '#platform/i18n/i18n.ts';

/** A package that was opened: its files by path. Nothing is unpacked before it is asked for. */
export type Archive = ReadonlyMap<string, ArchiveEntry>;

export interface ArchiveEntry {
  path: string;
  bytes: number;
  open(): Uint8Array;
  /** The first bytes alone, at most 4096. */
  head(): Uint8Array;
}

export interface ArchiveLimits {
  entries: number;
  /** Unpacked size of one file, in bytes. */
  entryBytes: number;
  /** Unpacked size of all files together. */
  totalBytes: number;
  /** How many times larger than packed anything of more than a megabyte may be. */
  ratio: number;
}

export const archiveLimits: ArchiveLimits = {
  entries: 20_000,
  entryBytes: 512 * 1024 * 1024,
  totalBytes: 2 * 1024 * 1024 * 1024,
  ratio: 200,
};

export const damaged = (): Refused =>
  new Refused(t('This package is damaged: part of it cannot be read. Export or download it again.'));
export const tooMany = (most: number): Refused =>
  new Refused(t('This package holds more than {most} files. Export the course in parts.', { most }));
export const tooLarge = (): Refused =>
  new Refused(t('Unpacked, this package would be too large. Export the course in parts.'));

/**
 * The path of an entry as it may be used, or a refusal: no package has an honest reason for a name that leads out of it.
 * Folders give the empty path.
 */
export function safePath(name: string): string {
  const path = name.replaceAll('\\', '/').normalize('NFC');
  const parts = path.split('/');
  // What is invisible in a name is only there to deceive: control characters, and those that turn writing round.
  const hostile =
    path === '' ||
    path.length > 1000 ||
    path.startsWith('/') ||
    /^[a-z]:/i.test(path) ||
    /[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]/.test(path) ||
    parts.includes('..');
  if (hostile)
    throw new Refused(
      t('This package names files outside itself, so we did not open it. Ask whoever made it for another.'),
    );
  if (path.endsWith('/')) return '';
  return parts.filter((part) => part !== '' && part !== '.').join('/');
}

/** What computers add to archives by themselves. */
export const isClutter = (path: string): boolean =>
  /^__MACOSX\/|(?:^|\/)(?:\.DS_Store|Thumbs\.db|desktop\.ini)$/i.test(path);

/** Puts entries together, and refuses two of one name: readers would disagree which of them counts. */
export function archiveOf(entries: readonly ArchiveEntry[]): Archive {
  const archive = new Map<string, ArchiveEntry>();
  for (const entry of entries) {
    if (archive.has(entry.path))
      throw new Refused(
        t('This package holds “{path}” twice, so nobody can say which counts. Export it again.', {
          path: entry.path,
        }),
      );
    archive.set(entry.path, entry);
  }
  return archive;
}

/** The same archive seen from within its one folder, when everything stands in that: people pack folders. */
export function withoutOneFolder(archive: Archive): Archive {
  const [first] = archive.keys();
  const folder = /^[^/]+\//.exec(first ?? '')?.[0];
  if (folder === undefined || ![...archive.keys()].every((path) => path.startsWith(folder))) return archive;
  return archiveOf(
    [...archive.values()].map((entry) => ({ ...entry, path: entry.path.slice(folder.length) })),
  );
}
