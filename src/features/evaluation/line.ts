import { keepText, throwStale } from '#platform/audit/text-versions.ts';
import { isId, newId } from '#platform/db/ids.ts';
import { NotFound } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { see, type See } from '#platform/http/route.ts';
import { evaluationHref } from './addresses.ts';
import { openEvaluation, type OpenedEvaluation } from './open-evaluation.ts';

/** The least that is known of a line which the team writes beside the figures: a claim, another explanation. */
interface Line {
  id: string;
  version: number;
}

/** One sort of such lines: where they are kept and shown, what is recorded of them, and what is said. */
export interface LineSort<L extends Line> {
  table: 'evaluation_claim' | 'evaluation_rival';
  /** The last part of the address of their page. */
  page: 'claims' | 'sure';
  /** `evaluation.claim-added` and so on are recorded, with the line's id as `claimId`. */
  name: 'claim' | 'rival';
  /** What a person reads when somebody else saved meanwhile. */
  texts(line: L): { name: string; label: string; text: string }[];
  taken: () => string;
  back: () => string;
}

/** The columns that every sort of line has. */
interface NewLine {
  owner_id: string;
  id: string;
  evaluation_id: string;
  version: number;
  created_at: Date;
  updated_by: string;
  updated_at: Date;
  ended_at: null;
}

/** Adds a line: `insert` writes its row. Answers its id. */
export async function addLine<L extends Line>(
  change: Change,
  sort: LineSort<L>,
  { programme, evaluation }: OpenedEvaluation,
  written: Record<string, string>,
  insert: (row: NewLine) => Promise<unknown>,
): Promise<string> {
  const { tx, now, who } = change;
  const of = { ownerId: programme.ownerId, id: newId(now) };
  await insert({
    owner_id: of.ownerId,
    id: of.id,
    evaluation_id: evaluation.id,
    version: 1,
    created_at: now,
    updated_by: who.personId,
    updated_at: now,
    ended_at: null,
  });
  await keepText(tx, of, 1, written, who.personId, now);
  await record(change, sort, 'added', evaluation.id, of.id);
  return of.id;
}

/** Changes a line and keeps the older text. Throws `Stale` when somebody saved since version `seen`. */
export async function saveLine<L extends Line>(
  change: Change,
  sort: LineSort<L>,
  seen: number,
  written: Record<string, string>,
): Promise<{ opened: OpenedEvaluation; line: L }> {
  const { opened, line } = await openLine(change, sort);
  const { tx, now, who } = change;
  const of = { ownerId: opened.programme.ownerId, id: line.id };
  const saved = await tx
    .updateTable(sort.table)
    .set({ ...written, version: seen + 1, updated_by: who.personId, updated_at: now })
    .where('owner_id', '=', of.ownerId)
    .where('id', '=', of.id)
    .where('version', '=', seen)
    .executeTakeFirst();
  if (saved.numUpdatedRows === 0n)
    await throwStale(tx, of, { version: line.version, fields: sort.texts(line) }, now);
  await keepText(tx, of, seen + 1, written, who.personId, now);
  await record(change, sort, 'changed', opened.evaluation.id, line.id);
  return { opened, line };
}

/** Takes a line out, or brings it back. */
export async function setLineEnded<L extends Line>(
  change: Change,
  sort: LineSort<L>,
  endedAt: Date | null,
): Promise<See> {
  const { opened, line } = await openLine(change, sort);
  const { programme, evaluation } = opened;
  await change.tx
    .updateTable(sort.table)
    .set({ ended_at: endedAt })
    .where('owner_id', '=', programme.ownerId)
    .where('id', '=', line.id)
    .execute();
  await record(change, sort, endedAt ? 'ended' : 'restored', evaluation.id, line.id);
  const to = evaluationHref(programme, sort.page);
  return endedAt ? see(to, sort.taken(), `${to}/${line.id}/restore`) : see(to, sort.back());
}

const record = (
  change: Change,
  { name }: Pick<LineSort<Line>, 'name'>,
  what: 'added' | 'changed' | 'ended' | 'restored',
  itemId: string,
  lineId: string,
): Promise<unknown> =>
  change.record({ kind: `evaluation.${name}-${what}`, itemId, body: { [`${name}Id`]: lineId } });

/** The line that the address names. Throws `NotFound` when this evaluation has none such. */
async function openLine<L extends Line>(
  change: Change,
  { table, name }: LineSort<L>,
): Promise<{ opened: OpenedEvaluation; line: L }> {
  const opened = await openEvaluation(change, 'plan');
  const id = change.params[name];
  if (id === undefined || !isId(id)) throw new NotFound();
  const line = await change.tx
    .selectFrom(table)
    .selectAll()
    .where('owner_id', '=', opened.programme.ownerId)
    .where('evaluation_id', '=', opened.evaluation.id)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!line) throw new NotFound();
  return { opened, line: line as unknown as L };
}
