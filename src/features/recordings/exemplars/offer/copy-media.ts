import { newId } from '#platform/db/ids.ts';
import type { Visit } from '#platform/http/context.ts';
import { Refused } from '#platform/errors.ts';
import { t } from '#platform/i18n/i18n.ts';
import { selectWrappedKey } from '../../recording.queries.ts';
import { type Medium, playedOf, type Recording } from '../../recording.ts';
import type { Stretch } from './offer-input.ts';

/** What lies in the vault for a copy, under a key of its own. */
export interface Copied {
  wrappedKey: Buffer;
  media: Medium[];
}

/**
 * Seals what is played of a recording anew for the recording `id`, with its picture where the whole is copied; a stretch
 * is cut from it afterwards. No key is shared, so each can be erased by itself. What was sealed and not used, the sweep
 * of the vault clears away.
 */
export async function copyMedia(
  visit: Visit,
  source: Recording,
  id: string,
  stretch: Stretch,
): Promise<Copied> {
  const { vault, keys } = visit.services;
  const wrapped = await selectWrappedKey(visit.db, source.ownerId, source.id);
  const played = playedOf(source);
  if (!wrapped || !played) throw new Refused(t('There is nothing to copy.'));
  const from = keys.unwrap(wrapped, source.id);
  const { key, wrapped: wrappedKey } = keys.newKey(id);
  const picture = stretch ? undefined : source.media.find(({ part }) => part === 'poster');
  const media: Medium[] = [];
  for (const medium of [played, ...(picture ? [picture] : [])]) {
    const copy = newId(visit.now);
    const sealed = await vault.seal(copy, key, await vault.open(medium.id, from));
    media.push({ ...medium, ...sealed, id: copy, part: stretch ? 'sent' : medium.part });
  }
  return { wrappedKey, media };
}
