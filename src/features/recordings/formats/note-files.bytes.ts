import type { Visit } from '#platform/http/context.ts';
import { bytes } from '#platform/http/route.ts';
import { sheet } from '#platform/http/sheet.ts';
import { type Thread, threadsOfRecording } from '../notes/note.queries.ts';
import { selectOwnSets } from '../notes/tag-sets/tag-set.queries.ts';
import { tagTitles } from '../notes/tags.ts';
import { openRecording } from '../open-recording.ts';
import { recordingPolicy } from '../recording.policy.ts';
import { type Recording, recordingHref } from '../recording.ts';
import { noteRows } from './notes-sheet.ts';
import { annotationCollection } from './write-annotations.ts';

const common = { purpose: 'learning', access: recordingPolicy } as const;

/** The notes that the reader sees with the answers they read, and no others. */
async function openNotes(visit: Visit): Promise<{ recording: Recording; notes: Thread[] }> {
  const { item, recording } = await openRecording(visit);
  visit.noteOpened(item, 'export');
  const { ownerId, id: recordingId } = recording;
  const reader = { ownerId, personId: visit.who.personId, recordingId };
  return { recording, notes: await threadsOfRecording(visit.db, reader) };
}

export const notesJsonld = bytes('/recordings/:recording/notes.jsonld', {
  ...common,
  async send(visit) {
    const { recording, notes } = await openNotes(visit);
    const body = annotationCollection(notes, {
      recordingId: recording.id,
      title: recording.title,
      address: visit.services.address() + recordingHref(recording, 'notes.jsonld'),
      titles: tagTitles(await selectOwnSets(visit.db, visit.organisationId)),
    });
    const type = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"';
    return { body, type, saveAs: `${recording.title}.jsonld` };
  },
});

export const notesCsv = bytes('/recordings/:recording/notes.csv', {
  ...common,
  async send(visit) {
    const { recording, notes } = await openNotes(visit);
    return sheet(recording.title, noteRows(notes));
  },
});
