import { CompiledQuery, type Expression, sql } from 'kysely';
import type { Db } from '../db/database.ts';
import type { Purpose } from './purpose.ts';
import type { Standing, Who } from './who.ts';

/** Stands before each list of a composed statement, so that the tests can look at each for itself. */
export const LIST = '/* list */';

/** A select whose rows come as one value. */
export interface List<Row> {
  readonly select: Expression<unknown>;
  readonly moments: readonly string[];
  /** Never there: it carries the type. */
  readonly row?: Row;
}

/** The columns of a row that hold a moment: JSON brings them as text, so each must be named. */
type Moments<Row> = {
  readonly [Name in keyof Row as IsMoment<Row[Name]> extends true ? Name : never]: 'moment';
};
type IsMoment<Value> = [NonNullable<Value>] extends [never]
  ? false
  : NonNullable<Value> extends Date
    ? true
    : false;

/**
 * A list of a composed statement. Rows with moments name them, and come out with `Date`s there:
 * `list<Waiting>(select, { dueAt: 'moment' })`.
 */
export const list = <Row>(
  select: Expression<unknown>,
  ...[moments]: keyof Moments<Row> extends never ? [] : [Moments<Row>]
): List<Row> => ({ select, moments: Object.keys(moments ?? {}) });

/** What differs from one asking to the next, while composing: each value is a place in the statement. */
export type Given<Values> = {
  readonly [Name in keyof Values]: Expression<NonNullable<Values[Name]>> | Missing<Values[Name]>;
};
type Missing<Value> = undefined extends Value ? undefined : never;

type Rows<L> = { [Name in keyof L]: L[Name] extends List<infer Row> ? Row[] : never };

/**
 * What a page asks of the database: several lists in one statement, composed once for each person's
 * standing and sent again with other values. A trip costs the server more than thirty rows, and putting
 * the text of a long statement together as much as its trip (docs/decisions/0051).
 *
 *   const selectToday = composed((who, given: Given<{ on: string }>) => ({
 *     entries: list<Entry>(sql`select … where owner_id = ${who.organisationId} and on_date = ${given.on}`),
 *     waiting: list<Waiting>(sql`select …`, { dueAt: 'moment' }),
 *   }));
 *   const { entries, waiting } = await selectToday(visit.db, visit.who, { on: visit.today });
 *
 * `compose` may look at the standing and at which values are missing (undefined), which it is run anew
 * for; what the values are it cannot see, and the clock it must not ask.
 */
export function composed<Values extends object, L extends Record<string, List<unknown>>>(
  compose: (who: Who, given: Given<Values>) => L,
): (db: Db, who: Who, values: Values) => Promise<Rows<L>> {
  const kept = new WeakMap<Standing, Map<string, Kept>>();
  return async (db, who, values) => {
    let those = kept.get(who.standing);
    if (!those) kept.set(who.standing, (those = new Map()));
    const shape = shapeOf(values, who.purpose);
    let statement = those.get(shape);
    if (statement) who.asked += statement.asked;
    else those.set(shape, (statement = put(db, who, values, compose)));
    const { rows } = await db.executeQuery<Record<string, Record<string, unknown>[]>>(
      CompiledQuery.raw(statement.text, filled(statement.parameters, values)),
    );
    for (const { name, moments } of statement.lists) revive(rows[0]![name]!, moments);
    return rows[0] as unknown as Rows<L>;
  };
}

/** A composed statement: its text, its parameters with places in them, and how often it asked the kernel. */
interface Kept {
  text: string;
  parameters: readonly unknown[];
  lists: { name: string; moments: readonly string[] }[];
  asked: number;
}

class Place {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

const shapeOf = (values: object, purpose: Purpose): string => {
  let shape: string = purpose;
  for (const [name, value] of Object.entries(values)) if (value !== undefined) shape += ` ${name}`;
  return shape;
};

function put<Values extends object>(
  db: Db,
  who: Who,
  values: Values,
  compose: (who: Who, given: Given<Values>) => Record<string, List<unknown>>,
): Kept {
  const before = who.asked;
  const places = Object.entries(values).map(([name, value]) => [
    name,
    value === undefined ? undefined : sql.val(new Place(name)),
  ]);
  const lists = Object.entries(compose(who, Object.fromEntries(places) as Given<Values>));
  // The comments let the rule about owners look at each list for itself: they share names of tables.
  const columns = lists.map(
    ([name, { select }]) =>
      sql`${sql.raw(LIST)} (select coalesce(json_agg(r), '[]'::json) from (${select}) r) as ${sql.ref(name)}`,
  );
  const compiled = sql`select ${sql.join(columns)}`.compile(db);
  const { text, parameters } = arraysOnce(compiled.sql, compiled.parameters);
  return {
    text: oneOf(text),
    parameters,
    lists: lists.map(([name, { moments }]) => ({ name, moments })),
    asked: who.asked - before,
  };
}

/**
 * The same statement with each array of texts written once, however often it stands there: somebody in thirty groups
 * would send their circles and principals with every list, thirty kilobytes a page. An array counts as the same when it
 * is cast to the same type.
 */
function arraysOnce(
  text: string,
  given: readonly unknown[],
): { text: string; parameters: readonly unknown[] } {
  const parameters: unknown[] = [];
  const arrays = new Map<string, number>();
  const once = text.replace(/\$(\d+)(::[a-z]+\[\])?/g, (_all, number: string, cast: string | undefined) => {
    const parameter = given[Number(number) - 1];
    if (!isTexts(parameter)) return `$${parameters.push(parameter)}${cast ?? ''}`;
    const literal = arrayLiteral(parameter);
    if (cast === undefined) return `$${parameters.push(literal)}`;
    const known = arrays.get(cast + literal) ?? parameters.push(literal);
    arrays.set(cast + literal, known);
    return `$${known}${cast}`;
  });
  return { text: once, parameters };
}

const isTexts = (parameter: unknown): parameter is string[] =>
  Array.isArray(parameter) && parameter.every((item) => typeof item === 'string');

/** Texts as PostgreSQL reads an array. Those of a standing are written when composing, not at each asking. */
const arrayLiteral = (texts: readonly string[]): string =>
  `{${texts.map((text) => `"${text.replace(/["\\]/g, '\\$&')}"`).join(',')}}`;

const filled = (parameters: readonly unknown[], values: object): unknown[] =>
  parameters.map((parameter) =>
    parameter instanceof Place ? values[parameter.name as keyof typeof values] : parameter,
  );

function revive(rows: Record<string, unknown>[], moments: readonly string[]): void {
  for (const row of rows)
    for (const name of moments) if (row[name] !== null) row[name] = new Date(row[name] as string);
}

/** Many people stand alike and share a text: it is held once. */
const texts = new Map<string, string>();
const mostTexts = 2000;

function oneOf(text: string): string {
  const known = texts.get(text);
  if (known !== undefined) return known;
  if (texts.size >= mostTexts) texts.clear();
  texts.set(text, text);
  return text;
}
