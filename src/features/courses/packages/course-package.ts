import { HEAD_BYTES, mediaTypeOf } from '#platform/storage/media-type.ts';
import type { LeftReason } from './left-words.ts';

/** A course as it travels between systems: what every reader gives and every writer takes. JSON but for the contents of files. */
export interface CoursePackage {
  title: string;
  /** Markdown. */
  summary: string;
  /** BCP 47, such as 'en-GB'; null where the package does not say. */
  language: string | null;
  sections: PackageSection[];
  files: PackageFile[];
  left: LeftOut[];
}

export interface PackageSection {
  title: string;
  /** Markdown. */
  about: string;
  /** How far it is set in under the section before it. */
  depth: number;
  hidden: boolean;
  activities: PackageActivity[];
}

interface AnyActivity {
  title: string;
  depth: number;
  /** Pupils did not see it where it comes from. */
  hidden: boolean;
  /** Its own path in the package: what a link `package:PATH` of another text means. Null where nothing can lead to it. */
  from: string | null;
}

export type PackageActivity = AnyActivity &
  (
    | { kind: 'page'; text: string }
    | { kind: 'file'; path: string; about: string }
    | { kind: 'link'; url: string; about: string }
    | { kind: 'discussion'; text: string }
    /** Kept as it came, for whoever reads questions. */
    | { kind: 'questions'; format: 'qti-1.2' | 'moodle'; source: string }
  );

export interface PackageFile {
  path: string;
  name: string;
  mediaType: string;
  bytes: number;
  open(): Uint8Array;
}

/** Something in a package that was not carried, or not as it was. */
export interface LeftOut {
  /** Its title. */
  what: string;
  /** What the system it comes from calls such things. */
  kind: string;
  why: LeftReason;
}

/** The address of something in the package, as texts write it. */
export const packageAddress = (path: string): string =>
  `package:${path.split('/').map(encodeURIComponent).join('/')}`;

/** The path that an address names; null for every other address. */
export function pathOfAddress(address: string): string | null {
  if (!address.startsWith('package:')) return null;
  try {
    return decodeURIComponent(address.slice('package:'.length).replace(/[?#].*$/, ''));
  } catch {
    return null;
  }
}

/** What the first bytes of a file do not say, its ending may. None of these is anything a browser would run. */
const endings: Readonly<Record<string, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  odp: 'application/vnd.oasis.opendocument.presentation',
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
  ppt: 'application/vnd.ms-powerpoint',
};

/** The media type of a file from its first bytes, and from its name only what these leave open. */
export function mediaTypeNamed(name: string, head: Uint8Array): string {
  const known = mediaTypeOf(Buffer.from(head.subarray(0, HEAD_BYTES)));
  if (known !== 'application/zip' && known !== 'application/octet-stream') return known;
  return endings[/\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? ''] ?? known;
}

/** The last part of a path. */
export const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
