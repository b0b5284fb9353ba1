import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import { action, see } from '#platform/http/route.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { attachUploads, largestFile, uploadInput } from '#features/files/index.ts';
import { tryOutHref } from './addresses.ts';
import { openOwnTryOut } from './edit-try-out.page.ts';
import { tryOutPage } from './try-out.page.ts';
import { tryOutPolicy } from './try-out.policy.ts';

/** Hangs photos or files on one's own try-out; those who may read it may open them. */
export const addTryOutFiles = action('/try-outs/:person/:tryOut/files', {
  purpose: 'learning',
  access: tryOutPolicy,
  page: tryOutPage,
  uploads: largestFile,
  input: z.object(uploadInput),
  async run(change, said) {
    const tryOut = await openOwnTryOut(change);
    if (change.uploads.length === 0) throw new Refused({ files: t('Choose a photo or a file first.') });
    const files = await attachUploads(change, tryOut, said);
    await change.record({
      ownerId: tryOut.ownerId,
      kind: 'try-out.files-added',
      itemId: tryOut.id,
      body: { files },
    });
    return see(
      tryOutHref(tryOut),
      files > 0
        ? tn(files, 'The file is attached.', '{n} files are attached.')
        : t('This was attached already, so it is not there twice.'),
    );
  },
});
