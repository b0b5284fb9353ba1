import pg from 'pg';

export interface Column {
  name: string;
  /** As PostgreSQL writes it: `text`, `timestamp with time zone`, `text[]`. */
  type: string;
  nullable: boolean;
  default: string | null;
  /** 'a' or 'd' for an identity column, else ''. */
  identity: string;
  /** 's' for a stored generated column, else ''. */
  generated: string;
}

export interface Constraint {
  name: string;
  /** p primary key, u unique, f foreign key, c check, x exclusion. */
  kind: 'p' | 'u' | 'f' | 'c' | 'x';
  columns: string[];
  /** As PostgreSQL writes it. */
  definition: string;
  deferrable: boolean;
  /** For foreign keys: the table and columns pointed at. */
  target: string | null;
  targetColumns: string[];
  /** For foreign keys: 'n' set null, 'd' set default, 'a' no action, 'r' restrict, 'c' cascade. */
  onDelete: string;
  onUpdate: string;
}

interface Index {
  name: string;
  unique: boolean;
  /** Plain columns in order; an expression stands as null. */
  columns: (string | null)[];
  definition: string;
}

export interface Table {
  name: string;
  columns: Column[];
  constraints: Constraint[];
  /** Those that do not belong to a constraint. */
  indexes: Index[];
  triggers: string[];
}

/** Reads the tables of the schema `public` as they are, in order of name. */
export async function readSchema(url: string): Promise<Table[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const tables = await client.query<{ oid: number; name: string }>(`
      select oid::int, relname as name from pg_class
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
      order by relname collate "C"`);
    const read: Table[] = [];
    for (const { oid, name } of tables.rows) {
      read.push({
        name,
        columns: await rows<Column>(client, COLUMNS, oid),
        constraints: await rows<Constraint>(client, CONSTRAINTS, oid),
        indexes: await rows<Index>(client, INDEXES, oid),
        triggers: (await rows<{ name: string }>(client, TRIGGERS, oid)).map((trigger) => trigger.name),
      });
    }
    return read;
  } finally {
    await client.end();
  }
}

async function rows<T extends object>(client: pg.Client, sql: string, table: number): Promise<T[]> {
  return (await client.query<T & pg.QueryResultRow>(sql, [table])).rows;
}

const COLUMNS = `
  select a.attname as name, format_type(a.atttypid, a.atttypmod) as type, not a.attnotnull as nullable,
    pg_get_expr(d.adbin, d.adrelid) as default, a.attidentity as identity, a.attgenerated as generated
  from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
  where a.attrelid = $1 and a.attnum > 0 and not a.attisdropped
  order by a.attnum`;

const columnNames = (relation: string, numbers: string): string => `
  array(select a.attname::text from unnest(${numbers}) with ordinality as n(number, place)
    join pg_attribute a on a.attrelid = ${relation} and a.attnum = n.number order by n.place)`;

const CONSTRAINTS = `
  select c.conname as name, c.contype as kind, ${columnNames('c.conrelid', 'c.conkey')} as columns,
    pg_get_constraintdef(c.oid) as definition, c.condeferrable as deferrable,
    t.relname as target, ${columnNames('c.confrelid', 'c.confkey')} as "targetColumns",
    c.confdeltype as "onDelete", c.confupdtype as "onUpdate"
  from pg_constraint c left join pg_class t on t.oid = c.confrelid
  where c.conrelid = $1 and c.contype in ('p', 'u', 'f', 'c', 'x')
  order by array_position(array['p', 'u', 'f', 'c', 'x'], c.contype::text), c.conname collate "C"`;

const INDEXES = `
  select i.relname as name, x.indisunique as unique, pg_get_indexdef(x.indexrelid) as definition,
    array(select a.attname::text from unnest(x.indkey::int2[]) with ordinality as n(number, place)
      left join pg_attribute a on a.attrelid = x.indrelid and a.attnum = n.number order by n.place) as columns
  from pg_index x join pg_class i on i.oid = x.indexrelid
  where x.indrelid = $1 and not exists (select from pg_constraint c where c.conindid = x.indexrelid)
  order by i.relname collate "C"`;

const TRIGGERS = `select tgname as name from pg_trigger where tgrelid = $1 and not tgisinternal order by tgname`;
