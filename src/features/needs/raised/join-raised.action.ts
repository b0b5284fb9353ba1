import { z } from 'zod';
import { isId } from '#platform/db/ids.ts';
import { NotFound, Refused } from '#platform/errors.ts';
import { optionalId, optionalProse } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { raisedHref, raisedPath } from './addresses.ts';
import { raisedNeedPolicy } from './raised-need.policy.ts';
import { selectJoinable, selectRaisedNeed, updateRaisedNeed } from './raised-need.queries.ts';
import { raisedNeedsPage } from './raised-needs.page.ts';

/** Says what comes of a need: a priority of the school, a programme, a word. Whoever raised it reads it. */
export const joinRaised = action(raisedHref(':need', 'join'), {
  purpose: 'learning',
  access: raisedNeedPolicy,
  page: raisedNeedsPage,
  input: z.object({ priority: optionalId(), programme: optionalId(), answer: optionalProse(1000) }),
  async run(change, { priority, programme, answer }) {
    const { tx, organisationId, who, now, params } = change;
    const id = params.need!;
    if (!isId(id)) throw new NotFound();
    const item = await change.open(raisedNeedPolicy, id);
    who.must('join', raisedNeedPolicy, item);
    const need = await selectRaisedNeed(tx, organisationId, id);
    if (!need || item.endedAt !== null) throw new NotFound(t('This need was taken back.'));
    if (need.priorityId === priority && need.programmeId === programme && need.answer === answer)
      throw new Refused(t('Choose what comes of it, or write a word.'));
    const there = await selectJoinable(tx, who, change.today);
    if (priority && priority !== need.priorityId && !there.priorities.some((each) => each.id === priority))
      throw new Refused({ priority: t('Choose one from the list.') });
    if (
      programme &&
      programme !== need.programmeId &&
      !there.programmes.some((each) => each.id === programme)
    )
      throw new Refused({ programme: t('Choose one from the list.') });
    await updateRaisedNeed(tx, organisationId, id, {
      priorityId: priority,
      programmeId: programme,
      answer,
      by: who.personId,
      at: now,
    });
    await change.record({
      kind: 'need.answered',
      itemId: id,
      body: { priorityId: priority, programmeId: programme },
      tell: true,
    });
    return see(raisedPath, t('It is saved. Whoever raised it reads what comes of it.'));
  },
});
