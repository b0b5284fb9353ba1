import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { Change } from '#platform/http/context.ts';
import type { Report } from './report.ts';

interface Publication {
  id: string;
  evaluationId: string;
  ownerId: string;
  programme: { id: string; slug: string; sort: string; title: string };
  report: Report;
  publishedBy: string;
  publishedAt: Date;
}

/** The page as it was last published, of the programme that an address names. The kernel says who may open it. */
export async function selectPublication(
  db: Db,
  ownerId: string,
  slug: string,
): Promise<Publication | undefined> {
  const { rows } = await sql<Publication>`
    select b.id, b.evaluation_id as "evaluationId", p.owner_id as "ownerId",
      json_build_object('id', p.id, 'slug', p.slug, 'sort', p.sort, 'title', p.title) as programme, b.report, n.name as "publishedBy",
      b.published_at as "publishedAt"
    from programme p
    join evaluation e on e.owner_id = p.owner_id and e.programme_id = p.id
    join evaluation_publication b on b.owner_id = e.owner_id and b.evaluation_id = e.id
    join person n on n.id = b.published_by
    where p.owner_id = ${ownerId} and p.slug = ${slug} and b.ended_at is null
    order by b.published_at desc
    limit 1`.execute(db);
  return rows[0];
}

/** Takes the published page down, with its item. Answers how many there were. */
export async function endPublications(
  { tx, now, organisationId }: Change,
  evaluationId: string,
  { withSummary = false } = {},
): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    update evaluation_publication set ended_at = ${now}
    where owner_id = ${organisationId} and evaluation_id = ${evaluationId} and ended_at is null
      and (${!withSummary}::boolean or report ->> 'summary' is not null)
    returning id`.execute(tx);
  if (rows.length === 0) return 0;
  await tx
    .updateTable('item')
    .set({ ended_at: now })
    .where('owner_id', '=', organisationId)
    .where(
      'id',
      'in',
      rows.map(({ id }) => id),
    )
    .execute();
  return rows.length;
}
