import { basename } from 'node:path';
import { today } from '#platform/calendar/dates.ts';
import type { Db } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { transaction } from '#platform/db/transaction.ts';
import { record } from '#platform/audit/record.ts';
import type { Services } from '#platform/http/context.ts';
import { comparable } from '#platform/i18n/comparable.ts';
import { enqueue } from '#platform/jobs/outbox.ts';
import { applyRun } from '../apply/apply-run.ts';
import { keepFiles } from '../keep-files.ts';
import {
  type ImportOptions,
  makePlan,
  noOptions,
  type Planned,
  type Question,
  readFiles,
} from '../preview/make-plan.ts';
import { schoolsOfOurs } from '../preview/own-organisation.ts';
import { previewRows, summarise } from '../preview/preview-rows.ts';
import { writePreview } from '../preview/preview-run.ts';
import { type Reach, selectReach } from '../preview/reach.ts';
import type { PlainKind, UploadedFile } from '../read/index.ts';
import { insertRun, type RunFile, selectRun, updateRun } from '../run.queries.ts';
import { previewText } from './preview-text.ts';

export interface CommandOptions {
  files: readonly UploadedFile[];
  /** Print the preview and write nothing at all. */
  dryRun: boolean;
  /** The name of the organisation that imports; needed when there are several that stand by themselves. */
  organisation: string | null;
  kind: PlainKind | null;
  /** The name of the organisation of the files that is ours, or 'none' when they are schools of ours. */
  own: string | null;
  endAbsent: boolean;
  /** Said beforehand that many may end. */
  manyEndings: boolean;
  bringBack: boolean;
  /** Every line of each list. */
  all: boolean;
  print(text: string): void;
  /** Asks whether to go on; with --yes it says yes. */
  confirm(): Promise<boolean>;
}

/** 0 done or nothing to do · 1 not possible with these files · 3 something must be said first, or was not confirmed */
type ExitCode = 0 | 1 | 3;

/** The same import as on the page, by command: preview, confirmation, writing. Kept among the imports of the school. */
export async function importByCommand(
  services: Pick<Services, 'db' | 'storage' | 'now' | 'nudge'>,
  options: CommandOptions,
): Promise<ExitCode> {
  const { db } = services;
  const { print } = options;
  const home = await findOrganisation(db, options.organisation);
  if ('trouble' in home) {
    print(`${home.trouble}\n`);
    return 3;
  }
  const reach = await selectReach(db, home.id);
  const files = options.files.map(({ name, bytes }) => ({ name: basename(name), bytes }));
  const said: ImportOptions = {
    ...noOptions,
    kinds: Object.fromEntries(options.kind ? files.map(({ name }) => [name, options.kind!]) : []),
    endAbsent: options.endAbsent,
  };
  const roster = readFiles(files, said);
  const day = today(services.now(), reach.home.zone);
  let planned = await makePlan(db, reach, roster, said, day);
  if (planned.question?.sort === 'organisation') {
    said.own = ownOf(planned.question, options.own);
    if (said.own !== null) planned = await makePlan(db, reach, roster, said, day);
  }
  if (planned.question !== null) {
    print(`${asked(planned.question, reach)}\n`);
    return 3;
  }
  const rows = previewRows(planned);
  const summary = summarise(planned, rows);
  print(`${reach.home.name}\n${previewText(summary, rows, options.all)}`);
  if (planned.roster.people.length === 0 && planned.roster.units.length === 0) return 1;
  if (summary.nothingToDo || options.dryRun) return 0;
  if (summary.needs.length > 0 && !options.manyEndings) {
    print('Add --many-end if that is right.\n');
    return 3;
  }
  if (!(await options.confirm())) {
    print('Nothing was written.\n');
    return 3;
  }
  return carryOut(services, reach, files, said, planned, options);
}

async function carryOut(
  services: Pick<Services, 'db' | 'storage' | 'now' | 'nudge'>,
  reach: Reach,
  files: readonly UploadedFile[],
  said: ImportOptions,
  planned: Planned,
  { bringBack, manyEndings, print }: CommandOptions,
): Promise<ExitCode> {
  const { db, storage } = services;
  const kept: RunFile[] = [];
  for (const { name, bytes } of files) {
    const { sha256, bytes: size } = await storage.put(bytes, { maxBytes: bytes.length });
    kept.push({ name, sha256, bytes: size });
  }
  const now = services.now();
  const run = { ownerId: reach.home.id, id: newId(now) };
  await transaction(db, async (tx) => {
    await insertRun(tx, { ...run, files: kept, options: said, createdBy: null }, now);
    await keepFiles(tx, run, kept, run.ownerId, now);
    await writePreview(tx, await selectRun(tx, run.ownerId, run.id), planned, now);
    const confirmed = { bringBack, manyEndings, roles: [], begun: false };
    await updateRun(tx, run, { state: 'applying', options: { ...said, confirmed }, confirmedAt: now }, now);
    await record(
      tx,
      null,
      { ownerId: run.ownerId, kind: 'import.confirmed-by-command', itemId: run.id },
      now,
    );
    // Should this process be stopped half-way, the server carries on.
    const dueAt = new Date(now.getTime() + 120_000);
    await enqueue(tx, run.ownerId, 'import.carry-on', { runId: run.id }, { at: now, dueAt });
  });
  const outcome = await applyRun(services, run);
  services.nudge();
  if (outcome === 'done') {
    print('Done. No accounts were opened: invite people on the page People.\n');
    return 0;
  }
  print(
    outcome === 'shown-again'
      ? 'Something changed meanwhile, so nothing was written. Run the command again.\n'
      : 'Another import is under way. This one follows it by itself while the server runs.\n',
  );
  return 3;
}

async function findOrganisation(db: Db, name: string | null): Promise<{ id: string } | { trouble: string }> {
  const all = await db
    .selectFrom('organisation')
    .select(['id', 'name', 'parent_id as parentId'])
    .where('ended_at', 'is', null)
    .orderBy('path')
    .execute();
  const listed = (some: typeof all) => some.map((each) => `  ${each.name}`).join('\n');
  if (all.length === 0) return { trouble: 'There is no school yet. Start Staffroom and set it up first.' };
  const found =
    name === null
      ? all.filter(({ parentId }) => parentId === null)
      : all.filter((each) => comparable(each.name) === comparable(name));
  if (found.length === 1) return found[0]!;
  return found.length === 0
    ? { trouble: `There is no organisation called “${name}”. These are here:\n${listed(all)}` }
    : { trouble: `Say into which organisation, with --organisation NAME. These are here:\n${listed(found)}` };
}

function ownOf(question: Extract<Question, { sort: 'organisation' }>, said: string | null): string | null {
  if (said === 'none' && question.mayHoldSchools) return schoolsOfOurs;
  if (said === null) return question.choices.length === 1 ? question.choices[0]!.key : null;
  const found = question.choices.filter(({ name }) => comparable(name) === comparable(said));
  return found.length === 1 ? found[0]!.key : null;
}

const asked = (question: Question, { home }: Reach): string =>
  question.sort === 'kind'
    ? `Say whether these list staff or pupils, with --kind staff or --kind pupils: ${question.files.join(', ')}`
    : `Say which of these is ${home.name}, with --own NAME${question.mayHoldSchools ? ' (--own none when they are schools of yours)' : ''}:\n${question.choices.map(({ name }) => `  ${name}`).join('\n')}`;
