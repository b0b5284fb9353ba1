import { z } from 'zod';
import { NotAllowed } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { action, type ActionRoute, see, type See } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { filePolicy } from './file.policy.ts';
import { updateFileEnd } from './file.queries.ts';
import { openFile, type PolicyOf } from './open-file.ts';

/** Takes a file away: whoever added it may, and whoever the item is by. */
export const endFile = (policyOf: PolicyOf): ActionRoute =>
  action('/files/:owner/:file/end', {
    purpose: 'learning',
    access: filePolicy,
    input: z.object({}),
    run: (change) => setEnd(change, policyOf, change.now),
  });

/** Brings a file back that was taken away. */
export const restoreFile = (policyOf: PolicyOf): ActionRoute =>
  action('/files/:owner/:file/bring-back', {
    purpose: 'learning',
    access: filePolicy,
    input: z.object({}),
    run: (change) => setEnd(change, policyOf, null),
  });

async function setEnd(change: Change, policyOf: PolicyOf, endedAt: Date | null): Promise<See> {
  const { file, item } = await openFile(change, policyOf);
  const me = change.who.personId;
  if (file.created_by !== me && item.authorId !== me)
    throw new NotAllowed('Only the person who added this file can take it away.', filePolicy.ask);
  await updateFileEnd(change.tx, { ownerId: file.owner_id, id: file.id }, endedAt);
  await change.record({
    ownerId: file.owner_id,
    kind: endedAt ? 'file.ended' : 'file.restored',
    itemId: file.item_id,
    body: { fileId: file.id },
  });
  const address = `/files/${file.owner_id}/${file.id}`;
  return endedAt
    ? see(change.arrival.cameFrom, t('The file was taken away.'), `${address}/bring-back`)
    : see(change.arrival.cameFrom, t('The file is back.'));
}
