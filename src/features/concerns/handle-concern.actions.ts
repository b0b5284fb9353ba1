import { z } from 'zod';
import { instantAt } from '#platform/calendar/local-time.ts';
import { Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { choice, day, id, line, optionalDay, optionalLine, prose } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import { concernHref } from './addresses.ts';
import { concernPage } from './concern.page.ts';
import { concernPolicy } from './concern.policy.ts';
import { type EntryKind, handledKinds } from './concern.ts';
import { insertEntry, markSeen } from './entries.ts';
import { startClockAnew } from './start-clock.ts';
import { type OpenedConcern, openConcern, openToHandle } from './open-concern.ts';

const common = { purpose: 'safeguarding', access: concernPolicy, page: concernPage } as const;

/** Writes an entry of whoever is named: doing something about it is having looked. */
async function add(
  change: Change,
  { concern }: OpenedConcern,
  entry: { kind: EntryKind; text: string; whom?: string; on?: string; otherId?: string },
): Promise<void> {
  const { tx, organisationId, who, now, today } = change;
  await insertEntry(
    tx,
    organisationId,
    {
      concernId: concern.id,
      kind: entry.kind,
      text: entry.text,
      whom: entry.whom ?? '',
      otherId: entry.otherId ?? null,
      onDate: entry.on ?? today,
      writtenBy: who.personId,
    },
    now,
  );
  if (entry.kind !== 'more') await markSeen(tx, organisationId, concern.id, who.personId, now);
}

const update = (
  change: Change,
  concernId: string,
  columns: { review_on?: string | null; closed_at?: Date | null },
): Promise<unknown> =>
  change.tx
    .updateTable('concern')
    .set(columns)
    .where('owner_id', '=', change.organisationId)
    .where('id', '=', concernId)
    .execute();

/** Somebody who is named says that they have looked. The clock stands still, and the writer reads who and when. */
export const seeConcern = action(concernHref(':concern', '/seen'), {
  ...common,
  input: z.object({}),
  async run(change) {
    const { concern } = await openToHandle(change);
    if (concern.seenAt !== null) throw new Refused(t('Somebody has said so already.'));
    await markSeen(change.tx, change.organisationId, concern.id, change.who.personId, change.now);
    await change.record({ kind: 'concern.seen', itemId: concern.id, body: {}, tell: true });
    return see(concernHref(concern.id), t('The writer reads that you have seen it.'));
  },
});

/** Its writer adds what they remember later. */
export const addMore = action(concernHref(':concern', '/more'), {
  ...common,
  input: z.object({ text: prose('Write what you want to add.', 8000) }),
  async run(change, { text }) {
    const opened = await openConcern(change);
    if (!opened.isAuthor) change.who.must('handle', concernPolicy, opened.item);
    await add(change, opened, { kind: opened.isAuthor ? 'more' : 'note', text });
    const { id: concernId, danger, seenAt, closedAt } = opened.concern;
    if (opened.isAuthor && (seenAt !== null || closedAt !== null)) {
      const due = await startClockAnew(change, { id: concernId, danger });
      await change.record({ kind: 'concern.more', itemId: concernId, body: {}, tell: true });
      await change.record({ kind: 'concern.look-by', itemId: concernId, body: {}, tell: true, dueAt: due });
      return see(concernHref(concernId), t('It is added, and those named for safeguarding are told.'));
    }
    await change.record({ kind: 'concern.added', itemId: concernId, body: {}, tell: true });
    return see(concernHref(concernId), t('It is added.'));
  },
});

export const addToConcern = action(concernHref(':concern', '/entries'), {
  ...common,
  input: z.object({
    kind: choice(handledKinds),
    text: prose('Write what was done.', 8000),
    whom: optionalLine(200),
    on: day(),
    review_on: optionalDay(),
    /** The day that stood in the form when it was opened. */
    review_was: optionalDay(),
  }),
  async run(change, { kind, text, whom, on, review_on: reviewOn, review_was: was }) {
    const opened = await openToHandle(change);
    const { concern } = opened;
    if (concern.closedAt !== null) throw new Refused(t('This concern is closed. Open it again first.'));
    if (on > change.today) throw new Refused({ on: t('This day is still to come.') });
    if ((kind === 'referral' || kind === 'answer') && whom === '')
      throw new Refused({ whom: t('Write to whom it went, or from whom the answer came.') });
    const isNewDay = reviewOn !== was && reviewOn !== concern.reviewOn;
    if (isNewDay && was !== concern.reviewOn)
      throw new Refused({
        review_on:
          concern.reviewOn === null
            ? t('Somebody took the day away meanwhile. Choose again.')
            : t('Somebody wrote {day} here meanwhile. Choose again.', { day: formatDate(concern.reviewOn) }),
      });
    if (isNewDay && reviewOn !== null && reviewOn < change.today)
      throw new Refused({ review_on: t('This day is over already.') });
    await add(change, opened, { kind, text, whom, on });
    if (isNewDay) await update(change, concern.id, { review_on: reviewOn });
    await change.record({ kind: 'concern.added', itemId: concern.id, body: {}, tell: true });
    if (isNewDay && reviewOn !== null)
      await change.record({
        kind: 'concern.review-due',
        itemId: concern.id,
        body: {},
        tell: true,
        dueAt: instantAt(reviewOn, '07:00', change.who.standing.organisation.zone),
      });
    return see(concernHref(concern.id), t('It is written down.'));
  },
});

/** Two concerns belong together: it is written in both. */
export const linkConcerns = action(concernHref(':concern', '/link'), {
  ...common,
  input: z.object({ other: id(), text: line('Write why.', 400) }),
  async run(change, { other, text }) {
    const opened = await openToHandle(change);
    const { concern } = opened;
    if (!opened.others.some((each) => each.id === other))
      throw new Refused({ other: t('Choose one from the list.') });
    await add(change, opened, { kind: 'link', text, otherId: other });
    const { tx, organisationId, who, now, today } = change;
    const back = {
      concernId: other,
      kind: 'link',
      text,
      otherId: concern.id,
      onDate: today,
      writtenBy: who.personId,
    } as const;
    await insertEntry(tx, organisationId, back, now);
    await change.record({ kind: 'concern.added', itemId: concern.id, body: { other }, tell: true });
    return see(concernHref(concern.id), t('They are connected.'));
  },
});

export const closeConcern = action(concernHref(':concern', '/close'), {
  ...common,
  input: z.object({ text: prose('Write why it can be closed.', 8000) }),
  async run(change, { text }) {
    const opened = await openToHandle(change);
    if (opened.concern.closedAt !== null) throw new Refused(t('This concern is closed already.'));
    await update(change, opened.concern.id, { closed_at: change.now });
    await add(change, opened, { kind: 'closed', text });
    await change.record({ kind: 'concern.closed', itemId: opened.concern.id, body: {}, tell: true });
    return see(concernHref(opened.concern.id), t('It is closed. It can be opened again.'));
  },
});

export const reopenConcern = action(concernHref(':concern', '/reopen'), {
  ...common,
  input: z.object({ text: prose('Write why it is opened again.', 8000) }),
  async run(change, { text }) {
    const opened = await openToHandle(change);
    if (opened.concern.closedAt === null) throw new Refused(t('This concern is open.'));
    await update(change, opened.concern.id, { closed_at: null });
    await add(change, opened, { kind: 'reopened', text });
    await change.record({ kind: 'concern.reopened', itemId: opened.concern.id, body: {}, tell: true });
    return see(concernHref(opened.concern.id), t('It is open again.'));
  },
});
