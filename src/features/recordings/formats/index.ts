import type { Feature } from '#platform/http/feature.ts';
import { bringNotes } from './bring-notes.action.ts';
import { lookAtNotes } from './look-at-notes.action.ts';
import { notesCsv, notesJsonld } from './note-files.bytes.ts';
import { noteFilesPage } from './note-files.page.ts';

/** Notes as W3C Web Annotations and as a sheet, out and in. */
export const formatsOfRecordings = {
  routes: [noteFilesPage, lookAtNotes, bringNotes, notesJsonld, notesCsv],
} satisfies Partial<Feature>;
