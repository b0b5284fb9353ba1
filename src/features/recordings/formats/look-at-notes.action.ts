import { z } from 'zod';
import { onlyYou } from '#platform/access/audience-words.ts';
import { action, show } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { selectOwnSets } from '../notes/tag-sets/tag-set.queries.ts';
import { openForChange } from '../open-recording.ts';
import { receive, waitFor } from '../received-file.ts';
import { recordingPolicy } from '../recording.policy.ts';
import { recordingTrail } from '../recording-trail.ts';
import { largestNoteFile, noteFilesHref } from './carried-note.ts';
import { noteFilesPage } from './note-files.page.ts';
import { notesPreview } from './notes-preview.view.ts';
import { planNotes } from './plan-notes.ts';
import { readNotes } from './read-notes.ts';

/** Reads a file of notes and shows what would come in, and what cannot be carried. Nothing of it is written yet. */
export const lookAtNotes = action('/recordings/:recording/note-files/look', {
  purpose: 'learning',
  access: recordingPolicy,
  page: noteFilesPage,
  uploads: largestNoteFile,
  unrecorded: 'it only shows what a file would bring in',
  input: z.object({}),
  async run(change) {
    const { recording } = await openForChange(change, 'note');
    const received = await receive(change, { maxBytes: largestNoteFile, none: t('Choose a file.') });
    const ownSets = await selectOwnSets(change.tx, change.organisationId);
    const read = readNotes(received.text, { recording, ownSets, now: change.now });
    const planned = await planNotes(
      change.tx,
      { ownerId: recording.ownerId, personId: change.who.personId, recordingId: recording.id },
      read.notes,
    );
    const kept = planned.fresh.length > 0 ? await waitFor(noteFilesHref(recording), received, change) : {};
    return show(() => ({
      title: t('What would come in'),
      audience: onlyYou(),
      trail: [...recordingTrail(recording), { label: t('Notes as files'), href: noteFilesHref(recording) }],
      body: notesPreview({ ...planned, leftOut: read.leftOut, recording, ownSets, kept }),
    }));
  },
});
