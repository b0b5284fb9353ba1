import { help } from '#features/help/index.ts';
import type { SeedVisits, Visits } from '#test/visit-map.ts';

/** Help is the same for everybody, and holds nothing of anybody. */
export const visits: SeedVisits = async () => {
  const all: Visits = {};
  for (const { path } of help.routes) all[`GET ${path}`] = { path, seenBy: ['nobody', 'teacher'] };
  return all;
};
