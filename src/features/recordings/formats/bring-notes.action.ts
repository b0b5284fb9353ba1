import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import { wholeNumber } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { selectOwnSets } from '../notes/tag-sets/tag-set.queries.ts';
import { insertNotes } from '../notes/write-notes.ts';
import { openForChange } from '../open-recording.ts';
import { receivedAgain } from '../received-file.ts';
import { recordingPolicy } from '../recording.policy.ts';
import { recordingHref } from '../recording.ts';
import { largestNoteFile, mostCarried, type ReadNotes } from './carried-note.ts';
import { noteFilesPage } from './note-files.page.ts';
import { planNotes, type PlannedNotes } from './plan-notes.ts';
import { readNotes } from './read-notes.ts';

/**
 * Brings in the notes that were looked at, as notes of whoever brings them, unshared. Throws `Refused` where others
 * would come in than were shown.
 */
export const bringNotes = action('/recordings/:recording/note-files', {
  purpose: 'learning',
  access: recordingPolicy,
  page: noteFilesPage,
  uploads: largestNoteFile,
  input: z.object({ notes: wholeNumber(1, mostCarried) }),
  async run(change, { notes: shown }) {
    const { tx, who, now } = change;
    const { recording } = await openForChange(change, 'note');
    const { ownerId, id: recordingId } = recording;
    const ownSets = await selectOwnSets(tx, change.organisationId);
    const read = readNotes(await receivedAgain(change), { recording, ownSets, now });
    const { fresh } = await planNotes(tx, { ownerId, personId: who.personId, recordingId }, read.notes);
    if (fresh.length !== shown)
      throw new Refused({ '': t('Something changed since you looked. Look at the file once more.') });
    const made = await insertNotes(
      tx,
      { ownerId, recordingId },
      fresh.map((note) => kept(note, read, who.personId)),
      now,
    );
    await change.record({
      kind: 'recording-note.brought-in',
      itemId: recordingId,
      body: { notes: made.length, format: read.format },
    });
    return see(
      `${recordingHref(recording)}#notes`,
      tn(
        made.length,
        '{n} note came in. Only you read it until you share it.',
        '{n} notes came in. Only you read them until you share them.',
      ),
    );
  },
});

/** Where it came from is kept with it. */
const kept = (
  { id, fromMs, toMs, sort, text, tags, createdAt, writer, key }: PlannedNotes['fresh'][number],
  { format }: ReadNotes,
  personId: string,
) => ({
  id,
  personId,
  fromMs,
  toMs,
  sort,
  text,
  tags,
  origin: [format, writer, key].filter(Boolean).join(', ').slice(0, 600),
  ...(createdAt !== null && { createdAt }),
});
