import type { Column, Table } from './read-schema.ts';

const TYPES: Record<string, string> = {
  uuid: 'string',
  text: 'string',
  'character varying': 'string',
  smallint: 'number',
  integer: 'number',
  bigint: 'number',
  numeric: 'number',
  real: 'number',
  'double precision': 'number',
  boolean: 'boolean',
  date: 'string',
  'timestamp with time zone': 'Date',
  'time without time zone': 'string',
  bytea: 'Buffer',
  tsvector: 'string',
};

/** The TypeScript that Kysely reads, `src/platform/db/schema.generated.ts`. */
export function writeTypes(tables: Table[]): string {
  const interfaces = tables.map(
    (table) =>
      `export interface ${interfaceName(table.name)} {\n` +
      table.columns.map((column) => `  ${column.name}: ${columnType(table.name, column)};\n`).join('') +
      '}\n',
  );
  const list = tables.map(({ name }) => `  ${name}: ${interfaceName(name)};\n`).join('');
  const body = [...interfaces, `export interface Tables {\n${list}}\n`].join('\n');
  const helpers = ['ColumnType', 'Generated'].filter((name) => body.includes(`${name}<`));
  const imports = helpers.length > 0 ? `import type { ${helpers.join(', ')} } from 'kysely';\n\n` : '';
  return `// Written by \`npm run schema\` from the migrated database. Do not edit.\n${imports}${body}`;
}

function interfaceName(table: string): string {
  const words = table.split('_').map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return `${words.join('')}Table`;
}

function columnType(table: string, column: Column): string {
  const orNull = column.nullable ? ' | null' : '';
  if (/^jsonb?$/.test(column.type)) {
    // Read as whatever was stored; written as text, so that nobody relies on the driver's guess.
    const optional = column.default === null ? '' : ' | undefined';
    return `ColumnType<unknown, string${orNull}${optional}, string${orNull}>`;
  }
  const type = scalarOrArray(table, column) + orNull;
  if (column.generated) return `ColumnType<${type}, never, never>`;
  return column.default === null ? type : `Generated<${type}>`;
}

function scalarOrArray(table: string, { name, type }: Column): string {
  const [, base, dimensions = ''] = /^(.+?)(?:\(.*\))?((?:\[\])*)$/.exec(type)!;
  const scalar = TYPES[base!];
  if (!scalar)
    throw new Error(`${table}.${name} has the type ${type}, which write-types.ts has no TypeScript for.`);
  return scalar + dimensions;
}
