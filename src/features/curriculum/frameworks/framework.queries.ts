import { sql } from 'kysely';
import { list, type List } from '#platform/access/composed.ts';
import type { Db } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { comparable } from '#platform/i18n/comparable.ts';
import type { Expression } from 'kysely';
import type { FrameworkDocument } from '../read/framework-document.ts';
import type { Framework } from './framework.ts';

const columns = sql`f.id, f.address, f.title, f.version_label as version, f.publisher, f.licence, f.source, f.format,
  f.statements, f.left_out as left, p.name as "broughtBy", f.created_at as "createdAt",
  f.published_at as "publishedAt", f.ended_at as "endedAt"`;
const moments = { createdAt: 'moment', publishedAt: 'moment', endedAt: 'moment' } as const;

/** All versions that were not taken away, by title and the newest first. */
export const frameworksList = (ownerId: string): List<Framework> =>
  list<Framework>(
    sql`select ${columns} from framework f join person p on p.id = f.brought_by
      where f.owner_id = ${ownerId} and f.ended_at is null order by f.title, f.created_at desc limit 100`,
    moments,
  );

/** One version, also when it was taken away. */
export const frameworkList = (ownerId: string, id: Expression<string>): List<Framework> =>
  list<Framework>(
    sql`select ${columns} from framework f join person p on p.id = f.brought_by
      where f.owner_id = ${ownerId} and f.id = ${id}`,
    moments,
  );

export async function selectFramework(db: Db, ownerId: string, id: string): Promise<Framework | undefined> {
  const { rows } =
    await sql<Framework>`select ${columns} from framework f join person p on p.id = f.brought_by
    where f.owner_id = ${ownerId} and f.id = ${id}`.execute(db);
  return rows[0];
}

/** Rows that one statement carries: sixteen values each, of at most 65,535. */
const rowsAtOnce = 2000;

/** Writes a version with all its statements. Answers its id. */
export async function insertFramework(
  tx: Db,
  { ownerId, broughtBy }: { ownerId: string; broughtBy: string },
  read: FrameworkDocument,
  now: Date,
): Promise<string> {
  const id = newId(now);
  await tx
    .insertInto('framework')
    .values({
      owner_id: ownerId,
      id,
      address: read.address,
      title: read.title.slice(0, 200),
      version_label: read.version.slice(0, 80),
      publisher: read.publisher.slice(0, 200),
      licence: read.licence.slice(0, 400),
      source: read.source.slice(0, 400),
      format: read.format,
      statements: read.statements.length,
      left_out: JSON.stringify(read.left.slice(0, 500)),
      brought_by: broughtBy,
      created_at: now,
      published_at: null,
      ended_at: null,
    })
    .execute();
  const ids = new Map(read.statements.map(({ address }) => [address, newId(now)]));
  const rows = read.statements.map((each, position) => ({
    owner_id: ownerId,
    id: ids.get(each.address)!,
    framework_id: id,
    parent_id: each.parent === null ? null : ids.get(each.parent)!,
    position,
    depth: each.depth,
    address: each.address,
    code: each.code.slice(0, 60),
    kind: each.kind.slice(0, 60),
    words: each.words,
    note: each.note.slice(0, 8000),
    subject: each.subject.slice(0, 80),
    stages: each.stages,
    years: each.years,
    is_leaf: each.isLeaf,
    searched: comparable(each.code, each.words, each.note),
  }));
  for (let from = 0; from < rows.length; from += rowsAtOnce)
    await tx
      .insertInto('framework_statement')
      .values(rows.slice(from, from + rowsAtOnce))
      .execute();
  return id;
}

/** Lets plans name it from a moment on, or takes it away and brings it back. */
export const updateFramework = (
  tx: Db,
  ownerId: string,
  id: string,
  change: { published_at: Date } | { ended_at: Date | null },
): Promise<unknown> =>
  tx.updateTable('framework').set(change).where('owner_id', '=', ownerId).where('id', '=', id).execute();
