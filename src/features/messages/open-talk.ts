import { itemOf } from '#platform/access/select-item.ts';
import type { Item } from '#platform/access/who.ts';
import { isId } from '#platform/db/ids.ts';
import { NotAllowed, NotFound } from '#platform/errors.ts';
import type { Visit } from '#platform/http/context.ts';
import { t } from '#platform/i18n/i18n.ts';
import { talkPolicy } from './messages.policy.ts';
import { messagesAPage, type ShownMessage } from './talk.ts';
import { selectThread, type TalkRow } from './thread.queries.ts';

export interface OpenedTalk {
  talk: TalkRow;
  item: Item;
  /** Newest first. */
  messages: readonly ShownMessage[];
  more: boolean;
  /** It is theirs, and not only watched. */
  takesPart: boolean;
  /** Looks after it: ends it, and says what only the staff say. */
  keeps: boolean;
  watches: boolean;
  /** Why nothing can be written in it by this person now; null where it can. */
  closed: 'ended' | 'over' | 'not-yours' | 'announced' | 'watching' | null;
}

/**
 * The conversation in the address, for whoever takes part or watches. Whoever watches what is between one pupil and one
 * of the staff is written down where the pupil sees it. Throws `NotFound`, or `NotAllowed` with whom to ask.
 */
export async function openTalk(visit: Visit, offset = 0): Promise<OpenedTalk> {
  const { who, params, now, today } = visit;
  if (!isId(params.talk ?? '')) throw new NotFound();
  const found = await selectThread(visit.db, who, { id: params.talk!, now, today, offset });
  const { row, talk, messages } = found;
  if (!row || !talk || row.kind !== talkPolicy.kind) throw new NotFound();
  const item = itemOf(row, who);
  who.must('read', talkPolicy, item);
  const keeps = who.may('keep', talkPolicy, item);
  const takesPart = who.may('takePart', talkPolicy, item);
  if (item.endedAt !== null && !keeps && !talk.watched)
    throw new NotFound(t('This conversation was ended by those who look after it.'));
  if (talk.sort === 'pupil' && !takesPart && talk.pupilId !== null)
    visit.noteOpened({ ownerId: item.ownerId, id: item.id, kind: item.kind, authorId: talk.pupilId }, 'page');
  return {
    talk,
    item,
    messages: messages.slice(0, messagesAPage),
    more: messages.length > messagesAPage,
    takesPart,
    keeps,
    watches: talk.watched,
    closed: closedTo(talk, { ended: item.endedAt !== null, takesPart, keeps, today }),
  };
}

function closedTo(
  talk: TalkRow,
  is: { ended: boolean; takesPart: boolean; keeps: boolean; today: string },
): OpenedTalk['closed'] {
  if (is.ended) return 'ended';
  if (talk.untilOn !== null && talk.untilOn < is.today) return 'over';
  if (!talk.stands) return 'not-yours';
  if (!is.takesPart) return 'watching';
  return talk.mode === 'announce' && !is.keeps ? 'announced' : null;
}

/** The same for those who take part in it; whoever only watches changes nothing. */
export async function openOwnTalk(visit: Visit): Promise<OpenedTalk> {
  const opened = await openTalk(visit);
  visit.who.must('takePart', talkPolicy, opened.item);
  return opened;
}

/** The same for those who look after it. */
export async function openKeptTalk(visit: Visit): Promise<OpenedTalk> {
  const opened = await openTalk(visit);
  visit.who.must('keep', talkPolicy, opened.item);
  return opened;
}

/** Throws `NotAllowed`, with why, where nothing can be written in it by this person now. */
export function mustBeOpen({ closed }: OpenedTalk): void {
  if (closed === null) return;
  throw new NotAllowed(closedWords(closed));
}

export const closedWords = (closed: NonNullable<OpenedTalk['closed']>): string =>
  ({
    ended: t('This conversation was ended. Nobody writes in it any more.'),
    over: t('The last day of this space is over. Nobody writes in it any more.'),
    'not-yours': t(
      'Nobody writes here any more: one of you is not at the school, or does not have to do with the other now.',
    ),
    announced: t('Only those who look after this space write in it.'),
    watching: t('You watch this conversation and take no part in it.'),
  })[closed];

/** A group of staff with a name, for those who do not look after it. */
export const mayLeave = ({ talk, keeps }: Pick<OpenedTalk, 'talk' | 'keeps'>): boolean =>
  talk.sort === 'staff' && talk.title !== '' && !keeps;
