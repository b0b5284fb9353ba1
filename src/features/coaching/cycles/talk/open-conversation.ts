import { isId } from '#platform/db/ids.ts';
import { NotFound, Refused } from '#platform/errors.ts';
import type { Change, Visit } from '#platform/http/context.ts';
import { t } from '#platform/i18n/i18n.ts';
import type { CoachingAbility } from '../../coaching.policy.ts';
import { openGoingOn, type OpenedTogether, openTogether } from '../../open-together.ts';
import { readsUntil } from '../../what-leavers-read.ts';
import type { Conversation } from './conversation.ts';
import { type PartWriting, selectConversation } from './conversation.queries.ts';

export interface OpenedConversation extends OpenedTogether {
  conversation: Conversation;
  writing: PartWriting;
}

async function inIt(visit: Visit, opened: OpenedTogether, part?: string): Promise<OpenedConversation> {
  const id = visit.params.conversation ?? '';
  const { ownerId, id: coachingId } = opened.together;
  const until = readsUntil(opened.together, visit.who.personId);
  const writing = part === undefined ? undefined : { writer: visit.who, part };
  const found = isId(id)
    ? await selectConversation(visit.db, ownerId, coachingId, id, { writing, until })
    : undefined;
  if (!found) throw new NotFound();
  return { ...opened, conversation: found, writing: found.writing };
}

/** Opens the conversation that the address names (`:conversation`), in its coaching. Three statements. */
export const openConversation = async (
  visit: Visit,
  ability: CoachingAbility = 'read',
): Promise<OpenedConversation> => inIt(visit, await openTogether(visit, ability));

/** The same for writing in one of its parts, with a draft of it and what it said before. */
export const openConversationPart = async (visit: Visit): Promise<OpenedConversation> =>
  inIt(visit, await openTogether(visit, 'write'), visit.params.part ?? '');

/** The same for a change by one of its people while the pairing goes on, the pairing held. */
export async function openForWriting(change: Change): Promise<OpenedConversation> {
  const opened = await inIt(change, await openGoingOn(change));
  if (opened.conversation.endedAt)
    throw new Refused(t('This conversation was taken away, so nothing was changed. Bring it back first.'));
  return opened;
}

/** The same where it may have been taken away. */
export const openAnyForWriting = async (change: Change): Promise<OpenedConversation> =>
  inIt(change, await openGoingOn(change));
