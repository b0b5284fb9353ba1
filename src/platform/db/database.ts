import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely';
import pg from 'pg';
import { throwAsDatabaseError } from './errors.ts';
import type { Tables } from './schema.generated.ts';
import { StatementNames } from './statement-names.ts';
import { typeParsers } from './types.ts';

export type Db = Kysely<Tables>;

type QueryListener = (sql: string, parameters: readonly unknown[], durationMs: number) => void;

interface DatabaseOptions {
  /** Called after every statement, failed ones too. What it throws, the statement's caller gets. */
  onQuery?: QueryListener;
  /** Most connections open at once; idle ones close after half a minute. Default 10. */
  maxConnections?: number;
  /** Called when an idle connection is lost, as when the server restarts. The pool replaces it. */
  onLostConnection?: (error: Error) => void;
}

/**
 * Opens a pool of connections. Nothing is sent until the first query.
 *
 * @param url `postgres://user:password@host/database`; a unix socket as `?host=/folder&port=5432`.
 */
export function openDatabase(url: string, options: DatabaseOptions = {}): Db {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.maxConnections ?? 10,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 10_000,
    application_name: 'staffroom',
    types: typeParsers,
    allowExitOnIdle: true,
  });
  pool.on('error', (error) => options.onLostConnection?.(error));
  // A connection lost while lent out, between two statements, would otherwise end the process. The
  // next statement on it fails, which is soon enough.
  pool.on('connect', (client) => client.on('error', () => undefined));

  const names = new StatementNames();
  const wrapped = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  const connect = async (): Promise<PostgresPoolClient> => {
    const client = await pool.connect().catch(throwAsDatabaseError);
    let own = wrapped.get(client);
    if (!own) {
      own = withNamedStatements(client, names, options.onQuery);
      wrapped.set(client, own);
    }
    return own;
  };
  // Kysely asks a pool for more than it uses: cancelling queries and cursors are not wanted here.
  const lender = { connect, end: () => pool.end(), options: pool.options } as unknown as PostgresPool;
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool: lender }) });
}

/** Closes every connection, after the queries under way. */
export function close(db: Db): Promise<void> {
  return db.destroy();
}

function withNamedStatements(
  client: pg.PoolClient,
  names: StatementNames,
  onQuery: QueryListener | undefined,
): PostgresPoolClient {
  const send = (sql: string, parameters: readonly unknown[]): Promise<pg.QueryResult> => {
    const name = names.nameOf(sql);
    const query = { text: sql, values: parameters as unknown[] };
    return client.query(name ? { ...query, name } : query).catch(throwAsDatabaseError);
  };
  const sendAndTell = async (sql: string, parameters: readonly unknown[]): Promise<pg.QueryResult> => {
    const started = performance.now();
    try {
      return await send(sql, parameters);
    } finally {
      onQuery?.(sql, parameters, performance.now() - started);
    }
  };
  return {
    query: onQuery ? sendAndTell : send,
    // A connection that broke while it was lent out must not be lent out again.
    release: (discard?: boolean) => client.release(discard ?? false),
  } as unknown as PostgresPoolClient;
}
