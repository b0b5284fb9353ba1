import { readFileSync } from 'node:fs';

/**
 * How a table would lie in a distributed PostgreSQL.
 * - `spread`: cut by `owner_id`, which leads its keys.
 * - `copied`: whole on every machine, written rarely; identities, the catalogue, the organisations.
 * - `local`: belongs to one installation; sessions, the list of migrations.
 * - `job`: queues and what only jobs read and write.
 */
export type Kind = 'spread' | 'copied' | 'local' | 'job';
export type Kinds = Record<string, Kind>;

/** The tested list `migrations/kinds.json`: every table with its kind. */
export function readKinds(): Kinds {
  const path = new URL('../../../../migrations/kinds.json', import.meta.url);
  return JSON.parse(readFileSync(path, 'utf8')) as Kinds;
}
