import { sql } from 'kysely';
import type { Db } from '../db/database.ts';
import { newId } from '../db/ids.ts';
import { failureText, MAX_ATTEMPTS, nextAttempt } from './backoff.ts';

/** Something to be done after a change was committed, as the change wrote it down. */
export interface Message {
  ownerId: string;
  id: string;
  kind: string;
  /** What `enqueue` was given, as JSON brings it back: dates are text. */
  body: unknown;
  createdAt: Date;
  dueAt: Date;
  /** How often it was begun before. */
  attempts: number;
}

/** Which message. */
export type Named = Pick<Message, 'ownerId' | 'id'>;

interface MessageRow {
  owner_id: string;
  id: string;
  kind: string;
  body: unknown;
  created_at: Date;
  due_at: Date;
  attempts: number;
  failure: string | null;
}

/** What stands as the failure of a message while it is being handled. */
export const BEGUN = 'It was begun and not finished; the server may have stopped meanwhile.';

/**
 * Writes down a message beside the change that causes it, in the change's own transaction: both are
 * kept or neither. The relay delivers it at least once, soon after the commit or when it is due.
 *
 * @param kind the name under which a handler is registered, such as 'mail.send'
 * @param body plain JSON; ids rather than texts, so that what is erased later does not live on here. Letters
 *   alone hold words, until they are sent.
 * @param id given where the same message may be written down twice: the second time changes nothing
 */
export async function enqueue(
  tx: Db,
  ownerId: string,
  kind: string,
  body: Record<string, unknown>,
  { at, dueAt = at, id = newId() }: { at: Date; dueAt?: Date; id?: string },
): Promise<void> {
  await tx
    .insertInto('outbox')
    .values({
      owner_id: ownerId,
      id,
      kind,
      body: JSON.stringify(body),
      created_at: at,
      due_at: dueAt,
      attempts: 0,
    })
    .onConflict((conflict) => conflict.columns(['owner_id', 'id']).doNothing())
    .execute();
}

/**
 * The messages that are due, the longest waiting first, over all owners. Parked ones are not among them, nor
 * those whose ids are in `except`.
 */
export async function selectDue(
  db: Db,
  now: Date,
  limit: number,
  except: readonly string[] = [],
): Promise<Message[]> {
  const { rows } = await sql<MessageRow>`/* job: outbox-relay */
    select owner_id, id, kind, body, created_at, due_at, attempts, failure
    from outbox
    where done_at is null and attempts < ${MAX_ATTEMPTS} and due_at <= ${now}
      and id <> all(${except}::uuid[])
    order by due_at, id
    limit ${limit}`.execute(db);
  return rows.map(toMessage);
}

/**
 * Counts an attempt before it is made, so that a message whose handling stops the whole server is
 * put off and in the end parked like any other that fails.
 */
export async function markBegun(db: Db, message: Message, now: Date): Promise<void> {
  const attempts = message.attempts + 1;
  await update(db, message, { attempts, due_at: nextAttempt(attempts, now), failure: BEGUN });
}

export async function markDone(db: Db, message: Message, now: Date): Promise<void> {
  await update(db, message, { done_at: now, failure: null });
}

/** Keeps what went wrong. The message is tried again later, or stays parked after its last attempt. */
export async function markFailed(db: Db, message: Message, error: unknown, now: Date): Promise<void> {
  await update(db, message, {
    due_at: nextAttempt(message.attempts + 1, now),
    failure: failureText(error),
  });
}

/** Replaces what a message holds, by a handler that has used it and leaves nothing of it behind. */
export async function keepOnly(db: Db, message: Named, body: Record<string, unknown>): Promise<void> {
  await update(db, message, { body: JSON.stringify(body) });
}

function update(
  db: Db,
  message: Named,
  columns: { attempts?: number; due_at?: Date; done_at?: Date; failure?: string | null; body?: string },
) {
  return db
    .updateTable('outbox')
    .set(columns)
    .where('owner_id', '=', message.ownerId)
    .where('id', '=', message.id)
    .execute();
}

/** Forgets messages that were done before `before`. What is not done is kept. Returns how many went. */
export async function pruneOutbox(db: Db, before: Date): Promise<number> {
  const { numAffectedRows } = await sql`/* job: outbox-relay */
    delete from outbox where done_at < ${before}`.execute(db);
  return Number(numAffectedRows ?? 0);
}

function toMessage(row: MessageRow): Message {
  return {
    ownerId: row.owner_id,
    id: row.id,
    kind: row.kind,
    body: row.body,
    createdAt: row.created_at,
    dueAt: row.due_at,
    attempts: row.attempts,
  };
}
