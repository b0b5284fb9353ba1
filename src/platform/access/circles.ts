import type { Db } from '../db/database.ts';
import { newId } from '../db/ids.ts';
import { standingsChanged } from './standing.ts';

/**
 * The only writers of circles and of who is in them. Whoever comes or goes has another standing from the
 * commit on: that is said here, so that no room can forget it.
 */

/** A part of a circle: those who are in it may do what policies give to `circle:part`. */
interface CirclePart {
  ownerId: string;
  circleId: string;
  part: string;
}

interface NewCircle {
  ownerId: string;
  id: string;
  /** What it is the circle of. */
  kind: string;
  name: string;
  /** Somebody who manages another of its people has no place in it. */
  excludesManagers: boolean;
}

/** Makes a circle with nobody in it. */
export async function makeCircle(tx: Db, circle: NewCircle, now: Date): Promise<void> {
  await tx
    .insertInto('circle')
    .values({
      owner_id: circle.ownerId,
      id: circle.id,
      kind: circle.kind,
      name: circle.name,
      excludes_managers: circle.excludesManagers,
      created_at: now,
      ended_at: null,
    })
    .execute();
}

/**
 * Puts people into a part of a circle; who had it and left has it again, from `now` on.
 * Answers those who were not in that part already.
 */
export async function joinCircle(
  tx: Db,
  { ownerId, circleId, part }: CirclePart,
  personIds: readonly string[],
  now: Date,
): Promise<string[]> {
  if (personIds.length === 0) return [];
  const come = await tx
    .insertInto('circle_member')
    .values(
      [...new Set(personIds)].map((personId) => ({
        owner_id: ownerId,
        id: newId(now),
        circle_id: circleId,
        person_id: personId,
        part,
        starts_at: now,
        ends_at: null,
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['owner_id', 'circle_id', 'person_id', 'part'])
        .doUpdateSet({ starts_at: now, ends_at: null })
        .where('circle_member.ends_at', 'is not', null),
    )
    .returning('person_id')
    .execute();
  if (come.length > 0) await standingsChanged(tx, ownerId);
  return come.map((row) => row.person_id);
}

/**
 * Takes back somebody's leaving: they are in that part since the moment they were before, as if they had not left.
 * Answers whether they had left it.
 */
export async function rejoinCircle(
  tx: Db,
  { ownerId, circleId, part }: CirclePart,
  personId: string,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('circle_member')
    .set({ ends_at: null })
    .where('owner_id', '=', ownerId)
    .where('circle_id', '=', circleId)
    .where('person_id', '=', personId)
    .where('part', '=', part)
    .where('ends_at', 'is not', null)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  await standingsChanged(tx, ownerId);
  return true;
}

/** Takes somebody out of a part of a circle. Answers whether they were in it. */
export async function leaveCircle(
  tx: Db,
  { ownerId, circleId, part }: CirclePart,
  personId: string,
  now: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('circle_member')
    .set({ ends_at: now })
    .where('owner_id', '=', ownerId)
    .where('circle_id', '=', circleId)
    .where('person_id', '=', personId)
    .where('part', '=', part)
    .where('ends_at', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  await standingsChanged(tx, ownerId);
  return true;
}

/** Says whether somebody who manages another of its people has a place in a circle, from now on. */
export async function excludeManagers(
  tx: Db,
  { ownerId, circleId }: Pick<CirclePart, 'ownerId' | 'circleId'>,
  excluded: boolean,
): Promise<void> {
  await tx
    .updateTable('circle')
    .set({ excludes_managers: excluded })
    .where('owner_id', '=', ownerId)
    .where('id', '=', circleId)
    .execute();
  await standingsChanged(tx, ownerId);
}

/** The name a circle goes by in lists of who can read something. */
export async function nameCircle(tx: Db, ownerId: string, circleId: string, name: string): Promise<void> {
  await tx
    .updateTable('circle')
    .set({ name })
    .where('owner_id', '=', ownerId)
    .where('id', '=', circleId)
    .execute();
}
