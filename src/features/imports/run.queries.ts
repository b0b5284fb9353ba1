import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import { isId } from '#platform/db/ids.ts';
import { NotFound } from '#platform/errors.ts';
import type { ImportOptions } from './preview/make-plan.ts';
import type { PreviewSummary } from './preview/preview.ts';

/**
 * reading: the files are being read · asking: something must be said first · ready: it can be looked at and
 * confirmed · applying, undoing: under way · done, undone, dropped: over · failed: the files could not be read.
 */
export type RunState =
  | 'reading'
  | 'asking'
  | 'ready'
  | 'applying'
  | 'done'
  | 'undoing'
  | 'undone'
  | 'dropped'
  | 'failed';

export interface RunFile {
  name: string;
  sha256: string;
  bytes: number;
}

/** What was said when it was confirmed, beside what the preview was made with. */
export interface Confirmed {
  bringBack: boolean;
  manyEndings: boolean;
  /** Roles that the person who confirmed gives: roster key and role. */
  roles: { key: string; role: string }[];
  /** Whether writing has begun; from then on it is carried on, not planned anew. */
  begun: boolean;
}

export interface Run {
  ownerId: string;
  id: string;
  state: RunState;
  files: RunFile[];
  options: ImportOptions & { confirmed?: Confirmed };
  /** What its preview came to and, when it is over, what became of it; nothing before there is a preview. */
  summary: Partial<PreviewSummary>;
  fingerprint: string;
  progress: number;
  steps: number;
  failure: string | null;
  createdBy: string | null;
  createdAt: Date;
  changedAt: Date;
  confirmedBy: string | null;
  finishedAt: Date | null;
  emptiedAt: Date | null;
}

const columns = sql`r.owner_id as "ownerId", r.id, r.state, r.files, r.options, r.summary, r.fingerprint, r.progress,
  r.steps, r.failure, r.created_by as "createdBy", r.created_at as "createdAt", r.changed_at as "changedAt",
  r.confirmed_by as "confirmedBy", r.finished_at as "finishedAt", r.emptied_at as "emptiedAt"`;

/** One import of an organisation. Throws `NotFound`. `lock` holds it until the transaction ends. */
export async function selectRun(
  db: Db,
  ownerId: string,
  id: string,
  { lock = false } = {},
): Promise<Run & { by: string | null }> {
  if (!isId(id)) throw new NotFound();
  const { rows } = await sql<Run & { by: string | null }>`
    select ${columns}, p.name as by from import_run r left join person p on p.id = r.created_by
    where r.owner_id = ${ownerId} and r.id = ${id} ${lock ? sql`for update of r` : sql``}`.execute(db);
  if (!rows[0]) throw new NotFound('There is no import at this address.');
  return rows[0];
}

export const runsPerPage = 20;

export async function selectRuns(
  db: Db,
  ownerId: string,
  page: number,
): Promise<{ runs: (Run & { by: string | null })[]; total: number }> {
  const { rows } = await sql<Run & { by: string | null; total: number }>`
    select ${columns}, p.name as by, count(*) over ()::int as total
    from import_run r left join person p on p.id = r.created_by
    where r.owner_id = ${ownerId}
    order by r.created_at desc, r.id desc limit ${runsPerPage} offset ${(page - 1) * runsPerPage}`.execute(
    db,
  );
  return { runs: rows, total: rows[0]?.total ?? 0 };
}

interface NewRun {
  ownerId: string;
  id: string;
  files: readonly RunFile[];
  options: ImportOptions;
  createdBy: string | null;
}

export async function insertRun(tx: Db, run: NewRun, now: Date): Promise<void> {
  await tx
    .insertInto('import_run')
    .values({
      owner_id: run.ownerId,
      id: run.id,
      state: 'reading',
      files: JSON.stringify(run.files),
      options: JSON.stringify(run.options),
      summary: '{}',
      fingerprint: '',
      progress: 0,
      steps: 0,
      created_by: run.createdBy,
      created_at: now,
      changed_at: now,
    })
    .execute();
}

interface RunChange {
  state?: RunState;
  options?: Run['options'];
  summary?: Run['summary'];
  fingerprint?: string;
  progress?: number;
  steps?: number;
  failure?: string | null;
  confirmedBy?: string | null;
  confirmedAt?: Date;
  finishedAt?: Date;
}

export async function updateRun(
  tx: Db,
  { ownerId, id }: Pick<Run, 'ownerId' | 'id'>,
  change: RunChange,
  now: Date,
): Promise<void> {
  const { options, summary, confirmedBy, confirmedAt, finishedAt, ...plain } = change;
  await tx
    .updateTable('import_run')
    .set({
      ...plain,
      ...(options ? { options: JSON.stringify(options) } : {}),
      ...(summary ? { summary: JSON.stringify(summary) } : {}),
      ...(confirmedBy === undefined ? {} : { confirmed_by: confirmedBy }),
      ...(confirmedAt ? { confirmed_at: confirmedAt } : {}),
      ...(finishedAt ? { finished_at: finishedAt } : {}),
      changed_at: now,
    })
    .where('owner_id', '=', ownerId)
    .where('id', '=', id)
    .execute();
}
