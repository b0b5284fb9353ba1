import { z } from 'zod';
import { rejoinCircle } from '#platform/access/circles.ts';
import { Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { choice } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { groupHref, lockProgramme, mustRun, type Programme } from '#features/programmes/index.ts';
import { answerPage, myInvitation } from './answer.page.ts';
import { type Invitation, selectInvitation, updateAnswer } from './invite.queries.ts';
import { circleOf, comeIn, goOut, recordIn } from './people-come.ts';
import { openPlace } from './people-open.ts';
import { placePolicy } from './people-place.policy.ts';
import { keepReplaces, replacesInput } from '../replaces.ts';

/** Somebody who was asked comes into the group, takes its plan on, or says not this time. */
export const answerInvitation = action('/groups/:programme/answer', {
  purpose: 'learning',
  access: placePolicy,
  page: answerPage,
  input: z.object({
    answer: choice(['yes', 'no'], 'Say yes, or not this time.'),
    replaces: replacesInput,
  }),
  async run(change, { answer, replaces }) {
    const { programme } = await openPlace(change, (group) => myInvitation(change, group));
    mustRun(programme);
    const { tx, now, who } = change;
    await lockProgramme(tx, programme);
    const asked = await selectInvitation(tx, programme, who.personId);
    // Sent twice, or taken back in the same moment: what was read before is read again.
    if (asked?.way !== 'invited' || asked.answer !== null)
      throw new Refused(t('This invitation is answered or taken back already.'));
    if (answer === 'yes') await (asked.part === 'leader' ? takePlan : comeInAs)(change, programme, asked);
    await updateAnswer(tx, programme, who.personId, answer, { by: who.personId, at: now });
    await change.record({
      kind: 'group.invitation-answered',
      itemId: programme.id,
      body: { personId: who.personId, answer, part: asked.part, by: asked.by_id },
      tell: true,
    });
    if (answer === 'yes') keepReplaces(change, programme.id, replaces);
    const undo = groupHref(programme, 'answer/take-back');
    if (answer === 'no')
      return see('/today', t('You said not this time. Those in the group are told.'), undo);
    return see(
      groupHref(programme),
      asked.part === 'leader' ? t('You keep the plan from now on.') : t('You are in the group.'),
      undo,
    );
  },
});

/** Takes one's own answer back, until a day later: the invitation waits again. */
export const takeBackAnswer = action('/groups/:programme/answer/take-back', {
  purpose: 'learning',
  access: placePolicy,
  page: answerPage,
  input: z.object({}),
  async run(change) {
    const { programme } = await openPlace(change, (group) => myInvitation(change, group));
    mustRun(programme);
    const { tx, now, who } = change;
    await lockProgramme(tx, programme);
    const asked = await selectInvitation(tx, programme, who.personId);
    if (asked?.way !== 'invited' || (asked.answer !== 'yes' && asked.answer !== 'no'))
      throw new Refused(t('There is no answer of yours to take back.'));
    if (asked.answer === 'yes') {
      if (isLongAgo(asked, now))
        throw new Refused(t('That was a while ago. You can leave the group instead.'));
      const out = await goOut(change, programme, { personId: who.personId, part: asked.part });
      // Handed on meanwhile, the plan is another's and is not given back.
      if (out && asked.part === 'leader') await givePlanBack(change, programme, asked.by_id);
    }
    await updateAnswer(tx, programme, who.personId, null, { by: who.personId, at: now });
    await change.record({
      kind: 'group.answer-taken-back',
      itemId: programme.id,
      body: { personId: who.personId },
      tell: true,
    });
    return see(groupHref(programme, 'answer'), t('Your answer is taken back. The invitation waits for you.'));
  },
});

/** Until a day later an answer is taken back; after that one leaves. */
export const isLongAgo = ({ answered_at: at }: Pick<Invitation, 'answered_at'>, now: Date): boolean =>
  at === null || now.getTime() - at.getTime() > 24 * 3_600_000;

const comeInAs = (change: Change, programme: Programme, { part }: Invitation): Promise<void> =>
  comeIn(change, programme, { personId: change.who.personId, part });

/** Whoever asked hands the plan over with this; when they keep it no more meanwhile, it is simply taken on. */
async function takePlan(change: Change, programme: Programme, { by_id: from }: Invitation): Promise<void> {
  const me = change.who.personId;
  if (!change.who.isIn(programme.id)) throw new Refused(t('You are not in the group now.'));
  await comeIn(change, programme, { personId: me, part: 'leader' });
  if (from !== me) await goOut(change, programme, { personId: from, part: 'leader' });
}

async function givePlanBack(change: Change, programme: Programme, to: string): Promise<void> {
  if (to === change.who.personId) return;
  const circle = circleOf(programme, 'leader');
  if (await rejoinCircle(change.tx, circle, to))
    await recordIn(change, programme, { personId: to, part: 'leader' });
}
