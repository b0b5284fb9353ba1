import { type RawBuilder, sql } from 'kysely';
import type { KeptFile } from './file.queries.ts';

/** The files of an item as a column of a query that already has the item under `alias`. */
export const filesInJson = (alias: string): RawBuilder<KeptFile[]> => sql`coalesce((
  select json_agg(json_build_object('ownerId', f.owner_id, 'id', f.id, 'itemId', f.item_id, 'name', f.name,
    'mediaType', f.media_type, 'sha256', f.sha256, 'bytes', f.bytes, 'ofPupils', f.of_pupils, 'createdBy', f.created_by)
    order by f.created_at, f.id)
  from file f where f.owner_id = ${sql.ref(`${alias}.owner_id`)} and f.item_id = ${sql.ref(`${alias}.id`)}
    and f.ended_at is null), '[]'::json)`;
