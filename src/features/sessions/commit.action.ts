import { z } from 'zod';
import { newId } from '#platform/db/ids.ts';
import { NotFound, Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { day, optionalProse, prose } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import {
  lockStep,
  type Programme,
  programmePolicy,
  type Step,
  stepHref,
  templateOf,
} from '#features/programmes/index.ts';
import { belowStep } from './addresses.ts';
import { countOpenPromises, selectOwnCommitment } from './commitments.queries.ts';
import { isMeeting } from './kinds-of-step.ts';
import { openMinutes } from './minutes.queries.ts';
import { openStep } from './open-step.ts';
import { minutesPolicy } from './sessions.policy.ts';
import { inProtocol } from './step-in-protocol.ts';
import { stepPage } from './step.page.ts';

const commitmentInput = {
  trying: prose('Say what you will try.', 2000),
  pupils: prose('Say with which pupils.', 1000),
  due_on: day('Choose by when.'),
  beyond: optionalProse(1000),
};

/** A participant promises what they will try, with which pupils, by when. */
export const commit = action('/programmes/:programme/steps/:number/commitments', {
  purpose: 'learning',
  access: programmePolicy,
  page: stepPage,
  input: z.object(commitmentInput),
  async run(change, { beyond: why, ...promised }) {
    const { programme, step } = await openStep(change, 'join');
    if (!isMeeting(step)) throw new NotFound('Commitments are made at meetings.');
    if (promised.due_on < step.on_date)
      throw new Refused({ due_on: t('Choose a day after the meeting, so that there is time to try it.') });
    await lockStep(change, step);
    change.who.must('promise', minutesPolicy, await openMinutes(change, step));
    const goesBeyond = await isBeyond(change, programme, step);
    if (goesBeyond && why === '')
      throw new Refused({
        beyond: t('You have as many promises open as this protocol asks for. Say why one more.'),
      });
    const id = newId(change.now);
    await change.tx
      .insertInto('commitment')
      .values({
        owner_id: step.owner_id,
        id,
        programme_id: programme.id,
        step_id: step.id,
        person_id: change.who.personId,
        ...promised,
        beyond: goesBeyond ? why : '',
        version: 1,
        made_at: change.now,
        ended_at: null,
        outcome: null,
        report: '',
        reported_step_id: null,
        reported_at: null,
      })
      .execute();
    await change.record({ kind: 'commitment.made', itemId: step.id, body: { commitment: id } });
    return see(
      `${stepHref(programme, step)}#commitments`,
      t('It is noted. The next meeting opens with it.'),
      belowStep(programme, step, `commitments/${id}/take-back`),
    );
  },
});

/** Whether this promise would be one more than the protocol of the step advises one person to have at a time. */
async function isBeyond(change: Change, programme: Programme, step: Step): Promise<boolean> {
  const max = inProtocol(await templateOf(change.tx, programme), step)?.commitments?.max;
  return max !== undefined && (await countOpenPromises(change.tx, programme, change.who.personId)) >= max;
}

/** Takes back a commitment of one's own, or brings it back. */
const setEnd = (below: 'take-back' | 'restore') =>
  action(`/programmes/:programme/steps/:number/commitments/:commitment/${below}`, {
    purpose: 'learning',
    access: programmePolicy,
    input: z.object({}),
    async run(change) {
      const { programme, step } = await openStep(change, 'join');
      const commitment = await selectOwnCommitment(change);
      const ends = below === 'take-back';
      await change.tx
        .updateTable('commitment')
        .set({ ended_at: ends ? change.now : null })
        .where('owner_id', '=', commitment.owner_id)
        .where('id', '=', commitment.id)
        .execute();
      await change.record({
        kind: ends ? 'commitment.taken-back' : 'commitment.restored',
        itemId: commitment.step_id,
        body: { commitment: commitment.id },
        tell: ends,
      });
      return see(
        `${stepHref(programme, step)}#commitments`,
        ends ? t('It is taken back.') : t('It stands again.'),
        ends ? belowStep(programme, step, `commitments/${commitment.id}/restore`) : undefined,
      );
    },
  });
export const takeBackCommitment = setEnd('take-back');
export const restoreCommitment = setEnd('restore');
