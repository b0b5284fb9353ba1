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
import type { Utterance } from './transcripts/transcript.ts';
import { selectUtterances } from './transcripts/transcript.queries.ts';

async function selectOne(db: Db, ownerId: string, id: string, readerId: string | null): Promise<Recording> {
  const { rows } = await sql<Recording>`select ${recordingColumns(readerId)} from ${recordingJoined}
    where r.owner_id = ${ownerId} and r.id = ${id}`.execute(db);
  if (!rows[0]) throw new NotFound();
  return rows[0];
}

/** What one person wrote about a moment. */
interface Written {
  writer: string;
  fromMs: number;
  text: string;
}

/**
 * A recording in words, with what was said in it and all that was written about it, shared or not, for those whom the
 * law lets open it.
 */
export async function presentRecording(db: Db, ownerId: string, id: string): Promise<Presented> {
  const recording = await selectOne(db, ownerId, id, null);
  const said = await selectUtterances(db, ownerId, id);
  return {
    title: recording.title,
    fields: [
      { label: t('Date'), text: formatDate(recording.filmedOn) },
      { label: t('What went on'), text: recording.lesson },
      ...(await selectNotes(db, ownerId, id)).map(({ writer, fromMs, text }) => ({
        label: t('{name} at {time}', { name: writer, time: clockOf(fromMs) }),
        text,
      })),
      ...(await selectReplies(db, ownerId, id)).map(({ writer, fromMs, text }) => ({
        label: t('{name}’s answer to a note at {time}', { name: writer, time: clockOf(fromMs) }),
        text,
      })),
      ...(said.length > 0 ? [{ label: t('Transcript'), text: said.map(utteranceLine).join('\n') }] : []),
    ],
    ...(isPlayable(recording) && playedOf(recording) ? { plays: recording.kind ?? 'video' } : {}),
  };
}

/** '0:07 Ann: Look at the shape.' */
const utteranceLine = ({ fromMs, speaker, text }: Utterance): string =>
  `${clockOf(fromMs)} ${speaker && `${speaker}: `}${text}`;

async function selectNotes(db: Db, ownerId: string, id: string): Promise<Written[]> {
  const { rows } = await sql<Written>`
    select p.name as writer, n.from_ms as "fromMs", n.text from recording_note n join person p on p.id = n.person_id
    where n.owner_id = ${ownerId} and n.recording_id = ${id} and n.ended_at is null and n.text <> ''
    order by n.from_ms, n.id`.execute(db);
  return rows;
}

async function selectReplies(db: Db, ownerId: string, id: string): Promise<Written[]> {
  const { rows } = await sql<Written>`
    select p.name as writer, n.from_ms as "fromMs", a.text
    from recording_reply a join recording_note n on n.owner_id = a.owner_id and n.id = a.note_id
    join person p on p.id = a.person_id
    where a.owner_id = ${ownerId} and n.owner_id = ${ownerId} and a.recording_id = ${id} and a.ended_at is null
      and n.ended_at is null
    order by n.from_ms, a.id`.execute(db);
  return rows;
}

/** Plays it to the two whom the law lets open it. That they did stands where its author reads it, when that is safe. */
export async function playByLaw(visit: Visit, item: Item, hiddenUntil: Date | null): Promise<Bytes> {
  const recording = await selectOne(visit.db, item.ownerId, item.id, visit.who.personId);
  if (await noteView(visit, recording, hiddenUntil)) visit.noteOpened(item, 'override', hiddenUntil);
  return sendMedium(visit, recording, playedOf(recording));
}
