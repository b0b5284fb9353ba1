/** So many pairings stand on one page. */
export const perPage = 50;
