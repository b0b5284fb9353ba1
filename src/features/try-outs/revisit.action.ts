import { z } from 'zod';
import { NotFound } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { choice, optionalLine } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import { settle } from '#platform/notices/notices.ts';
import { tryOutHref } from './addresses.ts';
import { openOwnTryOut } from './edit-try-out.page.ts';
import { noticeKinds } from './notices.ts';
import { lastNumber, planRevisit } from './revisits.ts';
import type { TryOut } from './select-try-out.ts';
import { tryOutPage } from './try-out.page.ts';
import { tryOutPolicy } from './try-out.policy.ts';
import { hows, intervals, nextInterval } from './widening.ts';

/** Begins to remind of a try-out: the first time after a week. */
export const beginRevisits = action('/try-outs/:person/:tryOut/revisits', {
  purpose: 'learning',
  access: tryOutPolicy,
  input: z.object({}),
  async run(change) {
    const tryOut = await openOwnTryOut(change);
    const waiting = waitingOf(tryOut);
    if (waiting)
      return see(
        tryOutHref(tryOut),
        t('You will be reminded on {day}.', { day: formatDate(waiting.dueOn, 'weekday') }),
      );
    const number = (await lastNumber(change.tx, tryOut)) + 1;
    const dueOn = await planRevisit(change, tryOut, { number, afterDays: intervals[0] });
    return see(
      tryOutHref(tryOut),
      t('You will be reminded on {day}.', { day: formatDate(dueOn, 'weekday') }),
    );
  },
  unrecorded: 'asking twice for what is planned changes nothing; planning records itself',
});

/** Says how it goes by now, and plans the next look where one is due. */
export const lookAgain = action('/try-outs/:person/:tryOut/revisits/:number', {
  purpose: 'learning',
  access: tryOutPolicy,
  page: tryOutPage,
  input: z.object({ how: choice(hows, 'Choose what comes nearest.'), note: optionalLine(500) }),
  async run(change, { how, note }) {
    const { tx, now } = change;
    const tryOut = await openOwnTryOut(change);
    const waiting = waitingOf(tryOut);
    if (!waiting || String(waiting.number) !== change.params.number)
      throw new NotFound('This was looked at already.');
    await tx
      .updateTable('try_out_revisit')
      .set({ how, note, looked_at: now })
      .where('owner_id', '=', tryOut.ownerId)
      .where('try_out_id', '=', tryOut.id)
      .where('number', '=', waiting.number)
      .execute();
    await settleReminder(change, tryOut, waiting.number);
    await change.record({
      ownerId: tryOut.ownerId,
      kind: 'try-out.revisited',
      itemId: tryOut.id,
      body: { number: waiting.number, how },
    });
    const afterDays = nextInterval(waiting.afterDays, how);
    if (afterDays === null)
      return see(tryOutHref(tryOut), t('Saved. It has become a habit, so nothing more will remind you.'));
    const dueOn = await planRevisit(change, tryOut, { number: waiting.number + 1, afterDays });
    return see(
      tryOutHref(tryOut),
      t('Saved. You will be reminded again on {day}.', { day: formatDate(dueOn, 'weekday') }),
    );
  },
});

/** Ends the reminders. Asking for them again begins with a week. */
export const stopRevisits = action('/try-outs/:person/:tryOut/revisits/stop', {
  purpose: 'learning',
  access: tryOutPolicy,
  input: z.object({}),
  async run(change) {
    const tryOut = await openOwnTryOut(change);
    const waiting = waitingOf(tryOut);
    await change.tx
      .updateTable('try_out_revisit')
      .set({ ended_at: change.now })
      .where('owner_id', '=', tryOut.ownerId)
      .where('try_out_id', '=', tryOut.id)
      .where('looked_at', 'is', null)
      .execute();
    if (waiting) await settleReminder(change, tryOut, waiting.number);
    await change.record({ ownerId: tryOut.ownerId, kind: 'try-out.reminders-stopped', itemId: tryOut.id });
    return see(tryOutHref(tryOut), t('Nothing will remind you of it.'), tryOutHref(tryOut, 'revisits'));
  },
});

const waitingOf = (tryOut: TryOut) => tryOut.revisits.find(({ lookedAt }) => lookedAt === null);

const settleReminder = (change: Change, tryOut: TryOut, number: number): Promise<void> =>
  settle(
    change.tx,
    {
      personIds: [tryOut.ownerId],
      fromOwner: change.organisationId,
      kind: noticeKinds.revisit,
      subjectKey: `${tryOut.id}:${number}`,
    },
    change.now,
  );
