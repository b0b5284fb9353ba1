import type { Db } from '#platform/db/database.ts';
import { type FormPart, readyForm } from './form-parts.ts';

export interface SchoolForm {
  /** 0 while the school uses the ready form and nobody has begun an agreement. */
  version: number;
  parts: FormPart[];
}

/** The form that a new agreement is begun on. */
export async function selectForm(db: Db, ownerId: string): Promise<SchoolForm> {
  const row = await db
    .selectFrom('agreement_form')
    .select(['version', 'parts'])
    .where('owner_id', '=', ownerId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? { version: row.version, parts: row.parts as FormPart[] } : { version: 0, parts: readyForm() };
}

/** The same, kept under a number: an agreement stays on the form it was begun on, also when Staffroom's changes. */
export async function keepForm(tx: Db, ownerId: string, now: Date): Promise<number> {
  const { version, parts } = await selectForm(tx, ownerId);
  if (version > 0) return version;
  await insertForm(tx, ownerId, { version: 1, parts }, null, now);
  return 1;
}

/** Answers whether this version was still free. */
export async function insertForm(
  tx: Db,
  ownerId: string,
  { version, parts }: SchoolForm,
  changedBy: string | null,
  now: Date,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('agreement_form')
    .values({
      owner_id: ownerId,
      version,
      parts: JSON.stringify(parts),
      changed_by: changedBy,
      changed_at: now,
    })
    .onConflict((conflict) => conflict.columns(['owner_id', 'version']).doNothing())
    .executeTakeFirst();
  return Number(numInsertedOrUpdatedRows ?? 0) > 0;
}

export interface FormVersion {
  version: number;
  changedById: string | null;
  changedBy: string | null;
  changedAt: Date;
}

/** The versions of a school's form, newest first. */
export const selectFormVersions = (db: Db, ownerId: string): Promise<FormVersion[]> =>
  db
    .selectFrom('agreement_form as f')
    .leftJoin('person as p', 'p.id', 'f.changed_by')
    .select(['f.version', 'f.changed_by as changedById', 'p.name as changedBy', 'f.changed_at as changedAt'])
    .where('f.owner_id', '=', ownerId)
    .orderBy('f.version', 'desc')
    .limit(50)
    .execute();

/** One version of the form, or undefined. */
export async function selectFormVersion(
  db: Db,
  ownerId: string,
  version: number,
): Promise<FormPart[] | undefined> {
  const row = await db
    .selectFrom('agreement_form')
    .select('parts')
    .where('owner_id', '=', ownerId)
    .where('version', '=', version)
    .executeTakeFirst();
  return row?.parts as FormPart[] | undefined;
}
