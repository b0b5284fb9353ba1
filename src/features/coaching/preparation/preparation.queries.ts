import { sql } from 'kysely';
import type { Writer, DraftFields } from '#platform/drafts/drafts.ts';
import { draftColumn } from '#platform/drafts/drafts.ts';
import type { Db } from '#platform/db/database.ts';

/** What somebody wrote for themselves at one task of a module. */
export interface PreparationNote {
  id: string;
  task: string;
  words: string;
  version: number;
  updatedAt: Date;
}

interface OneModule {
  notes: PreparationNote[];
  /** When they finished it; null while they have not. */
  doneAt: Date | null;
  /** What they were writing and did not save. */
  draft: DraftFields | null;
}

/** The draft of what is being written at the tasks of a module. */
export const draftKey = (module: string): string => `preparation:${module}`;

/** The name of a task's field in the form. */
export const fieldOf = ({ id }: { id: string }): string => `words-${id}`;

/** What was written at a task, if anything. */
export const noteAt = (notes: readonly PreparationNote[], task: string): PreparationNote | undefined =>
  notes.find((each) => each.task === task);

/** The version of all notes of a module together: it grows with each of them. */
export const versionOf = (notes: readonly PreparationNote[]): number =>
  notes.reduce((sum, { version }) => sum + version, 0);

/** The modules that somebody has finished, by id. One statement. */
export async function selectFinished(db: Db, { personId, organisationId }: Writer): Promise<string[]> {
  const rows = await db
    .selectFrom('coaching_prepared')
    .select('module')
    .where('owner_id', '=', organisationId)
    .where('person_id', '=', personId)
    .execute();
  return rows.map(({ module }) => module);
}

/** One's own notes on a module, and whether it is finished. One statement. */
export async function selectModule(db: Db, writer: Writer, module: string): Promise<OneModule> {
  const { personId, organisationId } = writer;
  const { rows } = await sql<{
    notes: (Omit<PreparationNote, 'updatedAt'> & { updatedAt: string })[];
    doneAt: Date | null;
    draft: OneModule['draft'];
  }>`select
      coalesce((select json_agg(json_build_object('id', n.id, 'task', n.task, 'words', n.words, 'version', n.version,
          'updatedAt', n.updated_at)) from preparation_note n
        where n.owner_id = ${personId} and n.organisation_id = ${organisationId} and n.module = ${module}), '[]'::json)
        as notes,
      (select p.done_at from coaching_prepared p where p.owner_id = ${organisationId} and p.person_id = ${personId}
        and p.module = ${module}) as "doneAt",
      ${draftColumn(writer, draftKey(module))} as draft`.execute(db);
  const { notes, ...rest } = rows[0]!;
  return { ...rest, notes: notes.map((note) => ({ ...note, updatedAt: new Date(note.updatedAt) })) };
}
