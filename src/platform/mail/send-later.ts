import { z } from 'zod';
import type { Db } from '../db/database.ts';
import { idFrom } from '../db/ids.ts';
import { told } from '../jobs/handler.ts';
import { enqueue, keepOnly } from '../jobs/outbox.ts';
import type { Mail } from './mailer.ts';

const kind = 'mail.send';

const letter = z.object({
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  html: z.string().optional(),
});
const sent = z.object({ sent: z.literal(true) });

/**
 * Gives a letter to the outbox, in the transaction of whatever causes it. Each letter is a message of its
 * own, so one that fails is tried again by itself. The same `id` a second time makes no second letter.
 *
 * @param dueAt when it is to go out
 */
export const sendLater = (
  tx: Db,
  ownerId: string,
  { id, ...mail }: Mail & { id: string },
  at: Date,
  dueAt: Date = at,
): Promise<void> => enqueue(tx, ownerId, kind, mail, { at, dueAt, id: idFrom(id) });

/** Sends what waits. The words leave the outbox with the letter; only that it was sent stays for a while. */
export const sendMail = told(kind, z.union([sent, letter]), async (message, { db, mailer }) => {
  if ('sent' in message.body) return;
  const { html, ...mail } = message.body;
  await mailer.send({ ...mail, ...(html === undefined ? {} : { html }), id: message.id });
  await keepOnly(db, message, { sent: true });
});
