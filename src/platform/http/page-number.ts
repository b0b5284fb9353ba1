/**
 * The page of a list that `?page=` asks for: 1 to 9,999. Whatever else somebody typed is the first page,
 * so that no list is asked to skip more rows than a database can count.
 */
export const pageNumberOf = (asked: string | undefined): number =>
  asked !== undefined && /^[1-9]\d{0,3}$/.test(asked) ? Number(asked) : 1;
