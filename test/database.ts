import assert from 'node:assert/strict';
import { after } from 'node:test';
import { close, openDatabase, type Db } from '#platform/db/database.ts';
import { readKinds } from '#platform/db/schema/kinds.ts';
import { statementTrouble } from './schema/statement-rules.ts';
import { cloneDatabase } from './server.ts';

export interface TestDatabase {
  db: Db;
  url: string;
  /** Every statement so far, in order; for counting, set its length to 0 first. */
  queries: { sql: string }[];
}

/** Takes what is to be done when a test or a file ends. */
export type AtEnd = (work: () => Promise<void>) => void;

/**
 * A migrated, empty database for one test or one file, dropped when that ends (in a test that drives
 * a browser give its `t.after`: Node loses sight there of which test is running). Any statement that
 * names a table spread over owners without naming its owner fails the test
 * (docs/decisions/0003-schema-that-spreads.md).
 */
export async function testDatabase(atEnd: AtEnd = after): Promise<TestDatabase> {
  const queries: { sql: string }[] = [];
  const troubles = new Set<string>();
  const refuse = refuseStatementsOverOwners();

  const { url, drop } = await cloneDatabase();
  const db = openDatabase(url, {
    maxConnections: 4,
    onQuery(sql) {
      queries.push({ sql });
      try {
        refuse(sql);
      } catch (error) {
        // Kept for the end as well: the code under test may swallow what is thrown here.
        troubles.add((error as Error).message);
        throw error;
      }
    },
  });
  atEnd(async () => {
    await close(db);
    await drop();
    assert.deepEqual([...troubles], [], 'statements over many owners');
  });
  return { db, url, queries };
}

/** For `openDatabase`'s `onQuery`: throws when a statement ranges over owners. */
export function refuseStatementsOverOwners(): (sql: string) => void {
  const kinds = readKinds();
  const spread = new Set(Object.keys(kinds).filter((table) => kinds[table] === 'spread'));
  // Pages ask the same again and again: of each text it is found out once.
  const troubles = new Map<string, string | undefined>();
  return (sql) => {
    if (!troubles.has(sql)) troubles.set(sql, statementTrouble(sql, spread));
    const trouble = troubles.get(sql);
    if (trouble) throw new Error(`${trouble}\n${sql}`);
  };
}
