import type { Edits } from './edits.ts';

/** Edits outlive a reload in this tab, by the file's name, size and date; the film itself is never kept. */
const nameOf = ({ name, size, lastModified }: File): string => `prepare:${name}/${size}/${lastModified}`;

export function keepEdits(file: File, edits: Edits): void {
  try {
    sessionStorage.setItem(nameOf(file), JSON.stringify(edits));
  } catch {
    // Where storage is full or forbidden the edits stand in this page alone.
  }
}

export function keptEdits(file: File): Edits | null {
  try {
    return JSON.parse(sessionStorage.getItem(nameOf(file)) ?? 'null') as Edits | null;
  } catch {
    return null;
  }
}
