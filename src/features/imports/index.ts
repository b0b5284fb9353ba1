import type { Feature } from '#platform/http/feature.ts';
import { emptyOldRuns } from './empty-old-runs.job.ts';
import { importHandlers } from './imports.handlers.ts';
import {
  answerDuplicates,
  answerQuestion,
  askAgain,
  chooseAbsence,
  dropImport,
  takeUpImport,
} from './pages/answer.action.ts';
import { applyImport, carryOnImport, undoImport } from './pages/apply.action.ts';
import { importsPage } from './pages/imports.page.ts';
import { newImportPage } from './pages/new-import.page.ts';
import { runPage } from './pages/run.page.ts';
import { uploadImport } from './pages/upload.action.ts';

export { readList, type ReadProblem } from './read/read-list.ts';
export { decodeText } from './read/text.ts';
export { type CommandOptions, importByCommand } from './command/import-by-command.ts';
export { nextYearIsKnownBy } from './next-year-known.ts';

/** Staff, pupils and classes out of the lists a school keeps elsewhere: read, looked at, then written. */
export const imports: Feature = {
  name: 'imports',
  routes: [
    importsPage,
    newImportPage,
    uploadImport,
    runPage,
    answerQuestion,
    answerDuplicates,
    askAgain,
    chooseAbsence,
    dropImport,
    takeUpImport,
    applyImport,
    carryOnImport,
    undoImport,
  ],
  handlers: importHandlers,
  recurring: [emptyOldRuns],
};
