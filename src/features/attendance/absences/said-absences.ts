import { type RawBuilder, sql } from 'kysely';
import type { Given } from '#platform/access/composed.ts';
import type { Who } from '#platform/access/who.ts';
import { t } from '#platform/i18n/i18n.ts';
import { isOwnChild } from '../attendance.access.ts';
import type { Part, Sort } from '../attendance.ts';

/**
 * What a family reads of what was said about its child. Of another carer's it reads that the child is away and that the
 * school knows: neither why, nor what they asked for.
 */
export interface SaidAbsence {
  id: string;
  pupilId: string;
  fromOn: string;
  untilOn: string;
  part: Part;
  /** One's own; null where somebody else said it. */
  sort: Sort | null;
  /** One's own; null where somebody else said it. */
  words: string | null;
  isMine: boolean;
  decision: 'agreed' | 'not-agreed' | null;
  answer: string | null;
  version: number;
}

/**
 * What this grown-up may read of what was said about these children, of days not over before `since`.
 * `children` is one pupil's id or a select of several in brackets.
 */
export const saidAbsences = (
  who: Who,
  { children, today, since }: { children: RawBuilder<unknown> } & Given<{ today: string; since: string }>,
): RawBuilder<unknown> =>
  sql`select a.id, a.pupil_id as "pupilId", a.from_on as "fromOn", a.until_on as "untilOn", a.part,
      case when a.written_by = ${who.personId} then a.sort end as sort,
      case when a.written_by = ${who.personId} then a.words end as words, a.written_by = ${who.personId} as "isMine",
      a.decision, case when a.written_by = ${who.personId} then a.answer end as answer, a.version
    from pupil_absence a where a.owner_id = ${who.organisationId} and a.pupil_id in (${children})
      and a.taken_back_at is null and a.until_on >= ${since}
      and (a.written_by = ${who.personId} or a.sort <> 'leave' or a.decision = 'agreed')
      and ${isOwnChild(who, sql`a.pupil_id`, today)}`;

/** How it stands with one of them, in the family's words. */
export function howItStands({
  sort,
  decision,
  isMine,
}: Pick<SaidAbsence, 'sort' | 'decision' | 'isMine'>): string {
  if (decision === null)
    return sort === 'leave'
      ? t('The head has not decided yet.')
      : isMine
        ? t('The school has it. Thank you.')
        : t('Somebody has told the school.');
  if (sort === 'leave')
    return decision === 'agreed' ? t('The head has agreed.') : t('The head could not agree.');
  return decision === 'agreed'
    ? t('The school has accepted it.')
    : t('The school could not count it as an agreed absence.');
}
