import { keepText } from '#platform/audit/text-versions.ts';
import type { Db } from '#platform/db/database.ts';
import { draftColumn, type DraftFields, type Writer } from '#platform/drafts/drafts.ts';
import type { Texts } from './starting-points-form.ts';

/** Notes of one talk. `textsVersion` and `replyVersion` say at which save each half was last changed. */
interface InterviewNotes {
  id: string;
  teacherId: string;
  teacher: string;
  interviewerId: string;
  interviewer: string;
  startingPointsId: string;
  heldOn: string;
  texts: Texts;
  reply: string;
  version: number;
  textsVersion: number;
  replyVersion: number;
  updatedAt: Date;
}

/** The notes with this id. Ask the kernel about their item first. */
export async function selectInterviewNotes(
  db: Db,
  organisationId: string,
  id: string,
): Promise<InterviewNotes> {
  const row = await interviewNotes(db, organisationId, id).executeTakeFirstOrThrow();
  return { ...row, texts: row.texts as Texts };
}

/** The same, with what this person was writing under `draftKey` and has not sent. */
export async function selectNotesToAnswer(
  db: Db,
  organisationId: string,
  id: string,
  draft: { writer: Writer; key: string },
): Promise<InterviewNotes & { draft: DraftFields | null }> {
  const row = await interviewNotes(db, organisationId, id)
    .select(draftColumn(draft.writer, draft.key).as('draft'))
    .executeTakeFirstOrThrow();
  return { ...row, texts: row.texts as Texts };
}

const interviewNotes = (db: Db, organisationId: string, id: string) =>
  db
    .selectFrom('interview_notes as n')
    .innerJoin('person as teacher', 'teacher.id', 'n.teacher_id')
    .innerJoin('person as interviewer', 'interviewer.id', 'n.interviewer_id')
    .select([
      'n.id',
      'n.teacher_id as teacherId',
      'teacher.name as teacher',
      'n.interviewer_id as interviewerId',
      'interviewer.name as interviewer',
      'n.starting_points_id as startingPointsId',
      'n.held_on as heldOn',
      'n.texts',
      'n.reply',
      'n.version',
      'n.texts_version as textsVersion',
      'n.reply_version as replyVersion',
      'n.updated_at as updatedAt',
    ])
    .where('n.owner_id', '=', organisationId)
    .where('n.id', '=', id);

/** Writes the first notes beside their item. Returns false when this interviewer has notes of it already. */
export async function insertInterviewNotes(
  tx: Db,
  notes: {
    organisationId: string;
    id: string;
    teacherId: string;
    startingPointsId: string;
    interviewerId: string;
    heldOn: string;
    texts: Texts;
  },
  at: Date,
): Promise<boolean> {
  const written = await tx
    .insertInto('interview_notes')
    .values({
      owner_id: notes.organisationId,
      id: notes.id,
      teacher_id: notes.teacherId,
      starting_points_id: notes.startingPointsId,
      interviewer_id: notes.interviewerId,
      held_on: notes.heldOn,
      texts: JSON.stringify(notes.texts),
      reply: '',
      version: 1,
      texts_version: 1,
      reply_version: 1,
      created_at: at,
      updated_at: at,
    })
    .onConflict((conflict) =>
      conflict.columns(['owner_id', 'starting_points_id', 'interviewer_id']).doNothing(),
    )
    .returning('id')
    .executeTakeFirst();
  return written !== undefined;
}

/**
 * Saves one half over the version that was shown, and keeps what stood there. The other half may have
 * been saved meanwhile. Returns false when this half was.
 */
export async function updateInterviewNotes(
  tx: Db,
  organisationId: string,
  before: InterviewNotes,
  change: { shown: number; writtenBy: string } & ({ texts: Texts; heldOn: string } | { reply: string }),
  at: Date,
): Promise<boolean> {
  const next = before.version + 1;
  const half = 'reply' in change ? 'reply_version' : 'texts_version';
  const saved = await tx
    .updateTable('interview_notes')
    .set({
      version: next,
      [half]: next,
      updated_at: at,
      ...('reply' in change
        ? { reply: change.reply }
        : { texts: JSON.stringify(change.texts), held_on: change.heldOn }),
    })
    .where('owner_id', '=', organisationId)
    .where('id', '=', before.id)
    .where('version', '=', before.version)
    .where(half, '=', change.shown)
    .executeTakeFirst();
  if (saved.numUpdatedRows === 0n) return false;
  const { id, version, heldOn, texts, reply, updatedAt } = before;
  const kept = { ownerId: organisationId, id };
  await keepText(tx, kept, version, { heldOn, texts, reply }, change.writtenBy, updatedAt);
  return true;
}
