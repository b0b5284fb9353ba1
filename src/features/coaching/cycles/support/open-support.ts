import { NotAllowed, NotFound, Refused, Stale } from '#platform/errors.ts';
import type { Change, Visit } from '#platform/http/context.ts';
import { t } from '#platform/i18n/i18n.ts';
import { coachingPolicy } from '../../coaching.policy.ts';
import { openGoingOn, type OpenedTogether, openTogether } from '../../open-together.ts';
import { partOf, stateOf, type Together } from '../../together.ts';
import type { Support } from './support.ts';
import { selectSupport } from './support.queries.ts';

/** Whether this person suggests support to others here: whoever supports, and every co-coach. */
export const suggests = ({ together, may }: OpenedTogether, me: string): boolean =>
  may('write') && stateOf(together) === 'agreed' && partOf(together, me) !== 'learner';

/** Whether it is this person's to answer: whoever learns, and did not suggest it themselves. */
export const answersTo = ({ together, may }: OpenedTogether, support: Support, me: string): boolean =>
  may('learn') && stateOf(together) === 'agreed' && support.offeredById !== me;

export interface OpenedSupport extends OpenedTogether {
  support: Support;
}

async function inIt(visit: Visit, opened: OpenedTogether): Promise<OpenedSupport> {
  const { ownerId, id } = opened.together;
  const support = await selectSupport(visit.db, ownerId, id, visit.params.support ?? '');
  if (!support) throw new NotFound();
  return { ...opened, support };
}

const onlyTheOfferer = (visit: Visit, opened: OpenedSupport): OpenedSupport => {
  if (opened.support.offeredById !== visit.who.personId)
    throw new NotAllowed('Only whoever suggested it can change it.', coachingPolicy.ask);
  return opened;
};

/** One's own suggestion (`:support`), for looking at it again. */
export async function openOwnSupport(visit: Visit): Promise<OpenedSupport> {
  const opened = onlyTheOfferer(visit, await inIt(visit, await openTogether(visit, 'write')));
  if (opened.support.endedAt || stateOf(opened.together) !== 'agreed') throw new NotFound();
  return opened;
}

/** The same for changing it, the pairing held; it may have been taken away. */
export const openOwnSupportToChange = async (change: Change): Promise<OpenedSupport> =>
  onlyTheOfferer(change, await inIt(change, await openGoingOn(change)));

/** A suggestion for the one who answers it. */
export async function openSupportToAnswer(change: Change): Promise<OpenedSupport> {
  const opened = await inIt(change, await openGoingOn(change, 'learn'));
  if (opened.support.endedAt) throw new Refused(t('This suggestion was taken away, so nothing was changed.'));
  if (!answersTo(opened, opened.support, change.who.personId))
    throw new NotAllowed('Whoever it was suggested to answers it.', coachingPolicy.ask);
  return opened;
}

/** The suggestion as it stands, for somebody who saved an older one. */
export const staleSupport = (
  support: Support,
  together: Together,
  me: string,
  fields: readonly { name: string; label: string; text: string }[],
): Stale =>
  new Stale({
    version: support.version,
    writerId: null,
    writtenBy: together.people.find(({ personId }) => personId !== me)?.name ?? t('Somebody'),
    writtenAt: support.updatedAt,
    fields: [...fields],
  });
