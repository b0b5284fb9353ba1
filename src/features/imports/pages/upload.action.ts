import { z } from 'zod';
import { newId } from '#platform/db/ids.ts';
import { Refused } from '#platform/errors.ts';
import { action, roles, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { administrators } from '#features/people/index.ts';
import { keepFiles } from '../keep-files.ts';
import { noOptions } from '../preview/make-plan.ts';
import { insertRun, type RunFile } from '../run.queries.ts';
import { newImportPage } from './new-import.page.ts';
import { readAgain } from './read-again.ts';

/** The most one file may weigh, in bytes. */
const largestImport = 50 * 1_048_576;

/** Takes the files and reads them; large ones are read by a job while the page shows that it is under way. */
export const uploadImport = action('/school/imports', {
  purpose: 'administration',
  access: roles(...administrators),
  page: newImportPage,
  uploads: largestImport,
  input: z.object({}),
  async run(change) {
    const files: RunFile[] = change.uploads.map(({ name, sha256, bytes }) => ({
      name: fileName(name),
      sha256,
      bytes,
    }));
    if (files.length === 0) throw new Refused({ files: t('Choose at least one file.') });
    const run = { ownerId: change.organisationId, id: newId(change.now) };
    await insertRun(
      change.tx,
      { ...run, files, options: noOptions, createdBy: change.who.personId },
      change.now,
    );
    await keepFiles(change.tx, run, files, change.who.personId, change.now);
    await readAgain(change, { ...run, files }, 'import.uploaded');
    return see(`/school/imports/${run.id}`);
  },
});

/** Some browsers send the folder along. */
const fileName = (name: string): string => name.split(/[/\\]/).at(-1) || name;
