import { NotFound } from '#platform/errors.ts';
import type { Visit } from '#platform/http/context.ts';
import type { Bytes } from '#platform/http/route.ts';
import { fileAnswer } from '#platform/storage/serve.ts';
import { selectWrappedKey } from '../recording.queries.ts';
import type { Medium, Recording } from '../recording.ts';

/**
 * A medium of a recording that was opened, or the part of it that a player asks for, out of the vault. Named after
 * the day: a title may say who is seen. Throws `NotFound` when it is gone, `KeyMissing` when its key is not here.
 */
export async function sendMedium(
  visit: Visit,
  recording: Pick<Recording, 'ownerId' | 'id' | 'filmedOn'>,
  medium: Medium | undefined,
): Promise<Bytes> {
  const wrapped = medium && (await selectWrappedKey(visit.db, recording.ownerId, recording.id));
  if (!wrapped) throw new NotFound('There is nothing to play here.');
  const { headers: asked, services } = visit.arrival;
  const ending = medium.mediaType.split('/')[1]!.replace('quicktime', 'mov');
  const { status, headers, range } = fileAnswer(
    { ...medium, name: `${recording.filmedOn}.${ending}` },
    {
      range: asked.range,
      ifRange: asked['if-range'] as string | undefined,
      ifNoneMatch: asked['if-none-match'],
    },
  );
  const key = services.keys.unwrap(wrapped, recording.id);
  const body =
    status === 304 || status === 416 ? '' : await services.vault.open(medium.id, key, range ?? undefined);
  return {
    body,
    type: headers['content-type']!,
    status,
    headers: { ...headers, 'cache-control': 'private, no-store' },
  };
}
