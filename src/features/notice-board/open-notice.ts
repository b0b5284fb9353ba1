import { itemOf } from '#platform/access/select-item.ts';
import type { Item } from '#platform/access/who.ts';
import { isId } from '#platform/db/ids.ts';
import { NotAllowed, NotFound } from '#platform/errors.ts';
import type { Visit } from '#platform/http/context.ts';
import { t } from '#platform/i18n/i18n.ts';
import { type Audience, audienceFrom } from './audience.ts';
import type { UnitNames } from './audience-words.ts';
import { postedNoticePolicy } from './notice-board.policy.ts';
import { selectNotice } from './notice.queries.ts';
import type { PostedNotice } from './posted-notice.ts';

export interface OpenedNotice {
  notice: PostedNotice;
  item: Item;
  audience: Audience;
  unitNames: UnitNames;
  /** May change it, take it down and see who has read it. */
  keeps: boolean;
  /** It was put up for them, and they did not write it. */
  isReader: boolean;
  /** It was taken down. */
  ended: boolean;
}

/**
 * The notice in the address, for whoever may read it. Before its first day, and once it was taken down, only those who
 * keep it do. Throws `NotFound`, or `NotAllowed` with whom to ask.
 */
export async function openNotice(visit: Visit): Promise<OpenedNotice> {
  const opened = await findNotice(visit);
  if (!opened.keeps && opened.ended) throw new NotFound(t('This notice was taken down.'));
  // Tutors see a day before what they will read out.
  const isAhead = opened.notice.sort === 'bulletin' && visit.who.standing.kind === 'staff';
  if (!opened.keeps && !isAhead && opened.notice.fromOn > visit.today) throw new NotFound();
  return opened;
}

/** The same, one that was taken down among them: for whoever presses a button on a page that was open before. */
export async function findNotice(visit: Visit): Promise<OpenedNotice> {
  const { who, params, now } = visit;
  if (!isId(params.notice ?? '')) throw new NotFound();
  const { row, notice } = await selectNotice(visit.db, who, params.notice!, now);
  if (!row || !notice || row.kind !== postedNoticePolicy.kind) throw new NotFound();
  const item = itemOf(row, who);
  who.must('read', postedNoticePolicy, item);
  // Whoever wrote it and has left since holds nothing of the school's.
  if (who.standing.kind === null) throw new NotAllowed(t('This notice is for other people.'));
  return {
    notice,
    item,
    audience: audienceFrom(item.audience),
    unitNames: new Map(
      item.audience.flatMap(({ principal, name }): [string, string][] =>
        principal.startsWith('unit:') && name !== null ? [[principal.split(':')[1]!, name]] : [],
      ),
    ),
    keeps: who.may('keep', postedNoticePolicy, item),
    isReader: who.may('hear', postedNoticePolicy, item) && item.authorId !== who.personId,
    ended: item.endedAt !== null,
  };
}

/** The same for those who keep it: its author and the head. */
export async function openOwnNotice(visit: Visit): Promise<OpenedNotice> {
  const opened = await openNotice(visit);
  visit.who.must('keep', postedNoticePolicy, opened.item);
  return opened;
}
