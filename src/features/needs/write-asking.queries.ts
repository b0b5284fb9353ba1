import type { Db } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';

/** A word for the address that no asking of the school has yet. */
export async function freeSlug(tx: Db, organisationId: string, wish: string): Promise<string> {
  const taken = await tx
    .selectFrom('needs_asking')
    .select('slug')
    .where('owner_id', '=', organisationId)
    .where('slug', 'like', `${wish}%`)
    .execute();
  const slugs = new Set(taken.map((row) => row.slug));
  for (let n = 1; ; n++) {
    const slug = n === 1 ? wish : `${wish}-${n}`;
    if (!slugs.has(slug)) return slug;
  }
}

/** Writes an asking whose item is there already. */
export async function insertAsking(
  tx: Db,
  organisationId: string,
  asking: {
    id: string;
    slug: string;
    title: string;
    note: string;
    closesOn: string;
    topics: readonly { heading: string; title: string; catalogueId: string | null }[];
    unitIds: readonly string[];
    priorityIds: readonly string[];
  },
  at: Date,
): Promise<void> {
  const owner = { owner_id: organisationId, asking_id: asking.id };
  await tx
    .insertInto('needs_asking')
    .values({
      owner_id: organisationId,
      id: asking.id,
      slug: asking.slug,
      title: asking.title,
      note: asking.note,
      closes_on: asking.closesOn,
      created_at: at,
    })
    .execute();
  if (asking.topics.length)
    await tx
      .insertInto('needs_topic')
      .values(
        asking.topics.map((topic, position) => ({
          ...owner,
          id: newId(at),
          position,
          heading: topic.heading,
          title: topic.title,
          catalogue_id: topic.catalogueId,
        })),
      )
      .execute();
  if (asking.unitIds.length)
    await tx
      .insertInto('needs_asked_unit')
      .values(asking.unitIds.map((unit_id) => ({ ...owner, unit_id })))
      .execute();
  if (asking.priorityIds.length)
    await tx
      .insertInto('needs_asking_priority')
      .values(asking.priorityIds.map((priority_id) => ({ ...owner, priority_id })))
      .execute();
}

/** Changes when an asking ends, who may see its counts, or that people were reminded. */
export async function updateAsking(
  tx: Db,
  organisationId: string,
  id: string,
  change: { closed_at?: Date | null; closes_on?: string; released_at?: Date | null; reminded_at?: Date },
): Promise<void> {
  await tx
    .updateTable('needs_asking')
    .set(change)
    .where('owner_id', '=', organisationId)
    .where('id', '=', id)
    .execute();
}
