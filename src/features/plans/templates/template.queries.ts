import { type Expression, sql } from 'kysely';
import { list, type List } from '#platform/access/composed.ts';
import type { Db } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import type { Change } from '#platform/http/context.ts';
import type { TemplatePart } from '../plan.ts';

/** Headings under which the school plans. */
export interface PlanTemplate {
  id: string;
  title: string;
  parts: TemplatePart[];
  lessonText: string;
  version: number;
  endedAt: Date | null;
}

const columns = sql`t.id, t.title, t.parts, t.lesson_text as "lessonText", t.version, t.ended_at as "endedAt"`;

/** The school's own templates that stand, by title. */
export const templatesList = (owner: string): List<PlanTemplate> =>
  list<PlanTemplate>(
    sql`select ${columns} from plan_template t where t.owner_id = ${owner} and t.ended_at is null
      order by t.title, t.id limit 50`,
    { endedAt: 'moment' },
  );

/** One of them, also when it was taken away. */
export const templateList = (owner: string, id: Expression<string>): List<PlanTemplate> =>
  list<PlanTemplate>(
    sql`select ${columns} from plan_template t where t.owner_id = ${owner} and t.id = ${id}`,
    { endedAt: 'moment' },
  );

export async function selectTemplate(db: Db, ownerId: string, id: string): Promise<PlanTemplate | undefined> {
  const { rows } = await sql<PlanTemplate>`select ${columns} from plan_template t
    where t.owner_id = ${ownerId} and t.id = ${id}`.execute(db);
  return rows[0];
}

export type TemplateFields = Pick<PlanTemplate, 'title' | 'parts' | 'lessonText'>;

const stored = ({ title, parts, lessonText }: TemplateFields) => ({
  title,
  parts: JSON.stringify(parts),
  lesson_text: lessonText,
});

export async function insertTemplate(
  { tx, organisationId, who, now }: Change,
  fields: TemplateFields,
): Promise<string> {
  const id = newId(now);
  await tx
    .insertInto('plan_template')
    .values({
      owner_id: organisationId,
      id,
      ...stored(fields),
      version: 1,
      changed_by: who.personId,
      changed_at: now,
      created_at: now,
      ended_at: null,
    })
    .execute();
  return id;
}

/** Saves over the version that was shown; false when that is not the one that stands. Plans keep theirs. */
export async function updateTemplate(
  { tx, organisationId, who, now }: Change,
  { id, version }: { id: string; version: number },
  fields: TemplateFields,
): Promise<boolean> {
  const saved = await tx
    .updateTable('plan_template')
    .set({ ...stored(fields), version: version + 1, changed_by: who.personId, changed_at: now })
    .where('owner_id', '=', organisationId)
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst();
  return saved !== undefined;
}

export const setTemplateEnded = (tx: Db, ownerId: string, id: string, at: Date | null): Promise<unknown> =>
  tx
    .updateTable('plan_template')
    .set({ ended_at: at })
    .where('owner_id', '=', ownerId)
    .where('id', '=', id)
    .execute();
