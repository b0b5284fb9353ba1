import { today } from '#platform/calendar/dates.ts';
import type { Db } from '#platform/db/database.ts';
import type { Storage } from '#platform/storage/storage.ts';
import type { UploadedFile } from '../read/index.ts';
import { selectPrepared } from '../next-year-known.ts';
import { replaceRows } from '../row.queries.ts';
import { type Run, type RunFile, selectRun, updateRun } from '../run.queries.ts';
import { makePlan, type Planned, readFiles } from './make-plan.ts';
import { previewRows, summarise } from './preview-rows.ts';
import { selectReach } from './reach.ts';

/** Files up to this size in all are read while the person waits; larger ones by a job. In bytes. */
export const readAtOnce = 600_000;

export const sizeOf = (files: readonly RunFile[]): number => files.reduce((sum, { bytes }) => sum + bytes, 0);

/** The kept files of an import, whole. */
export async function loadFiles(storage: Storage, files: readonly RunFile[]): Promise<UploadedFile[]> {
  const loaded: UploadedFile[] = [];
  for (const { name, sha256 } of files) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of await storage.open(sha256)) chunks.push(chunk as Uint8Array);
    loaded.push({ name, bytes: new Uint8Array(Buffer.concat(chunks)) });
  }
  return loaded;
}

/** Reads the files of an import that waits for it, and writes its preview in the place of any before. */
export async function previewRun(
  tx: Db,
  storage: Storage,
  { ownerId, id }: Pick<Run, 'ownerId' | 'id'>,
  now: Date,
): Promise<void> {
  const run = await selectRun(tx, ownerId, id, { lock: true });
  if (run.state !== 'reading') return;
  const reach = await selectReach(tx, ownerId);
  const roster = readFiles(await loadFiles(storage, run.files), run.options);
  const planned = await makePlan(tx, reach, roster, run.options, today(now, reach.home.zone));
  await writePreview(tx, run, planned, now);
}

/** Keeps a plan as the preview of an import. `madeAgain`: because something changed since it was shown. */
export async function writePreview(
  tx: Db,
  run: Run,
  planned: Planned,
  now: Date,
  { madeAgain = false } = {},
): Promise<void> {
  const all = previewRows(planned, run.options.twoPeople);
  // Before a question is answered a plan means little; only what could not be read is shown.
  const rows =
    planned.question === null
      ? all
      : all.filter((row) => row.part === 'problem' && row.body.effect !== 'noted');
  await replaceRows(tx, run, rows);
  const isEmpty =
    planned.roster.people.length === 0 && planned.roster.units.length === 0 && planned.elsewhere === 0;
  const prepared = await selectPrepared(tx, run.ownerId);
  const { confirmed: _unused, ...options } = run.options;
  await updateRun(
    tx,
    run,
    {
      state: planned.question !== null ? 'asking' : isEmpty ? 'failed' : 'ready',
      summary: {
        ...summarise(planned, rows),
        ...(prepared && { prepared }),
        ...(madeAgain ? { madeAgain } : {}),
      },
      fingerprint: planned.fingerprint,
      options,
      progress: 0,
      steps: 0,
    },
    now,
  );
}
