import { NotFound, Refused } from '#platform/errors.ts';
import type { Change, Visit } from '#platform/http/context.ts';
import { t } from '#platform/i18n/i18n.ts';
import type { Practice } from './practice.ts';
import { selectOwnPractice } from './select-practice.ts';

/** One's own practice that the address names, one let go too. Throws `NotFound` for anybody else's. */
export function openOwnPractice(visit: Visit): Promise<Practice> {
  if (visit.params.person !== visit.who.personId)
    throw new NotFound('There is no practice of yours at this address.');
  return selectOwnPractice(visit.db, visit.who, visit.params.practice ?? '');
}

/** The same for going on with it. Throws `Refused` where it was let go, as in another tab. */
export async function openGoingOn(change: Change): Promise<Practice> {
  const practice = await openOwnPractice(change);
  if (practice.endedAt) throw new Refused(t('You let this go, so nothing was changed. Bring it back first.'));
  return practice;
}
