import { unzipSync } from 'fflate';
import type { Problem, UploadedFile } from './roster.ts';

/** What an archive may hold at most. A trust of 40 schools unpacks to about 40 MB. */
interface ArchiveLimits {
  readonly entries: number;
  /** Unpacked size of all files together, in bytes. */
  readonly totalBytes: number;
}

const archiveLimits: ArchiveLimits = { entries: 100, totalBytes: 128 * 1024 * 1024 };

export interface Unpacked {
  readonly files: readonly UploadedFile[];
  readonly problems: readonly Problem[];
  /** Names inside the archive that were not read. */
  readonly leftOut: readonly string[];
}

/** Things that computers add to archives by themselves. */
const clutter = /^__MACOSX\/|(?:^|\/)(?:\.DS_Store|Thumbs\.db|desktop\.ini)$/i;

/**
 * Unpacks the CSV files of an archive. Everything is counted from the archive's own directory before
 * anything is unpacked, and no file unpacks to more than it says there, so a small archive cannot fill the
 * memory. OneRoster wants its files at the top of the archive; folders are refused, and with them paths that
 * climb out of it. Never throws on content.
 */
export function unpackArchive(upload: UploadedFile, limits: ArchiveLimits = archiveLimits): Unpacked {
  const refused = (problem: Omit<Problem, 'file' | 'effect'>): Unpacked => ({
    files: [],
    problems: [{ ...problem, effect: 'nothing-read', file: upload.name }],
    leftOut: [],
  });
  try {
    const entries = listEntries(upload.bytes);
    const refusal = lookOver(entries, upload.name, limits);
    if (refusal !== null) return refused(refusal);
    const unpacked = unzipSync(upload.bytes, { filter: ({ name }) => isCsv(name) && !clutter.test(name) });
    return {
      files: Object.entries(unpacked).map(([name, bytes]) => ({ name, bytes })),
      problems: [],
      leftOut: entries.map(({ name }) => name).filter((name) => !isCsv(name)),
    };
  } catch {
    return refused({
      code: 'archive-unreadable',
      message: `${upload.name} could not be unpacked. It may be incomplete or protected by a password.`,
      advice: 'Download or make the zip file again, without a password.',
    });
  }
}

/** The entries of an archive, without unpacking any. Throws when it is not an archive. */
export function listEntries(bytes: Uint8Array): { name: string; size: number }[] {
  const entries: { name: string; size: number }[] = [];
  unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      if (!clutter.test(name)) entries.push({ name, size: originalSize });
      return false;
    },
  });
  return entries;
}

const isCsv = (name: string): boolean => /\.csv$/i.test(name);

function lookOver(
  entries: readonly { name: string; size: number }[],
  file: string,
  limits: ArchiveLimits,
): Omit<Problem, 'file' | 'effect'> | null {
  if (entries.length > limits.entries) {
    return {
      code: 'archive-too-many',
      message: `${file} holds ${entries.length} files. We take at most ${limits.entries}.`,
      advice: 'A OneRoster bundle holds about 20. Zip only those.',
    };
  }
  const total = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (total > limits.totalBytes) {
    return {
      code: 'archive-too-large',
      message: `${file} unpacks to more than ${Math.round(limits.totalBytes / 1_048_576)} MB.`,
      advice: 'Check that it is the right file. A very large trust can be brought in school by school.',
    };
  }
  const nested = entries.find(({ name }) => /[/\\\0]/.test(name));
  if (nested !== undefined) {
    return {
      code: 'archive-folder',
      message: `${file} holds a folder or a path (“${nested.name}”).`,
      advice: 'Zip the CSV files themselves, not the folder they are in.',
    };
  }
  return null;
}

/** Whether bytes begin as a zip archive does. */
export function isArchive(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 0x03 || bytes[2] === 0x05);
}
