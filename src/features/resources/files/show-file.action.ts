import { z } from 'zod';
import { NotFound, Refused } from '#platform/errors.ts';
import { line, version } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { fileInText } from '#features/files/index.ts';
import { resourceHref, shownFileHref } from '../addresses.ts';
import { saveOver } from '../change-resource.action.ts';
import { openOwnResource } from '../open-resource.ts';
import { fieldsOf } from '../resource-input.ts';
import { resourcePolicy } from '../resource.policy.ts';
import { resourceFilesPage } from './files.page.ts';

/** Puts a file at the end of the text, with the words for those who cannot see it; a new version like any other. */
export const showFile = action(shownFileHref(':resource', ':file'), {
  purpose: 'administration',
  access: resourcePolicy,
  page: resourceFilesPage,
  input: z.object({ words: line('Say in a few words what it shows.', 200), version: version() }),
  async run(change, { words, version: shown }) {
    const { resource, ended } = await openOwnResource(change);
    if (ended) throw new Refused(t('You took this page away. Bring it back first.'));
    const file = resource.files.find(({ id }) => id === change.params.file);
    if (!file) throw new NotFound();
    if (resource.text.includes(`file:${file.id}`)) throw new Refused(t('It stands in the page already.'));
    await saveOver(
      change,
      { id: resource.id, version: shown },
      {
        ...fieldsOf(resource),
        review_on: resource.reviewOn,
        text: `${resource.text}\n\n${fileInText(file, words)}`,
      },
    );
    await change.record({
      kind: 'resource.changed',
      itemId: resource.id,
      body: { version: shown + 1, file: file.id },
      tell: true,
    });
    return see(resourceHref(resource.id), t('It stands at the end of the page.'));
  },
});
