import { isId } from '#platform/db/ids.ts';
import { NotAllowed, NotFound, Refused } from '#platform/errors.ts';
import type { Visit } from '#platform/http/context.ts';
import { t } from '#platform/i18n/i18n.ts';
import { type OpenedTalk, openTalk } from './open-talk.ts';
import { selectMessage } from './message.queries.ts';
import type { ShownMessage } from './talk.ts';

export interface OpenedMessage extends OpenedTalk {
  message: ShownMessage & { undone: boolean };
}

/** The message in the address, for whoever reads it in its conversation. Throws `NotFound`, or `NotAllowed`. */
export async function openMessage(visit: Visit): Promise<OpenedMessage> {
  const opened = await openTalk(visit);
  if (!isId(visit.params.message ?? '')) throw new NotFound();
  const message = await selectMessage(visit.db, visit.who, opened.talk.id, visit.params.message!, visit.now);
  if (!message) throw new NotFound();
  return { ...opened, message };
}

/** The same for its author. */
export async function openOwnMessage(visit: Visit): Promise<OpenedMessage> {
  const opened = await openMessage(visit);
  if (opened.message.authorId !== visit.who.personId)
    throw new NotAllowed(t('Only whoever wrote a message changes it or takes it back.'));
  return opened;
}

/** The same while it has not arrived. Throws `Refused` once it has. */
export async function openUnsentMessage(visit: Visit): Promise<OpenedMessage> {
  const opened = await openOwnMessage(visit);
  if (opened.message.undone) throw new Refused(t('This message was not sent.'));
  if (opened.message.deliversAt <= visit.now)
    throw new Refused(t('It has arrived already. You can take it back: a mark then stands in its place.'));
  return opened;
}
