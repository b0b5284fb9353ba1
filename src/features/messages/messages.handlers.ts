import { z } from 'zod';
import type { Db } from '#platform/db/database.ts';
import { told } from '#platform/jobs/handler.ts';
import { notify, settle } from '#platform/notices/notices.ts';
import { settleMatter } from '#platform/notices/settle-matter.ts';
import { today as todayIn } from '#platform/calendar/dates.ts';
import { messageHref, reportHref, talkHref } from './addresses.ts';
import { flaggedNotice, reportNotice, unreadNotice } from './messages.notices.ts';
import { selectAnswerers } from './report-levels.ts';
import { selectReportTold } from './report-told.queries.ts';
import {
  selectToldMessage,
  selectToldOf,
  selectUnreadFor,
  selectWatchersOf,
  type ToldMessage,
} from './told.queries.ts';

const body = z.object({ itemId: z.uuid(), messageId: z.uuid() });

/** Once a message has arrived: it waits for those it was written to by name, and where a word was found, for those who watch. */
const arrived = told('message.sent', body, async ({ ownerId, body: { messageId } }, { db, now }) => {
  const message = await selectToldMessage(db, ownerId, messageId);
  if (!message) return;
  await tellReaders(db, ownerId, message, now());
  await tellWatchers(db, ownerId, message, now());
});

const lookedAt = told('message.looked-at', body, async ({ ownerId, body: { messageId } }, { db, now }) => {
  const message = await selectToldMessage(db, ownerId, messageId);
  if (!message) return;
  await tellReaders(db, ownerId, message, now());
  await tellWatchers(db, ownerId, message, now());
});

/** Worked out from how it stands now, so that told twice, or after somebody read it, it comes to the same. */
async function tellReaders(db: Db, owner: string, message: ToldMessage, now: Date): Promise<void> {
  const { talkId, sort, title, zone } = message;
  // What is said to a class or a named group waits for nobody.
  if (sort === 'class' || title !== '') return;
  const { all, unread } = await selectUnreadFor(db, owner, talkId, { now, zone });
  await settleMatter(
    db,
    { fromOwner: owner, itemId: talkId, personIds: all, kinds: [unreadNotice] },
    unread.map((personId) => ({
      personId,
      kind: unreadNotice,
      subjectKey: talkId,
      href: talkHref(talkId),
      dueAt: null,
    })),
    now,
  );
}

async function tellWatchers(db: Db, owner: string, message: ToldMessage, now: Date): Promise<void> {
  if (!message.flagged) return;
  const matter = { kind: flaggedNotice, itemId: message.talkId, subjectKey: message.id };
  if (message.looked || message.gone) {
    const personIds = await selectToldOf(db, owner, matter);
    await settle(db, { personIds, fromOwner: owner, kind: flaggedNotice, subjectKey: message.id }, now);
    return;
  }
  for (const personId of await selectWatchersOf(db, owner, message, now))
    await notify(
      db,
      {
        ...matter,
        personId,
        fromOwner: owner,
        href: messageHref(message.talkId, message.id, 'look'),
        // Later than this it stands as late with all who watch, the safeguarding lead among them.
        dueAt: new Date(message.deliversAt.getTime() + message.hours * 3_600_000),
      },
      now,
    );
}

/** A report waits for those whom its level reaches, until it is closed. */
const reported = told(
  ['message.reported', 'message-report.escalated', 'message-report.answered'],
  z.object({ itemId: z.uuid() }),
  async ({ ownerId, body: { itemId } }, { db, now }) => {
    const report = await selectReportTold(db, ownerId, itemId);
    if (!report) return;
    const { zone, level, closed, escalatesAt, ...of } = report;
    const waiting = closed ? [] : await selectAnswerers(db, ownerId, of, level, todayIn(now(), zone));
    const before = await selectToldOf(db, ownerId, { kind: reportNotice, itemId, subjectKey: itemId });
    await settleMatter(
      db,
      { fromOwner: ownerId, itemId, personIds: [...new Set([...before, ...waiting])], kinds: [reportNotice] },
      waiting.map((personId) => ({
        personId,
        kind: reportNotice,
        subjectKey: itemId,
        href: reportHref(itemId),
        dueAt: escalatesAt,
      })),
      now(),
    );
  },
);

export const messageHandlers = [arrived, lookedAt, reported];
