import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import { action, see } from '#platform/http/route.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { attachUploads, largestFile, uploadInput } from '#features/files/index.ts';
import { resourceHref } from '../addresses.ts';
import { openOwnResource } from '../open-resource.ts';
import { resourcePolicy } from '../resource.policy.ts';
import { resourceFilesPage } from './files.page.ts';

/** Hangs pictures, sounds and files on a page. */
export const addResourceFiles = action(resourceHref(':resource', 'files'), {
  purpose: 'administration',
  access: resourcePolicy,
  page: resourceFilesPage,
  uploads: largestFile,
  input: z.object(uploadInput),
  async run(change, sent) {
    const { resource, item, ended } = await openOwnResource(change);
    if (ended) throw new Refused(t('You took this page away. Bring it back first.'));
    if (change.uploads.length === 0) throw new Refused({ files: t('Choose a file.') });
    const added = await attachUploads(change, item, sent);
    if (added === 0)
      throw new Refused({
        files: t(
          'It hangs on this page already. Under “Pictures, sounds and files” you put it into the text.',
        ),
      });
    await change.record({ kind: 'resource.files-added', itemId: resource.id, body: { added } });
    return see(
      resourceHref(resource.id, 'files'),
      tn(added, '{n} file is added. Say what it shows, and it stands in the page.', '{n} files are added.'),
    );
  },
});
