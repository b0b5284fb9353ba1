import { type Expression, sql } from 'kysely';
import { list, type List } from '#platform/access/composed.ts';
import { insertItem } from '#platform/access/items.ts';
import type { Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import { raisedFromList } from '#features/needs/index.ts';
import { suggestionGrants } from '../audience.ts';
import { suggestionPolicy } from '../plan.policy.ts';

export type SuggestionState = 'open' | 'taken-up' | 'not-now' | 'help-wanted';

/** What somebody says beside a plan, and what became of it. */
export interface Suggestion {
  id: string;
  lessonId: string | null;
  words: string;
  state: SuggestionState;
  answer: string;
  answeredBy: string | null;
  answeredAt: Date | null;
  authorId: string;
  author: string;
  createdAt: Date;
  /** The need that came of it, for whoever may know: its words, and the priority that it is joined to. */
  need: { words: string; sort: 'own' | 'subject'; priority: string | null; programme: string | null } | null;
}

/** The suggestions beside a plan that this person may read, the oldest first. */
export const suggestionsList = (who: Who, scheme: Expression<string>): List<Suggestion> =>
  list<Suggestion>(
    sql`select g.id, g.lesson_id as "lessonId", g.words, g.state, g.answer, b.name as "answeredBy",
        g.answered_at as "answeredAt", i.author_id as "authorId", a.name as author, g.created_at as "createdAt",
        ${raisedFromList(who, 'g')} as need
      from plan_suggestion g join item i on i.owner_id = ${who.organisationId} and i.id = g.id and i.ended_at is null
      join person a on a.id = i.author_id left join person b on b.id = g.answered_by
      where g.owner_id = ${who.organisationId} and g.scheme_id = ${scheme} and ${who.sees('i', suggestionPolicy)}
      order by g.created_at, g.id limit 200`,
    { answeredAt: 'moment', createdAt: 'moment' },
  );

export async function insertSuggestion(
  tx: Db,
  { ownerId, authorId }: { ownerId: string; authorId: string },
  {
    schemeId,
    lessonId,
    words,
    teacherIds,
  }: { schemeId: string; lessonId: string | null; words: string; teacherIds: readonly string[] },
  now: Date,
): Promise<string> {
  const grants = suggestionGrants(teacherIds);
  const id = await insertItem(tx, { ownerId, policy: suggestionPolicy, authorId, grants }, now);
  await tx
    .insertInto('plan_suggestion')
    .values({
      owner_id: ownerId,
      id,
      scheme_id: schemeId,
      lesson_id: lessonId,
      words,
      state: 'open',
      answer: '',
      answered_by: null,
      answered_at: null,
      created_at: now,
    })
    .execute();
  return id;
}

/** Says what became of a suggestion, or with null opens it again. */
export const updateSuggestion = (
  tx: Db,
  ownerId: string,
  id: string,
  answer: { state: SuggestionState; words: string; by: string; at: Date } | null,
): Promise<unknown> =>
  tx
    .updateTable('plan_suggestion')
    .set({
      state: answer?.state ?? 'open',
      answer: answer?.words ?? '',
      answered_by: answer?.by ?? null,
      answered_at: answer?.at ?? null,
    })
    .where('owner_id', '=', ownerId)
    .where('id', '=', id)
    .execute();

/** The suggestions of a plan, for whoever changes who teaches by it. */
export async function selectSuggestionIds(db: Db, ownerId: string, schemeId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('plan_suggestion')
    .select('id')
    .where('owner_id', '=', ownerId)
    .where('scheme_id', '=', schemeId)
    .execute();
  return rows.map(({ id }) => id);
}
