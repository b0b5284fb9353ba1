/** One query of a statement: the statement itself, a subquery, or one branch of a union. */
export interface Scope {
  tables: { table: string; alias: string; inserted: boolean }[];
  insertInto: string | undefined;
  insertColumns: string[];
  /** Columns compared with a value from outside: `a.owner_id`, or `owner_id` as written. */
  given: string[];
  /** Pairs of columns that must be equal. */
  equal: [string, string][];
}

/** Cuts a SQL text into its queries and reads what each compares. Common table expressions are no tables. */
export function readScopes(sql: string): Scope[] {
  const plain = simplify(sql);
  const expressions = new Set(
    [
      ...plain.matchAll(
        /(?:\bwith(?: recursive)?|,) (\w+)(?: ?\([\w, ]*\))? as (?:(?:not )?materialized )?\(/g,
      ),
    ].map(([, name]) => name!),
  );
  return cut(plain)
    .flatMap((text) => text.split(/\b(?:union|intersect|except)\b(?: all)?/))
    .map((text) => readScope(text, expressions));
}

/** Lower case, single spaces, no comments, no quotes round names, `'…'` for every text. */
function simplify(sql: string): string {
  return sql
    .replace(/\/\*.*?\*\//gs, ' ')
    .replace(/'(?:[^']|'')*'/g, "'…'")
    .replace(/--.*$/gm, ' ')
    .replace(/"(\w+)"/g, '$1')
    .replace(/\bpublic\./g, '')
    .replace(/\s+/g, ' ')
    .toLowerCase();
}

/** The text with each subquery taken out of the one around it, which keeps `(subquery)` in its place. */
function cut(sql: string): string[] {
  const open: string[] = [''];
  const done: string[] = [];
  for (const character of sql) {
    if (character === '(') open.push('');
    else if (character === ')' && open.length > 1) {
      const inner = open.pop()!;
      const isQuery = /^ ?(?:select|with|insert|update|delete|values)\b/.test(inner);
      if (isQuery) done.push(inner);
      open[open.length - 1] += isQuery ? '(subquery)' : `(${inner})`;
    } else open[open.length - 1] += character;
  }
  return [...done, open.join('')];
}

const NOT_ALIASES = new Set(
  'as on where set inner left right full cross join natural group order limit offset using values select for returning union fetch having window default'.split(
    ' ',
  ),
);

function readScope(text: string, expressions: ReadonlySet<string | undefined>): Scope {
  const scope: Scope = { tables: [], insertInto: undefined, insertColumns: [], given: [], equal: [] };
  const insert =
    /\binsert into (\w+)(?: as (\w+))? ?\(([^)]*)\)/.exec(text) ?? /\binsert into (\w+)()()/.exec(text);
  if (insert) {
    scope.insertInto = insert[1]!;
    scope.insertColumns = insert[3]!.split(',').map((name) => name.trim());
    scope.tables.push({ table: insert[1]!, alias: insert[2] || insert[1]!, inserted: true });
  }
  const named =
    /(?:\b(?:from|join|using)|(?<!\b(?:for|do|no key)) ?\bupdate) (?:only |lateral )?((?:\w+(?: as)?(?: \w+)?, )*\w+(?: as)?(?: \w+)?)(?! ?\()/g;
  for (const [, list] of text.matchAll(named)) {
    for (const entry of list!.split(', ')) {
      const [table, ...rest] = entry.split(' ');
      const word = rest.find((part) => part !== 'as');
      const alias = word && !NOT_ALIASES.has(word) ? word : table!;
      if (!expressions.has(table)) scope.tables.push({ table: table!, alias, inserted: false });
    }
  }
  readComparisons(text, scope);
  return scope;
}

const COLUMN = String.raw`(?<![\w.$])(\w+\.\w+|owner_id)`;
const VALUE = String.raw`(?:\$\d+|'…'|any ?\(|all ?\(|\(subquery\)|cast ?\()`;

function readComparisons(text: string, scope: Scope): void {
  const outside = [
    new RegExp(`${COLUMN}(?:::\\w+)? ?(?:= ?${VALUE}|in ?\\()`, 'g'),
    new RegExp(`(?:\\$\\d+|'…')(?:::\\w+)? ?= ?${COLUMN}`, 'g'),
    // (a.owner_id, a.id) in (($1, $2), …)
    new RegExp(`\\(${COLUMN}, [^()]*\\) ?(?:in ?\\(|= ?(?:any ?)?\\()`, 'g'),
  ];
  for (const pattern of outside) for (const [, column] of text.matchAll(pattern)) scope.given.push(column!);
  for (const [, left, right] of text.matchAll(new RegExp(`${COLUMN} ?= ?${COLUMN}(?! ?\\()`, 'g'))) {
    scope.equal.push([left!, right!]);
  }
}
