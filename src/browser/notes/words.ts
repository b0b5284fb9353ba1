/** The words of the page, as the server sent them (`islandWords`). */
export type Words = Readonly<Record<string, string>>;

/** Fills in what stands in braces. */
export const fill = (text: string | undefined, values: Readonly<Record<string, string | number>>): string =>
  (text ?? '').replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));

/** One or several, in words: of these two languages of counting are enough. */
export const counted = (n: number, one: string | undefined, many: string | undefined): string =>
  n === 1 ? (one ?? '') : fill(many, { n });
