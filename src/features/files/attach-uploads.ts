import type { Item } from '#platform/access/who.ts';
import { Refused } from '#platform/errors.ts';
import type { Change, StoredUpload } from '#platform/http/context.ts';
import { choice, ticked } from '#platform/http/input.ts';
import { t } from '#platform/i18n/i18n.ts';
import { insertFiles, selectFiles } from './file.queries.ts';

/** The most one file may weigh, in bytes: for an action's `uploads`. */
export const largestFile = 25 * 1_048_576;

/** What the fields of `uploadFields` send; spread it into the input schema of an action that takes files. */
export const uploadInput = {
  no_pupil_seen: ticked(),
  shows: choice(['pupils', 'own']).default('pupils'),
};

interface SaidOfUploads {
  /** The person says that no pupil can be recognised in the pictures. */
  no_pupil_seen: boolean;
  /** 'pupils' for pupils or their work, which stays with the school; 'own' for the person's own material. */
  shows: 'pupils' | 'own';
}

/**
 * Hangs the files that came with the form on an item, under the item's owner. The caller opened the
 * item, asked the policy, and records the change. A file that hangs there already, whatever it is called, is not
 * hung there twice. Answers how many are new.
 * Throws `Refused` for pictures or film when nobody said that no pupil can be recognised in them:
 * until the school keeps a register of consent, such pictures are not taken.
 */
export async function attachUploads(
  change: Change,
  item: Pick<Item, 'ownerId' | 'id'>,
  said: SaidOfUploads,
): Promise<number> {
  const { tx, now, uploads, who } = change;
  if (uploads.length === 0) return 0;
  if (uploads.some(isPicture) && !said.no_pupil_seen)
    throw new Refused({
      no_pupil_seen: t(
        'Say that no pupil can be recognised. If one can, choose another picture: of the work alone, without faces or names.',
      ),
    });
  const hanging = new Set((await selectFiles(tx, item.ownerId, [item.id])).map(({ sha256 }) => sha256));
  const added = uploads.filter(({ sha256 }) => !hanging.has(sha256) && hanging.add(sha256));
  if (added.length === 0) return 0;
  const files = added.map((upload) => ({ ...upload, ofPupils: said.shows !== 'own' }));
  await insertFiles(tx, item, files, { by: who.personId, now });
  return added.length;
}

const isPicture = ({ mediaType }: StoredUpload): boolean => /^(image|video)\//.test(mediaType);
