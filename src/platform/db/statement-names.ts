import { createHash } from 'node:crypto';

const MOST_NAMES = 1_000;
/** In characters. A page's statement that is longer is planned anew each time it is opened. */
export const LONGEST_SQL = 40_000;

/**
 * Gives a SQL text a name under which PostgreSQL keeps its plan, from the second time it is seen:
 * parsing and planning are then paid once per connection. Texts seen once, very long ones (bulk
 * inserts) and any beyond the thousandth stay unnamed, so that a server's memory is bounded.
 */
export class StatementNames {
  readonly #names = new Map<string, string>();
  readonly #seenOnce = new Set<string>();

  nameOf(sql: string): string | undefined {
    const known = this.#names.get(sql);
    if (known) return known;
    if (this.#names.size >= MOST_NAMES || sql.length > LONGEST_SQL || !isPlannable(sql)) return undefined;
    if (!this.#seenOnce.delete(sql)) {
      if (this.#seenOnce.size >= MOST_NAMES) this.#seenOnce.clear();
      this.#seenOnce.add(sql);
      return undefined;
    }
    const name = `s_${createHash('sha256').update(sql).digest('base64url').slice(0, 20)}`;
    this.#names.set(sql, name);
    return name;
  }
}

/** Only these kinds of statement have a plan worth keeping; `begin` and `commit` have none. */
function isPlannable(sql: string): boolean {
  return /^\s*(?:\/\*.*?\*\/\s*)?(?:select|insert|update|delete|with)\b/is.test(sql);
}
