import { NotFound } from '#platform/errors.ts';
import { bytes, roles } from '#platform/http/route.ts';
import { fileAnswer } from '#platform/storage/serve.ts';
import { selectFiles } from '#features/files/index.ts';
import { overriders } from '#features/people/index.ts';
import { openByLaw } from './open-override.ts';
import { selectRequest } from './request.queries.ts';

/** A file of an item that was opened by law, for the two and while it lasts. */
export const openedFile = bytes('/school/override/:override/files/:file', {
  purpose: 'safeguarding',
  access: roles(...overriders),
  async send(visit) {
    const request = await selectRequest(visit);
    const item = await openByLaw(visit, request);
    const files = await selectFiles(visit.db, item.ownerId, [item.id]);
    const file = files.find(({ id }) => id === visit.params.file);
    if (!file) throw new NotFound('There is no file at this address.');
    const { status, headers } = fileAnswer(file);
    return {
      body: await visit.services.storage.open(file.sha256),
      type: headers['content-type']!,
      status,
      headers,
    };
  },
});
