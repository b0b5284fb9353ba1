import { LIST } from '#platform/access/composed.ts';
import { STATEMENT_JOBS } from './statement-jobs.ts';
import { readScopes, type Scope } from './statement-scopes.ts';

/**
 * Says what is wrong with a SQL text that touches tables spread over owners, or nothing.
 *
 * Every spread table in it needs its `owner_id` tied, directly or through equalities with other
 * columns, to a value given from outside: a parameter, a list, or rows worked out elsewhere in the
 * statement. An insert must name `owner_id`. A statement that carries the comment "job: name" with a
 * name of `STATEMENT_JOBS` may do without.
 *
 * It reads the text with regular expressions made for what Kysely writes. What it does not see: a
 * condition that stands under `or` or `not`, and one alias used for different tables in one statement.
 */
export function statementTrouble(sql: string, spread: ReadonlySet<string>): string | undefined {
  if (!/^\s*(?:\/\*.*?\*\/\s*)*(?:select|insert|update|delete|with|\()/is.test(sql)) return undefined;
  const job = /\/\*\s*job:\s*(.*?)\s*\*\//s.exec(sql)?.[1];
  if (job !== undefined) {
    return Object.hasOwn(STATEMENT_JOBS, job) ? undefined : `The job "${job}" is not in statement-jobs.ts.`;
  }
  // Lists put together into one statement share names of tables: each is looked at for itself.
  if (sql.includes(LIST)) {
    const troubles = sql.split(LIST).map((part) => statementTrouble(part.replace(/,\s*$/, ''), spread));
    return troubles.find((trouble) => trouble !== undefined);
  }
  const scopes = readScopes(sql);
  const uses = scopes.flatMap(({ tables }) => tables).filter(({ table }) => spread.has(table));
  if (uses.length === 0) return undefined;

  for (const { insertColumns, insertInto } of scopes) {
    if (insertInto && spread.has(insertInto) && !insertColumns.includes('owner_id')) {
      return `The insert into ${insertInto} does not name owner_id.`;
    }
  }
  const given = columnsGiven(scopes, spread);
  const loose = uses.find(({ alias, inserted }) => !inserted && !given.has(`${alias}.owner_id`));
  if (!loose) return undefined;
  const name = loose.alias === loose.table ? loose.table : `${loose.table} (as ${loose.alias})`;
  return `The statement ranges over owners: nothing says whose rows of ${name} are meant.`;
}

/** The columns, as `alias.column`, whose value is known from outside, following equalities. */
function columnsGiven(scopes: Scope[], spread: ReadonlySet<string>): Set<string> {
  const stored = new Set(scopes.flatMap(({ tables }) => tables.map(({ alias }) => alias)));
  const given = new Set<string>();
  const equal: [string, string][] = [];

  for (const scope of scopes) {
    const full = (column: string): string[] => withAlias(column, scope, spread);
    for (const column of scope.given) for (const name of full(column)) given.add(name);
    for (const [left, right] of scope.equal) {
      for (const a of full(left)) for (const b of full(right)) equal.push([a, b]);
    }
  }
  // Not a stored table: a subquery, a CTE or a function over parameters, looked at by itself.
  for (const name of equal.flat()) if (!stored.has(name.split('.')[0]!)) given.add(name);

  for (let before = -1; before !== given.size;) {
    before = given.size;
    for (const [left, right] of equal) {
      if (given.has(left)) given.add(right);
      else if (given.has(right)) given.add(left);
    }
  }
  return given;
}

/**
 * A bare `owner_id` belongs to the one spread table of its query (were there two, PostgreSQL would
 * call it ambiguous); another bare column to its only table.
 */
function withAlias(column: string, { tables }: Scope, spread: ReadonlySet<string>): string[] {
  if (column.includes('.')) return [column];
  const candidates = column === 'owner_id' ? tables.filter(({ table }) => spread.has(table)) : tables;
  return candidates.map(({ alias }) => `${alias}.${column}`);
}
