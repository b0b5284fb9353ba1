import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import { action, see } from '#platform/http/route.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { attachUploads, largestFile, uploadInput } from '#features/files/index.ts';
import { planHref } from '../addresses.ts';
import { planPolicy } from '../plan.policy.ts';
import { planFilesPage } from './files.page.ts';
import { openToWrite } from './open-plan.ts';

/** Hangs files on a plan, each with its day. */
export const addPlanFiles = action(planHref(':plan', 'files'), {
  purpose: 'learning',
  access: planPolicy,
  page: planFilesPage,
  uploads: largestFile,
  input: z.object(uploadInput),
  async run(change, sent) {
    const { plan, item } = await openToWrite(change);
    if (change.uploads.length === 0) throw new Refused({ files: t('Choose a file.') });
    const added = await attachUploads(change, item, sent);
    if (added === 0) throw new Refused({ files: t('It is there already.') });
    await change.record({ kind: 'plan.files-added', itemId: plan.id, body: { added } });
    return see(planHref(plan.id), tn(added, '{n} file is added.', '{n} files are added.'));
  },
});
