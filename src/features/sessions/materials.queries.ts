import { type RawBuilder, sql } from 'kysely';
import type { Who } from '#platform/access/who.ts';
import { materialPolicy } from './sessions.policy.ts';

export interface Material {
  id: string;
  title: string;
  url: string | null;
  addedBy: string;
  files: { id: string; name: string; bytes: number }[];
}

/** The materials of the step `s` that the person may see, as JSON, in the order in which they came. */
export const materialsJson = (who: Who): RawBuilder<Material[]> => sql`coalesce((
  select json_agg(json_build_object('id', m.id, 'title', m.title, 'url', m.url, 'addedBy', p.name,
    'files', coalesce((select json_agg(json_build_object('id', f.id, 'name', f.name, 'bytes', f.bytes) order by f.created_at)
      from file f where f.owner_id = m.owner_id and f.item_id = m.id and f.ended_at is null), '[]'::json))
    order by m.created_at, m.id)
  from step_material m
  join item i on i.owner_id = m.owner_id and i.id = m.id
  join person p on p.id = i.author_id
  where m.owner_id = s.owner_id and m.step_id = s.id and i.ended_at is null
    and ${who.sees('i', materialPolicy)}), '[]'::json)`;
