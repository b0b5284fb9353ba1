import type { Note, Reply } from '../notes/note.ts';

/** A note with what was answered to it, the oldest answer first. */
export type Thread = Note & { replies: readonly Reply[] };
