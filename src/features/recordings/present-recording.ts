import { sql } from 'kysely';
import type { Item } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import { NotFound } from '#platform/errors.ts';
import type { Visit } from '#platform/http/context.ts';
import type { Presented } from '#platform/http/feature.ts';
import type { Bytes } from '#platform/http/route.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import { noteView } from './playing/note-view.ts';
import { sendMedium } from './playing/send-medium.ts';
import { recordingColumns, recordingJoined } from './recording.queries.ts';
import { clockOf, isPlayable, playedOf, type Recording } from './recording.ts';

interface Written {
  writer: string;
  fromMs: number;
  text: string;
}

async function selectOne(db: Db, ownerId: string, id: string, readerId: string | null): Promise<Recording> {
  const { rows } = await sql<Recording>`select ${recordingColumns(readerId)} from ${recordingJoined}
    where r.owner_id = ${ownerId} and r.id = ${id}`.execute(db);
  if (!rows[0]) throw new NotFound();
  return rows[0];
}

/** A recording in words, with all that was noted about it, for those whom the law lets open it. */
export async function presentRecording(db: Db, ownerId: string, id: string): Promise<Presented> {
  const recording = await selectOne(db, ownerId, id, null);
  const { rows: notes } = await sql<Written>`
    select p.name as writer, n.from_ms as "fromMs", n.text from recording_note n join person p on p.id = n.person_id
    where n.owner_id = ${ownerId} and n.recording_id = ${id} and n.ended_at is null
    order by n.from_ms, n.id`.execute(db);
  return {
    title: recording.title,
    fields: [
      { label: t('Date'), text: formatDate(recording.filmedOn) },
      { label: t('What went on'), text: recording.lesson },
      ...notes
        .filter(({ text }) => text)
        .map(({ writer, fromMs, text }) => ({
          label: t('{name} at {time}', { name: writer, time: clockOf(fromMs) }),
          text,
        })),
    ],
    ...(isPlayable(recording) && playedOf(recording) ? { plays: recording.kind ?? 'video' } : {}),
  };
}

/** Plays it to the two whom the law lets open it. That they did stands where its author reads it, when that is safe. */
export async function playByLaw(visit: Visit, item: Item, hiddenUntil: Date | null): Promise<Bytes> {
  const recording = await selectOne(visit.db, item.ownerId, item.id, visit.who.personId);
  if (await noteView(visit, recording, hiddenUntil)) visit.noteOpened(item, 'override', hiddenUntil);
  return sendMedium(visit, recording, playedOf(recording));
}
