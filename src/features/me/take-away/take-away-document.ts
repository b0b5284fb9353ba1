import type { TakeAwaySection } from '#platform/http/feature.ts';

/** A file of the archive: where it lies in it, and by which fingerprint it is kept here. */
export interface ArchivedFile {
  name: string;
  /** 'files/3-plan.pdf' */
  path: string;
  sha256: string;
}

export interface ArchivedSection extends Omit<TakeAwaySection, 'entries'> {
  entries: readonly (Omit<TakeAwaySection['entries'][number], 'files'> & {
    files: readonly ArchivedFile[];
  })[];
}

/** What stands in data.json; docs/take-away.md describes it. */
export interface TakeAwayDocument {
  format: 'staffroom-take-away';
  version: 1;
  madeAt: Date;
  person: { name: string };
  school: string;
  sections: readonly ArchivedSection[];
}

/** The document of an archive: every file has a place of its own, and the same content lies there once. */
export function takeAwayDocument(
  sections: readonly TakeAwaySection[],
  about: { name: string; school: string; madeAt: Date },
): TakeAwayDocument {
  const paths = new Map<string, string>();
  const placed = ({ name, sha256 }: { name: string; sha256: string }): ArchivedFile => {
    const path = paths.get(sha256) ?? `files/${paths.size + 1}-${plainName(name)}`;
    paths.set(sha256, path);
    return { name, path, sha256 };
  };
  return {
    format: 'staffroom-take-away',
    version: 1,
    madeAt: about.madeAt,
    person: { name: about.name },
    school: about.school,
    sections: sections.map((section) => ({
      ...section,
      entries: section.entries.map((entry) => ({ ...entry, files: (entry.files ?? []).map(placed) })),
    })),
  };
}

/** Each file of a document once. */
export const filesOf = ({ sections }: TakeAwayDocument): ArchivedFile[] => [
  ...new Map(
    sections.flatMap(({ entries }) => entries.flatMap(({ files }) => files)).map((file) => [file.path, file]),
  ).values(),
];

/** A name that every file system takes: letters, figures, dots and hyphens of any script, at most 80 of them. */
const plainName = (name: string): string =>
  name
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}.-]+/gu, '-')
    .replace(/^[.-]+/, '')
    .slice(-80) || 'file';
