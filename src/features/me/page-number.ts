/** The page of a list that an address asks for: from 1, whatever somebody typed. */
export const pageNumber = (asked: string | undefined): number =>
  Math.min(1000, Math.max(1, Math.trunc(Number(asked)) || 1));
