import { sql } from 'kysely';
import type { Db } from '../db/database.ts';
import { type Notice, notify } from './notices.ts';

/**
 * Makes the lists of these people say what is true of one item now: `waiting` stands in them and is open,
 * everything else about the item is done. Working it out from the item's own rows and calling this after
 * each event is enough; told twice, or told late, it comes to the same.
 *
 * @param personIds everybody who may have had a notice about the item, those who left too
 * @param kinds those that are spoken for here, where others tell of the same item as well; all unless given
 */
export async function settleMatter(
  db: Db,
  matter: { fromOwner: string; itemId: string; personIds: readonly string[]; kinds?: readonly string[] },
  waiting: readonly Omit<Notice, 'fromOwner' | 'itemId'>[],
  now: Date,
): Promise<void> {
  if (matter.personIds.length === 0) return;
  const present = await selectPresent(db, matter)
    .where('item_id', '=', matter.itemId)
    .$if(matter.kinds !== undefined, (query) => query.where('kind', 'in', matter.kinds!))
    .execute();
  await bringUpToDate(
    db,
    present,
    waiting.map((notice) => ({ ...notice, fromOwner: matter.fromOwner, itemId: matter.itemId })),
    now,
  );
}

/**
 * The same for many items at once, in one question however many they are: of these kinds what is in `waiting` stands
 * open for these people, and everything else is done. Only what changed is written.
 *
 * @param itemIds the items that are spoken for; every item of these kinds unless given
 */
export async function settleMatters(
  db: Db,
  matters: {
    fromOwner: string;
    personIds: readonly string[];
    kinds: readonly string[];
    itemIds?: readonly string[];
  },
  waiting: readonly Omit<Notice, 'fromOwner'>[],
  now: Date,
): Promise<void> {
  const { itemIds, kinds } = matters;
  if (matters.personIds.length === 0 || itemIds?.length === 0) return;
  const keys = [...new Set(waiting.map(({ subjectKey }) => subjectKey))];
  const present = await selectPresent(db, matters)
    .where('kind', 'in', kinds)
    .$if(itemIds !== undefined, (query) => query.where('item_id', 'in', itemIds!))
    // What was done long ago is not read again, unless it waits once more.
    .where((notice) =>
      notice.or([
        notice('done_at', 'is', null),
        notice('aside_at', 'is not', null),
        notice('left_circle_id', 'is not', null),
        notice('subject_key', '=', sql<string>`any(${keys}::text[])`),
      ]),
    )
    .execute();
  await bringUpToDate(
    db,
    present,
    waiting.map((notice) => ({ ...notice, fromOwner: matters.fromOwner })),
    now,
  );
}

const selectPresent = (
  db: Db,
  { fromOwner, personIds }: { fromOwner: string; personIds: readonly string[] },
) =>
  db
    .selectFrom('notice')
    .select([
      'owner_id as personId',
      'id',
      'kind',
      'subject_key as subjectKey',
      'href',
      'done_at as doneAt',
      'aside_at as asideAt',
      'left_circle_id as leftCircleId',
      'due_at as dueAt',
      'begins_at as beginsAt',
      'item_id as itemId',
    ])
    .where('owner_id', 'in', personIds)
    .where('from_owner', '=', fromOwner);

type Present = Awaited<ReturnType<ReturnType<typeof selectPresent>['execute']>>[number];

async function bringUpToDate(
  db: Db,
  present: readonly Present[],
  waiting: readonly Notice[],
  now: Date,
): Promise<void> {
  const keyOf = (notice: { personId: string; kind: string; subjectKey: string }): string =>
    `${notice.personId} ${notice.kind} ${notice.subjectKey}`;
  const wanted = new Map(waiting.map((notice) => [keyOf(notice), notice]));

  for (const notice of present) {
    const still = wanted.get(keyOf(notice));
    if (!still) {
      if (notice.doneAt === null) await change(db, notice, { done_at: now });
      else if (notice.asideAt !== null || notice.leftCircleId !== null)
        await change(db, notice, { aside_at: null, left_circle_id: null });
      continue;
    }
    const moved = notice.dueAt?.getTime() !== still.dueAt?.getTime();
    // What its person put aside stays so until it has another day, which is also a new reminder.
    // So is what was done and must be done again.
    if (notice.doneAt !== null && (notice.asideAt === null || moved))
      await change(db, notice, { done_at: null, aside_at: null, left_circle_id: null, told_at: null });
    if (moved) await change(db, notice, { mailed_at: null });
  }
  const found = new Map(present.map((notice) => [keyOf(notice), notice]));
  for (const notice of waiting)
    if (!isTheSame(found.get(keyOf(notice)), notice)) await notify(db, notice, now);
}

const isTheSame = (present: Present | undefined, { href, itemId, dueAt, beginsAt }: Notice): boolean =>
  present !== undefined &&
  present.href === href &&
  present.itemId === itemId &&
  present.dueAt?.getTime() === dueAt?.getTime() &&
  present.beginsAt?.getTime() === (beginsAt ?? null)?.getTime();

const change = (
  db: Db,
  notice: { personId: string; id: string },
  columns: {
    done_at?: Date | null;
    aside_at?: null;
    left_circle_id?: null;
    mailed_at?: null;
    told_at?: null;
  },
): Promise<unknown> =>
  db
    .updateTable('notice')
    .set(columns)
    .where('owner_id', '=', notice.personId)
    .where('id', '=', notice.id)
    .execute();
