import type { Kind, Kinds } from '#platform/db/schema/kinds.ts';
import type { Constraint, Table } from '#platform/db/schema/read-schema.ts';

/**
 * Which rules of docs/decisions/0003-schema-that-spreads.md the tables break, a sentence each.
 * An empty list means that the schema can be spread over a distributed PostgreSQL.
 */
export function schemaTroubles(tables: Table[], kinds: Kinds): string[] {
  const names = new Set(tables.map(({ name }) => name));
  const stale = Object.keys(kinds).filter((name) => !names.has(name));
  return [
    ...stale.map((name) => `${name} is listed in migrations/kinds.json, and no such table exists.`),
    ...tables.flatMap((table) => [...everywhere(table), ...byKind(table, kinds)]),
  ];
}

/** What holds for every table, whatever its kind. */
function everywhere(table: Table): string[] {
  const troubles: string[] = [];
  for (const column of table.columns) {
    if (column.identity || column.default?.includes('nextval(')) {
      troubles.push(`${table.name}.${column.name} counts by itself. Make ids in the program (newId).`);
    } else if (
      column.default &&
      /\b(?:now|gen_random_uuid|uuidv7|clock_timestamp|random)\(|CURRENT_/i.test(column.default)
    ) {
      troubles.push(
        `${table.name}.${column.name} has a default that differs each time. Give times and ids from the program.`,
      );
    }
  }
  if (!table.constraints.some(({ kind }) => kind === 'p')) troubles.push(`${table.name} has no primary key.`);
  for (const constraint of table.constraints) {
    const where = `${table.name}: constraint ${constraint.name}`;
    if (constraint.kind === 'x')
      troubles.push(`${where} is an exclusion constraint. Check it in the transaction.`);
    if (constraint.deferrable)
      troubles.push(`${where} is deferrable. Write rows in an order that needs no delay.`);
    if (/[nd]/.test(constraint.onDelete.trim()) || /[nd]/.test(constraint.onUpdate.trim())) {
      troubles.push(`${where} sets columns to null or default by itself. Do it in the program.`);
    }
  }
  for (const trigger of table.triggers)
    troubles.push(`${table.name} has the trigger ${trigger}. Do it in the program.`);
  return troubles;
}

function byKind(table: Table, kinds: Kinds): string[] {
  const kind = kinds[table.name];
  if (!kind) return [`${table.name} has no kind in migrations/kinds.json: spread, copied, local or job.`];
  const foreign = table.constraints.filter((constraint) => constraint.kind === 'f');
  return kind === 'spread'
    ? [...spread(table), ...foreign.flatMap((key) => fromSpread(table, key, kinds))]
    : foreign.flatMap((key) => fromWhole(table, key, kind, kinds));
}

function spread(table: Table): string[] {
  const owner = table.columns.find(({ name }) => name === 'owner_id');
  if (!owner || owner.nullable) return [`${table.name} is spread and needs owner_id, not null.`];
  const keys = table.constraints.filter(({ kind }) => kind === 'p' || kind === 'u');
  const indexes = table.indexes.filter(({ unique }) => unique);
  return [...keys, ...indexes]
    .filter(({ columns }) => columns[0] !== 'owner_id')
    .map(({ name }) => `${table.name}: owner_id must come first in ${name}.`);
}

/** A spread table may point within its owner, or at a copied table, which every machine has. */
function fromSpread(table: Table, key: Constraint, kinds: Kinds): string[] {
  const targetKind = kinds[key.target!];
  if (targetKind === 'copied') return [];
  if (targetKind !== 'spread')
    return [`${table.name}: ${key.name} points at ${key.target}, which is not on every machine.`];
  if (key.columns[0] === 'owner_id' && key.targetColumns[0] === 'owner_id') return [];
  return [`${table.name}: owner_id must come first on both sides of ${key.name}.`];
}

function fromWhole(table: Table, key: Constraint, kind: Kind, kinds: Kinds): string[] {
  const targetKind = kinds[key.target!];
  if (targetKind === kind || targetKind === 'copied') return [];
  return [`${table.name} is ${kind}, so ${key.name} must not point at ${key.target} (${targetKind}).`];
}
