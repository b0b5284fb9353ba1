import { selectItem } from '#platform/access/select-item.ts';
import type { Item } from '#platform/access/who.ts';
import { NotAllowed } from '#platform/errors.ts';
import type { Visit } from '#platform/http/context.ts';
import { isOneOfTwo, type Request, stateOf } from './request.ts';

/**
 * The item of a request that two agreed to, for one of the two and while it lasts. The kernel is asked for the
 * grant that the agreement wrote; the opening is noted for the log, hidden from the author until the agreed day.
 * Throws `NotAllowed` otherwise. With `noted: false` whoever asked notes it: a player asks in many pieces.
 */
export async function openByLaw(visit: Visit, request: Request, { noted = true } = {}): Promise<Item> {
  const { who, now } = visit;
  const item =
    stateOf(request, now) === 'open' && isOneOfTwo(request, who)
      ? await selectItem(visit.db, who, request.itemOwner, request.itemId, now)
      : undefined;
  if (!item?.overridden)
    throw new NotAllowed('This can be read by the two who agreed, while it lasts, and by nobody else.');
  if (noted) visit.noteOpened(item, 'override', request.hiddenUntil);
  return item;
}
