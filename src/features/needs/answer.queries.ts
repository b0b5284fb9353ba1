import { sql } from 'kysely';
import { keepText } from '#platform/audit/text-versions.ts';
import type { Db } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import type { OwnAnswer, Side } from './asking.queries.ts';
import type { SaidByPart } from './needs-form.ts';

/** A need as the form sent it; one without topic and words is not there. */
export interface SentNeed {
  side: Side;
  place: number;
  topicId: string | null;
  words: string;
}

/** Writes a first answer beside its item. Returns false when the person has one already. */
export async function insertAnswer(
  tx: Db,
  answer: { organisationId: string; id: string; askingId: string; personId: string; said: SaidByPart },
  at: Date,
): Promise<boolean> {
  const written = await tx
    .insertInto('needs_answer')
    .values({
      owner_id: answer.organisationId,
      id: answer.id,
      asking_id: answer.askingId,
      person_id: answer.personId,
      said: JSON.stringify(answer.said),
      version: 1,
      created_at: at,
      updated_at: at,
    })
    .onConflict((conflict) => conflict.columns(['owner_id', 'asking_id', 'person_id']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return written !== undefined;
}

/**
 * Saves over a version of an answer and keeps the old text. Returns false, with nothing changed, when
 * the answer is at another version by now.
 */
export async function updateAnswer(
  tx: Db,
  organisationId: string,
  old: OwnAnswer,
  change: { version: number; said: SaidByPart; writtenBy: string },
  at: Date,
): Promise<boolean> {
  const saved = await tx
    .updateTable('needs_answer')
    .set({ said: JSON.stringify(change.said), version: change.version + 1, updated_at: at })
    .where('owner_id', '=', organisationId)
    .where('id', '=', old.id)
    .where('version', '=', change.version)
    .executeTakeFirst();
  if (saved.numUpdatedRows === 0n) return false;
  const of = { ownerId: organisationId, id: old.id };
  const text = { said: old.said, needs: old.needs };
  await keepText(tx, of, old.version, text, change.writtenBy, new Date(old.updatedAt));
  return true;
}

/**
 * Makes the stored needs of an answer those that were sent, place by place, so that what a need was
 * joined to stays with it. One that is no longer named ends and can come back.
 */
export async function saveNeeds(
  tx: Db,
  answer: { organisationId: string; askingId: string; answerId: string; personId: string },
  needs: readonly SentNeed[],
  at: Date,
): Promise<void> {
  const kept = needs.map((need) => `${need.side} ${need.place}`);
  await sql`update need set ended_at = ${at} where owner_id = ${answer.organisationId}
    and answer_id = ${answer.answerId} and ended_at is null
    and not (side || ' ' || place::text = any(${kept}::text[]))`.execute(tx);
  if (needs.length === 0) return;
  await tx
    .insertInto('need')
    .values(
      needs.map((need) => ({
        owner_id: answer.organisationId,
        id: newId(at),
        asking_id: answer.askingId,
        answer_id: answer.answerId,
        person_id: answer.personId,
        side: need.side,
        place: need.place,
        topic_id: need.topicId,
        words: need.words,
        changed_at: at,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['owner_id', 'answer_id', 'side', 'place']).doUpdateSet((row) => ({
        topic_id: row.ref('excluded.topic_id'),
        words: row.ref('excluded.words'),
        ended_at: null,
        changed_at: sql<Date>`case when need.topic_id is distinct from excluded.topic_id
            or need.words <> excluded.words then excluded.changed_at else need.changed_at end`,
      })),
    )
    .execute();
}

/** How many people named each topic, for those who answered: the counts go through small-number protection first. */
export async function selectTopicCounts(
  db: Db,
  organisationId: string,
  askingId: string,
): Promise<{ answered: number; topics: { topicId: string | null; side: Side; people: number }[] }> {
  const { rows } = await sql<{
    answered: number;
    topics: { topicId: string | null; side: Side; people: number }[];
  }>`
    select (select count(*)::integer from needs_answer w
        where w.owner_id = ${organisationId} and w.asking_id = ${askingId}) as answered,
      coalesce((select json_agg(json_build_object('topicId', c.topic_id, 'side', c.side, 'people', c.people)) from (
        select n.topic_id, n.side, count(distinct n.person_id)::integer as people from need n
        where n.owner_id = ${organisationId} and n.asking_id = ${askingId} and n.ended_at is null
        group by n.topic_id, n.side) c), '[]') as topics`.execute(db);
  return rows[0]!;
}
