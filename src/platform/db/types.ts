import pg from 'pg';

const { builtins } = pg.types;

/** PostgreSQL's numbers for array types that `pg` has no names for. */
const INT8_ARRAY = 1016;
const DATE_ARRAY = 1182;
const NUMERIC_ARRAY = 1231;
const TEXT_ARRAY = 1009;

const asText = (value: string): string => value;
const textArray = pg.types.getTypeParser(TEXT_ARRAY as number, 'text') as (
  value: string,
) => (string | null)[];
const numberArray = (value: string): (number | null)[] =>
  textArray(value).map((item) => (item === null ? null : Number(item)));

/**
 * How values come out of the database. A date has no time zone, so it stays the text `2026-09-01`;
 * bigint and numeric become numbers, because counts, hours and money here stay far below 2^53;
 * timestamptz becomes a Date, which is `pg`'s own way.
 */
const parsers = new Map<number, (value: string) => unknown>([
  [builtins.DATE, asText],
  [builtins.INT8, Number],
  [builtins.NUMERIC, Number],
  [DATE_ARRAY, textArray],
  [INT8_ARRAY, numberArray],
  [NUMERIC_ARRAY, numberArray],
]);

export const typeParsers = {
  getTypeParser(oid: number, format?: 'text' | 'binary'): unknown {
    const own = format === 'binary' ? undefined : parsers.get(oid);
    return own ?? pg.types.getTypeParser(oid, format as 'text');
  },
} as pg.CustomTypesConfig;
