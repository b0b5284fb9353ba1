import { z } from 'zod';
import { NotFound } from '#platform/errors.ts';
import { choice, optionalLine } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import { hows, intervals, nextLook } from '#features/try-outs/index.ts';
import { practiceHref } from './addresses.ts';
import { endWaitingLook, lastLook } from './looks.ts';
import { openGoingOn } from './open-own-practice.ts';
import { planOwnLook, settleDueOf } from './own-looks.ts';
import { waitingLook } from './practice.ts';
import { practicePage } from './practice.page.ts';
import { practicePolicy } from './practice.policy.ts';
import { touch } from './practice.queries.ts';

const common = { purpose: 'learning', access: practicePolicy } as const;

/** Begins to remind of it: the first time after a week. */
export const beginLooks = action('/practice/:person/:practice/looks', {
  ...common,
  input: z.object({}),
  async run(change) {
    const practice = await openGoingOn(change);
    const there = waitingLook(practice);
    const dueOn =
      there?.dueOn ??
      (await planOwnLook(change, practice, {
        number: (await lastLook(change.tx, practice)) + 1,
        afterDays: intervals[0],
        relapse: false,
      }));
    return see(
      practiceHref(practice),
      t('You meet it again on {day}.', { day: formatDate(dueOn, 'weekday') }),
    );
  },
  unrecorded: 'asking twice for what is planned changes nothing; planning records itself',
});

/** Says honestly how it goes, and plans the next look where one is due. */
export const lookAgain = action('/practice/:person/:practice/looks/:number', {
  ...common,
  page: practicePage,
  input: z.object({ how: choice(hows, 'Choose what comes nearest.'), note: optionalLine(500) }),
  async run(change, { how, note }) {
    const { tx, now } = change;
    const practice = await openGoingOn(change);
    const look = waitingLook(practice);
    if (!look || String(look.number) !== change.params.number)
      throw new NotFound('This was looked at already.');
    await tx
      .updateTable('practice_look')
      .set({ how, note, looked_at: now })
      .where('owner_id', '=', practice.ownerId)
      .where('practice_id', '=', practice.id)
      .where('number', '=', look.number)
      .execute();
    const next = nextLook(look.afterDays, how, practice.replaces !== '');
    const settles = next === null || next.relapse;
    await touch(tx, practice, now, { settled_at: settles ? (practice.settledAt ?? now) : null });
    const dueOn = next && (await planOwnLook(change, practice, { ...next, number: look.number + 1 }));
    await settleDueOf(change, practice);
    await change.record({
      ownerId: practice.ownerId,
      kind: 'practice.looked-at',
      itemId: practice.id,
      body: { number: look.number, how },
    });
    return see(practiceHref(practice), saidNext(dueOn, settles));
  },
});

function saidNext(dueOn: string | null, settles: boolean): string {
  if (dueOn === null) return t('Saved. It goes by itself, so nothing more will remind you.');
  const day = formatDate(dueOn, 'weekday');
  return settles
    ? t('Saved. It goes by itself. On {day} you are asked whether the old habit has come back.', { day })
    : t('Saved. You meet it again on {day}.', { day });
}

/** Ends the reminders. Asking for them again begins with a week. */
export const stopLooks = action('/practice/:person/:practice/looks/stop', {
  ...common,
  input: z.object({}),
  async run(change) {
    const practice = await openGoingOn(change);
    await endWaitingLook(change.tx, practice, change.now);
    await settleDueOf(change, practice);
    await change.record({
      ownerId: practice.ownerId,
      kind: 'practice.reminders-stopped',
      itemId: practice.id,
    });
    return see(practiceHref(practice), t('Nothing will remind you of it.'), practiceHref(practice, 'looks'));
  },
});
