import { sql } from 'kysely';
import { principals } from '#platform/access/items.ts';
import { keepText } from '#platform/audit/text-versions.ts';
import type { Db } from '#platform/db/database.ts';
import { insertRecording, type NewRecording } from '../../insert-recording.ts';
import { insertMedium } from '../../making/making.queries.ts';
import type { Recording } from '../../recording.ts';
import { copyTranscript } from '../../transcripts/write-transcript.ts';
import { type Exemplar, exemplarPurpose } from '../exemplar.ts';
import type { Copied } from './copy-media.ts';
import type { Stretch } from './offer-input.ts';

export interface NewCopy {
  id: string;
  title: string;
  lesson: string;
  keepUntil: string;
  stretch: Stretch;
  /** What was said in it goes along, as captions. */
  transcript: boolean;
  /** Those who may be recognised in it have all agreed. */
  pupils: NewRecording['pupils'];
  said: Omit<Exemplar, 'id' | 'version'>;
  copied: Copied;
}

/**
 * A copy of a recording for all staff, with what is said of it as an example. The whole can be watched at once; a
 * stretch waits until it is cut and its author has watched it, since until then the whole lies there.
 */
export async function insertCopy(tx: Db, source: Recording, copy: NewCopy, now: Date): Promise<void> {
  const { ownerId, authorId } = source;
  const { id, stretch, copied } = copy;
  await insertRecording(
    tx,
    ownerId,
    {
      id,
      authorId,
      title: copy.title,
      lesson: copy.lesson,
      others: source.others,
      filmedOn: source.filmedOn,
      unitId: null,
      circleId: null,
      stepId: null,
      consentPurpose: exemplarPurpose,
      pupils: copy.pupils,
      keepUntil: copy.keepUntil,
      notesAfter: 'go',
      tagSets: [],
      clipForm: null,
      copiedFrom: source.id,
      grants: [{ principal: principals.kind(ownerId, 'staff'), ability: 'read' }],
    },
    () => copied.wrappedKey,
    now,
  );
  for (const medium of copied.media) await insertMedium(tx, { ownerId, recordingId: id }, medium, now);
  await sql`update recording set state = ${stretch ? 'arrived' : source.state}, kind = ${source.kind},
      duration_ms = ${stretch ? null : source.durationMs}, width = ${source.width}, height = ${source.height},
      peaks = (select s.peaks from recording s where s.owner_id = ${ownerId} and s.id = ${source.id} and ${!stretch}),
      wanted = ${stretch && JSON.stringify(stretch)}, watched_at = ${stretch ? null : now}, arrived_at = ${now}
    where owner_id = ${ownerId} and id = ${id}`.execute(tx);
  if (copy.transcript) await copyTranscript(tx, source, { ownerId, id }, stretch, now);
  await insertExemplar(tx, { ownerId, id, writerId: authorId }, copy.said, now);
}

async function insertExemplar(
  tx: Db,
  { ownerId, id, writerId }: { ownerId: string; id: string; writerId: string },
  said: NewCopy['said'],
  now: Date,
): Promise<void> {
  await tx
    .insertInto('exemplar')
    .values({
      owner_id: ownerId,
      id,
      domain: said.domain,
      subject: said.subject,
      phase: said.phase,
      rubric: said.rubric,
      rubric_row: said.rubricRow,
      look_for: said.lookFor,
      not_shown: said.notShown,
      version: 1,
      created_at: now,
      updated_at: now,
    })
    .execute();
  await keepText(tx, { ownerId, id }, 1, { ...said }, writerId, now);
}
