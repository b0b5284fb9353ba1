import type { Kinds } from './kinds.ts';
import type { Table } from './read-schema.ts';

/** The schema as a page one can read and compare: `migrations/schema.txt`. */
export function describeSchema(tables: Table[], kinds: Kinds): string {
  const head = 'The tables after all migrations. Written by `npm run schema`; a test compares it.\n';
  return [head, ...tables.map((table) => describeTable(table, kinds[table.name]))].join('\n');
}

function describeTable(table: Table, kind: string | undefined): string {
  const nameWidth = Math.max(...table.columns.map(({ name }) => name.length));
  const typeWidth = Math.max(...table.columns.map(({ type }) => shortType(type).length));
  const lines = [`${table.name} (${kind ?? 'kind not declared'})`];
  for (const column of table.columns) {
    const parts = [column.name.padEnd(nameWidth), shortType(column.type).padEnd(typeWidth)];
    if (!column.nullable) parts.push('not null');
    if (column.generated) parts.push(`generated ${column.default}`);
    else if (column.default !== null) parts.push(`default ${column.default}`);
    lines.push(`  ${parts.join('  ')}`.trimEnd());
  }
  for (const { name, kind: constraintKind, definition } of table.constraints) {
    lines.push(
      constraintKind === 'p' ? `  ${definition.toLowerCase()}` : `  constraint ${name} ${definition}`,
    );
  }
  for (const { definition } of table.indexes) lines.push(`  ${shortIndex(definition)}`);
  for (const trigger of table.triggers) lines.push(`  trigger ${trigger}`);
  return `${lines.join('\n')}\n`;
}

const shortType = (type: string): string =>
  type.replace('timestamp with time zone', 'timestamptz').replace('character varying', 'varchar');

/** `CREATE INDEX a ON public.b USING btree (c)` → `index a (c)`. */
function shortIndex(definition: string): string {
  return definition
    .replace(
      /^CREATE (UNIQUE )?INDEX (\S+) ON \S+ USING (\S+) /,
      (_, unique, name, method) =>
        `${unique ? 'unique ' : ''}index ${name} ${method === 'btree' ? '' : `${method} `}`,
    )
    .replace(' WHERE ', ' where ');
}
