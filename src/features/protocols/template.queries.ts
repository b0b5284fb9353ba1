import type { Selectable } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { Tables } from '#platform/db/schema.generated.ts';
import type { Protocol } from '#features/evidence/index.ts';
import type { Draft } from './draft.ts';

/** A protocol that a school writes for itself, as stored. */
export interface Template extends Omit<Selectable<Tables['protocol_template']>, 'draft'> {
  draft: Draft;
}

/** By its name in addresses, also when it was put away. `lock` keeps others from changing it meanwhile. */
export async function selectTemplate(
  db: Db,
  ownerId: string,
  protocol: string,
  { lock = false } = {},
): Promise<Template | undefined> {
  const asked = db
    .selectFrom('protocol_template')
    .selectAll()
    .where('owner_id', '=', ownerId)
    .where('protocol', '=', protocol);
  const row = await (lock ? asked.forUpdate() : asked).executeTakeFirst();
  return row && { ...row, draft: row.draft as Draft };
}

export type TemplateLine = Omit<Template, 'draft'>;

/** All that a school has written, those put away last. At most five hundred. */
export const selectTemplates = (db: Db, ownerId: string): Promise<TemplateLine[]> =>
  db
    .selectFrom('protocol_template')
    .select([
      'owner_id',
      'id',
      'protocol',
      'title',
      'version',
      'based_on',
      'based_on_version',
      'published_version',
      'imported_from',
      'created_at',
      'updated_by',
      'updated_at',
      'ended_at',
    ])
    .where('owner_id', '=', ownerId)
    .orderBy('ended_at', (order) => order.desc().nullsFirst())
    .orderBy('title')
    .limit(500)
    .execute();

/** The names of a school's own protocols that begin like this one. */
export async function selectNamesLike(db: Db, ownerId: string, name: string): Promise<string[]> {
  const rows = await db
    .selectFrom('protocol_template')
    .select('protocol')
    .where('owner_id', '=', ownerId)
    .where('protocol', 'like', `${name}%`)
    .execute();
  return rows.map(({ protocol }) => protocol);
}

export const insertTemplate = (
  tx: Db,
  template: Omit<Template, 'published_version' | 'ended_at' | 'updated_at'>,
): Promise<unknown> =>
  tx
    .insertInto('protocol_template')
    .values({
      ...template,
      draft: JSON.stringify(template.draft),
      published_version: null,
      updated_at: template.created_at,
      ended_at: null,
    })
    .execute();

/** What may be set of one; the draft with its title and version, or what becomes of it. */
type Changed =
  | { draft: Draft; version: number; updated_by: string; updated_at: Date }
  | { published_version: number }
  | { ended_at: Date | null };

export const updateTemplate = (
  tx: Db,
  { owner_id, id }: Pick<Template, 'owner_id' | 'id'>,
  changed: Changed,
): Promise<unknown> =>
  tx
    .updateTable('protocol_template')
    .set(
      'draft' in changed
        ? { ...changed, title: changed.draft.title, draft: JSON.stringify(changed.draft) }
        : changed,
    )
    .where('owner_id', '=', owner_id)
    .where('id', '=', id)
    .execute();

/** The versions that were published of a school's own protocol, newest first; at most a hundred. */
export async function selectVersions(
  db: Db,
  { owner_id, protocol }: Pick<Template, 'owner_id' | 'protocol'>,
): Promise<{ version: number; keptAt: Date; protocol: Protocol }[]> {
  const rows = await db
    .selectFrom('protocol_version')
    .select(['version', 'body', 'kept_at as keptAt'])
    .where('owner_id', '=', owner_id)
    .where('protocol', '=', protocol)
    .orderBy('version', 'desc')
    .limit(100)
    .execute();
  return rows.map(({ version, keptAt, body }) => ({ version, keptAt, protocol: body as Protocol }));
}
