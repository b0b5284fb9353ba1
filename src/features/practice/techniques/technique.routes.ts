import type { Route } from '#platform/http/route.ts';
import { endTechnique, restoreTechnique } from './end-technique.action.ts';
import { addExample, endExample, restoreExample } from './example.action.ts';
import { listTechniquesPage } from './list-techniques.page.ts';
import { techniquePage } from './technique.page.ts';
import { addTechnique, saveTechnique } from './write-technique.action.ts';
import { editTechniquePage, newTechniquePage, techniqueHistoryPage } from './write-technique.page.ts';

/** Techniques of the catalogue and of the school's own library. */
export const techniqueRoutes: readonly Route[] = [
  listTechniquesPage,
  newTechniquePage,
  addTechnique,
  techniquePage,
  editTechniquePage,
  saveTechnique,
  techniqueHistoryPage,
  endTechnique,
  restoreTechnique,
  addExample,
  endExample,
  restoreExample,
];
