import type { Db } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { transaction } from '#platform/db/transaction.ts';
import type { Planned } from '../preview/make-plan.ts';
import type { Reach } from '../preview/reach.ts';
import { type Run, updateRun } from '../run.queries.ts';

/** What each step of carrying out an import works with. */
export interface Applying extends Planned {
  db: Db;
  run: Run;
  reach: Reach;
  now: Date;
  /** ISO day at home. */
  today: string;
  /** Who confirmed; null when it was done by command. */
  actorId: string | null;
  /** Our id of each organisation of the files. */
  organisationIds: Map<string, string>;
  unitIds: Map<string, string>;
  /** The organisation of each unit, by our id. */
  unitOwner: Map<string, string>;
  personIds: Map<string, string>;
  /** What could not be done, in sentences. */
  notes: string[];
  /** Says that so many things are written. Throws `TimeUp` when it is time to leave off. */
  done(things: number): Promise<void>;
}

/** The time of this turn is over; what is left is planned and done in the next. */
export class TimeUp extends Error {}

/** Counts what is written, and stops at a safe place: between two batches, each of which is whole. */
export function counter(
  db: Db,
  run: Run,
  until: () => boolean,
  now: () => Date,
): (things: number) => Promise<void> {
  let progress = run.progress;
  return async (things) => {
    progress = Math.min(progress + things, run.steps);
    await updateRun(db, run, { progress }, now());
    if (until()) throw new TimeUp();
  };
}

/** The id for each key, written down before anything is made with it, so that a second try uses the same. */
export async function reserve(
  applying: Applying,
  part: 'organisation' | 'term' | 'unit' | 'person',
  keys: readonly string[],
): Promise<Map<string, string>> {
  if (keys.length === 0) return new Map();
  const { db, run, now, plan } = applying;
  return transaction(db, async (tx) => {
    const kept = await tx
      .selectFrom('import_key')
      .select(['key', 'thing_id as thingId'])
      .where('owner_id', '=', run.ownerId)
      .where('source', '=', plan.sourceName)
      .where('part', '=', part)
      .where('key', 'in', keys)
      .execute();
    const ids = new Map(kept.map(({ key, thingId }) => [key, thingId]));
    const fresh = keys.filter((key) => !ids.has(key)).map((key) => ({ key, id: newId(now) }));
    await insertKeys(applying, tx, part, fresh, true);
    for (const { key, id } of fresh) ids.set(key, id);
    return ids;
  });
}

/** Remembers that what we have is known to the source by this key: a person said so. */
export async function link(
  applying: Applying,
  part: 'organisation' | 'term' | 'unit' | 'person',
  links: readonly { key: string; id: string }[],
): Promise<void> {
  if (links.length > 0) await transaction(applying.db, (tx) => insertKeys(applying, tx, part, links, false));
}

async function insertKeys(
  { run, plan, now }: Applying,
  tx: Db,
  part: string,
  keys: readonly { key: string; id: string }[],
  made: boolean,
): Promise<void> {
  if (keys.length === 0) return;
  await tx
    .insertInto('import_key')
    .values(
      keys.map(({ key, id }) => ({
        owner_id: run.ownerId,
        source: plan.sourceName,
        part,
        key,
        thing_id: id,
        run_id: run.id,
        made,
        created_at: now,
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['owner_id', 'source', 'part', 'key'])
        .doUpdateSet((row) => ({ thing_id: row.ref('excluded.thing_id'), made: row.ref('excluded.made') })),
    )
    .execute();
}

/** Batches of a list. */
export function* batches<T>(all: readonly T[], size: number): Generator<readonly T[]> {
  for (let from = 0; from < all.length; from += size) yield all.slice(from, from + size);
}

/** The organisations a person of the files belongs to, by our ids: home when they name none. */
export const organisationsOf = (applying: Applying, keys: readonly string[]): string[] =>
  keys.length === 0
    ? [applying.reach.home.id]
    : keys.flatMap((key) => applying.organisationIds.get(key) ?? []);
