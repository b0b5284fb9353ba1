import { z } from 'zod';
import { smallest } from '#platform/access/small-numbers.ts';
import { Refused } from '#platform/errors.ts';
import { day } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { formatDate, t, tn } from '#platform/i18n/i18n.ts';
import { selectTopicCounts } from './answer.queries.ts';
import { dayAfter, isOpen } from './closing.ts';
import { askingPolicy } from './need.policy.ts';
import { openAsking } from './open-asking.ts';
import { resultsAddress } from './results-frame.ts';
import { selectWaiting } from './results.queries.ts';
import { topicsPage } from './topics.page.ts';
import { updateAsking } from './write-asking.queries.ts';

/** The small steps in running an asking. Each can be taken back by another of them. */

const common = { purpose: 'learning', access: askingPolicy } as const;

export const closeAsking = action('/school/needs/:asking/close', {
  ...common,
  input: z.object({}),
  async run(change) {
    const asking = await openAsking(change, 'manage');
    if (!isOpen(asking, change.today)) throw new Refused(t('This has closed already.'));
    await updateAsking(change.tx, change.organisationId, asking.id, { closed_at: change.now });
    await change.record({ kind: 'needs.closed', itemId: asking.id, tell: true });
    return see(
      resultsAddress(asking),
      t('It is closed. Nobody can answer any more.'),
      `${resultsAddress(asking)}/open-again`,
    );
  },
});

/** Takes an early closing back, with the last day as it was. */
export const openAgain = action('/school/needs/:asking/open-again', {
  ...common,
  input: z.object({}),
  async run(change) {
    const asking = await openAsking(change, 'manage');
    await updateAsking(change.tx, change.organisationId, asking.id, { closed_at: null, released_at: null });
    await change.record({ kind: 'needs.reopened', itemId: asking.id, tell: true });
    return see(
      resultsAddress(asking),
      t('It is open again until {day}.', { day: formatDate(asking.closesOn, 'weekday') }),
    );
  },
});

/** Sets a new last day; what was closed opens, and counts that were shown are hidden while answers change. */
export const reopenAsking = action('/school/needs/:asking/reopen', {
  ...common,
  input: z.object({ closes_on: day('Choose the last day to answer.') }),
  page: topicsPage,
  async run(change, sent) {
    const asking = await openAsking(change, 'manage');
    if (sent.closes_on < change.today)
      throw new Refused({ closes_on: t('This day has passed. Choose today or a later day.') });
    await updateAsking(change.tx, change.organisationId, asking.id, {
      closed_at: null,
      released_at: null,
      closes_on: sent.closes_on,
    });
    await change.record({ kind: 'needs.reopened', itemId: asking.id, tell: true });
    await change.record({
      kind: 'needs.closing-day',
      itemId: asking.id,
      tell: true,
      dueAt: dayAfter(sent.closes_on, change.who.standing.organisation.zone),
    });
    return see(
      resultsAddress(asking),
      t('It is open until {day}.', { day: formatDate(sent.closes_on, 'weekday') }),
    );
  },
});

/** Reminds those who have not answered: once for each asking. */
export const remindWaiting = action('/school/needs/:asking/remind', {
  ...common,
  input: z.object({}),
  async run(change) {
    const asking = await openAsking(change, 'manage');
    if (!isOpen(asking, change.today)) throw new Refused(t('This has closed, so nobody was reminded.'));
    if (asking.remindedAt)
      throw new Refused(
        t('They were reminded on {day} already, so nobody was reminded again.', {
          day: formatDate(asking.remindedAt, 'long'),
        }),
      );
    const { total } = await selectWaiting(change.tx, change.organisationId, asking, change.today, {
      limit: 1,
      offset: 0,
    });
    if (total === 0) throw new Refused(t('Everybody who was asked has answered.'));
    await updateAsking(change.tx, change.organisationId, asking.id, { reminded_at: change.now });
    await change.record({ kind: 'needs.reminded', itemId: asking.id, tell: true });
    return see(
      resultsAddress(asking, 'waiting'),
      tn(total, '{n} person is being reminded.', '{n} people are being reminded.'),
    );
  },
});

/** Lets those who answered see the counts, protected; only when nothing can change any more. */
export const releaseCounts = action('/school/needs/:asking/release', {
  ...common,
  input: z.object({}),
  async run(change) {
    const asking = await openAsking(change, 'manage');
    if (isOpen(asking, change.today))
      throw new Refused(t('Close it first: while answers change, counts could tell who answered last.'));
    const { answered } = await selectTopicCounts(change.tx, change.organisationId, asking.id);
    if (answered < smallest)
      throw new Refused(t('Fewer than five people answered, so there are no counts that could be shown.'));
    await updateAsking(change.tx, change.organisationId, asking.id, { released_at: change.now });
    await change.record({ kind: 'needs.released', itemId: asking.id });
    return see(
      resultsAddress(asking),
      t('Those who answered can see the counts.'),
      `${resultsAddress(asking)}/withhold`,
    );
  },
});

export const withholdCounts = action('/school/needs/:asking/withhold', {
  ...common,
  input: z.object({}),
  async run(change) {
    const asking = await openAsking(change, 'manage');
    await updateAsking(change.tx, change.organisationId, asking.id, { released_at: null });
    await change.record({ kind: 'needs.withheld', itemId: asking.id });
    return see(resultsAddress(asking), t('The counts are hidden again.'));
  },
});
