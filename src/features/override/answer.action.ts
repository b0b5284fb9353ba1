import { z } from 'zod';
import { newId } from '#platform/db/ids.ts';
import { NotAllowed, Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { action, roles, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { overriders } from '#features/people/index.ts';
import { mayAnswer, readableHours, type Request, requestHref, stateOf } from './request.ts';
import { selectRequest } from './request.queries.ts';

const common = { purpose: 'safeguarding', access: roles(...overriders), input: z.object({}) } as const;

/** The second of the two agrees: both may read it from now, for a time, and nothing more. */
export const agreeAction = action('/school/override/:override/agree', {
  ...common,
  async run(change) {
    const request = await openToAnswer(change);
    const expiresAt = new Date(change.now.getTime() + readableHours * 3_600_000);
    await answer(change, request, { agreed: true, expires_at: expiresAt });
    for (const readerId of [request.askedBy, change.who.personId])
      await change.tx
        .insertInto('access_override')
        .values({
          owner_id: request.itemOwner,
          id: newId(change.now),
          item_id: request.itemId,
          organisation_id: change.organisationId,
          reader_id: readerId,
          reason: request.reason,
          asked_at: request.askedAt,
          agreed_by: change.who.personId,
          agreed_at: change.now,
          expires_at: expiresAt,
          tell_owner: request.hiddenUntil === null,
        })
        .execute();
    await change.record({
      kind: 'override.agreed',
      itemId: request.id,
      body: { authorId: request.authorId },
      tell: true,
    });
    // Its author is told at once, or when the day has come.
    await change.record({
      kind: 'override.told',
      itemId: request.id,
      tell: true,
      ...(request.hiddenUntil && request.hiddenUntil > change.now ? { dueAt: request.hiddenUntil } : {}),
    });
    return see(
      requestHref(request),
      t('You have agreed. The two of you can read it for {n} hours; each opening is written down.', {
        n: readableHours,
      }),
    );
  },
});

/** The second of the two declines; nothing is opened. */
export const declineAction = action('/school/override/:override/decline', {
  ...common,
  async run(change) {
    const request = await openToAnswer(change);
    await answer(change, request, { agreed: false });
    await change.record({ kind: 'override.declined', itemId: request.id, tell: true });
    return see(requestHref(request), t('You have declined. Nothing is opened.'));
  },
});

/** The asker takes a request back that nobody has answered, or asks again after all. */
const setWithdrawn = (below: 'withdraw' | 'ask-again') =>
  action(`/school/override/:override/${below}`, {
    ...common,
    async run(change) {
      const request = await selectRequest(change);
      if (request.askedBy !== change.who.personId)
        throw new NotAllowed('Only the person who asked can take it back.');
      const ends = below === 'withdraw';
      if (stateOf(request, change.now) !== (ends ? 'waiting' : 'withdrawn'))
        throw new Refused(t('This has been answered meanwhile, so nothing was done.'));
      await update(change, request, { withdrawn_at: ends ? change.now : null });
      await change.record({
        kind: ends ? 'override.withdrawn' : 'override.asked',
        itemId: request.id,
        tell: true,
      });
      return see(
        requestHref(request),
        ends ? t('Your request is taken back.') : t('Your request stands again.'),
        ends ? requestHref(request, 'ask-again') : undefined,
      );
    },
  });
export const withdrawAction = setWithdrawn('withdraw');
export const askAgainAction = setWithdrawn('ask-again');

/** The request of the address, for somebody who may be the second. Throws `NotAllowed` and `Refused`. */
async function openToAnswer(change: Change): Promise<Request> {
  const request = await selectRequest(change);
  if (!mayAnswer(request, change.who))
    throw new NotAllowed(
      'Two different people in two different roles decide together.',
      'Ask the holder of another of these roles: safeguarding lead, head, trust officer.',
    );
  if (stateOf(request, change.now) !== 'waiting')
    throw new Refused(t('This has been answered or taken back meanwhile, so nothing was done.'));
  return request;
}

async function answer(
  change: Change,
  request: Request,
  answered: { agreed: boolean; expires_at?: Date },
): Promise<void> {
  await update(change, request, {
    ...answered,
    answered_by: change.who.personId,
    answered_at: change.now,
  });
}

/** Changes a request that nobody has answered. Throws `Refused` when somebody did so first. */
async function update(
  change: Change,
  request: Request,
  columns: {
    agreed?: boolean;
    expires_at?: Date;
    answered_by?: string;
    answered_at?: Date;
    withdrawn_at?: Date | null;
  },
): Promise<void> {
  const done = await change.tx
    .updateTable('override_request')
    .set(columns)
    .where('owner_id', '=', request.ownerId)
    .where('id', '=', request.id)
    .where('agreed', 'is', null)
    .executeTakeFirst();
  if (done.numUpdatedRows === 0n)
    throw new Refused(t('This has been answered meanwhile, so nothing was done.'));
}
