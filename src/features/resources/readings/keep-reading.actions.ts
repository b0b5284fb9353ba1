import { z } from 'zod';
import { endItem } from '#platform/access/items.ts';
import { NotFound, Refused } from '#platform/errors.ts';
import { isId } from '#platform/db/ids.ts';
import type { Change } from '#platform/http/context.ts';
import { optionalProse } from '#platform/http/input.ts';
import { action, see, type See } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { readingHref, resourceHref } from '../addresses.ts';
import { openOwnResource } from '../open-resource.ts';
import { resourcePage } from '../resource.page.ts';
import { shareResource } from '../share-resource.ts';
import { openReading } from './open-reading.ts';
import { readingPage } from './reading.page.ts';
import { readingPolicy } from './reading.policy.ts';
import { isReadingOf, updateReply } from './reading.queries.ts';

/** Whoever asked has read what a colleague said, and says what came of it. */
export const replyToReading = action(readingHref(':resource', ':reading', 'reply'), {
  purpose: 'learning',
  access: readingPolicy,
  page: readingPage,
  input: z.object({ words: optionalProse(2000) }),
  async run(change, { words }) {
    const { opened, reading, item } = await openReading(change);
    change.who.must('keep', readingPolicy, item);
    if (reading.answeredAt === null) throw new Refused(t('There is no answer yet.'));
    if (reading.repliedAt !== null) throw new Refused(t('It is said already.'));
    await updateReply(change.tx, change.organisationId, reading.id, { words, at: change.now });
    await change.record({
      kind: 'resource.reading-replied',
      itemId: reading.id,
      body: { resourceId: opened.resource.id },
      tell: true,
    });
    return see(
      readingHref(opened.resource.id, reading.id),
      t('{name} can see that you have read it.', { name: reading.askedOf }),
      readingHref(opened.resource.id, reading.id, 'unread'),
    );
  },
});

/** It waits for whoever asked again. */
export const unreadReading = action(readingHref(':resource', ':reading', 'unread'), {
  purpose: 'learning',
  access: readingPolicy,
  page: readingPage,
  input: z.object({}),
  async run(change) {
    const { opened, reading, item } = await openReading(change);
    change.who.must('keep', readingPolicy, item);
    if (reading.repliedAt === null) throw new Refused(t('It waits for you already.'));
    await updateReply(change.tx, change.organisationId, reading.id, null);
    await change.record({
      kind: 'resource.reading-unread',
      itemId: reading.id,
      body: { resourceId: opened.resource.id },
      tell: true,
    });
    return see(readingHref(opened.resource.id, reading.id), t('It waits for you again.'));
  },
});

const common = {
  purpose: 'learning',
  access: readingPolicy,
  page: resourcePage,
  input: z.object({}),
} as const;

export const takeBackReading = action(readingHref(':resource', ':reading', 'take-back'), {
  ...common,
  run: (change) => setEnded(change, change.now),
});

export const restoreReading = action(readingHref(':resource', ':reading', 'restore'), {
  ...common,
  run: (change) => setEnded(change, null),
});

/** Whoever is asked no more opens the page no more, unless it stands in the bank. */
async function setEnded(change: Change, at: Date | null): Promise<See> {
  const id = change.params.reading!;
  if (!isId(id)) throw new NotFound();
  const item = await change.open(readingPolicy, id);
  change.who.must('keep', readingPolicy, item);
  const { resource } = await openOwnResource(change);
  if (!(await isReadingOf(change.tx, change.organisationId, id, resource.id))) throw new NotFound();
  if ((item.endedAt !== null) === (at !== null))
    throw new Refused(at ? t('They are asked no more already.') : t('They are asked already.'));
  await endItem(change.tx, item, at);
  await shareResource(change, resource.id, resource.sharedAt !== null);
  await change.record({
    kind: at ? 'resource.reading-taken-back' : 'resource.reading-restored',
    itemId: id,
    body: { resourceId: resource.id },
    tell: true,
  });
  return at
    ? see(resourceHref(resource.id), t('They are asked no more.'), readingHref(resource.id, id, 'restore'))
    : see(resourceHref(resource.id), t('They are asked again.'), readingHref(resource.id, id, 'take-back'));
}
