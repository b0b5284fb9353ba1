import { z } from 'zod';
import type { Db } from '#platform/db/database.ts';
import { isId } from '#platform/db/ids.ts';
import { NotFound } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { action, roles, see } from '#platform/http/route.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { leaveParked, parkAgain, retryParked } from '#platform/jobs/parked.ts';
import { administrators } from '#features/people/index.ts';
import { settleParked } from './parked.job.ts';
import { type ParkedMessage, selectMessage, selectParked } from './parked.queries.ts';

const list = '/school/messages';

const common = {
  purpose: 'administration',
  access: roles(...administrators),
  input: z.object({}),
} as const;

/** Gives one message all its attempts again. */
export const tryAgain = action('/school/messages/:message/try-again', {
  ...common,
  async run(change) {
    await decide(change, 'tried-again', (tx, message) => retryParked(tx, message, change.now));
    return see(
      list,
      t('It is being tried again. If it still fails, it stands here again in a day and a half.'),
    );
  },
});

/** Gives all of them all their attempts again, as after a mail server was down. */
export const tryAllAgain = action('/school/messages/try-again', {
  ...common,
  async run(change) {
    const messages = await selectParked(change.tx, change.organisationId);
    if (messages.length === 0) throw new NotFound(t('None waits any more.'));
    for (const message of messages) {
      await retryParked(change.tx, message, change.now);
      await recordDecision(change, 'tried-again', message);
    }
    await settleParked(change.tx, change.organisationId, change.today, change.now);
    return see(
      list,
      tn(messages.length, '{n} message is being tried again.', '{n} messages are being tried again.'),
    );
  },
});

/** Nothing more is done with it. */
export const leaveIt = action('/school/messages/:message/leave', {
  ...common,
  async run(change) {
    const { id } = await decide(change, 'left', (tx, message) => leaveParked(tx, message, change.now));
    return see(list, t('It is left. Nothing more is done with it.'), `${list}/${id}/take-up`);
  },
});

/** Puts a message back that was left. */
export const takeUp = action('/school/messages/:message/take-up', {
  ...common,
  async run(change) {
    await decide(change, 'taken-up', parkAgain);
    return see(list, t('It waits here again.'));
  },
});

type Message = Pick<ParkedMessage, 'ownerId' | 'id' | 'kind'>;

/** Does something with the message of the address. Throws NotFound when it does not wait for that any more. */
async function decide(
  change: Change,
  what: string,
  does: (tx: Db, message: Message) => Promise<boolean>,
): Promise<Message> {
  const id = change.params.message!;
  const message = isId(id) ? await selectMessage(change.tx, change.organisationId, id) : undefined;
  if (!message || !(await does(change.tx, message)))
    throw new NotFound(t('This message does not wait any more. Somebody has decided, or it got through.'));
  await recordDecision(change, what, message);
  await settleParked(change.tx, change.organisationId, change.today, change.now);
  return message;
}

const recordDecision = (change: Change, what: string, { ownerId, id, kind }: Message): Promise<string> =>
  change.record({ kind: `message.${what}`, body: { messageId: id, messageOf: ownerId, messageKind: kind } });
