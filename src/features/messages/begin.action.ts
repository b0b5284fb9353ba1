import { z } from 'zod';
import { dropDraft } from '#platform/drafts/drafts.ts';
import { Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { choice, ticks } from '#platform/http/input.ts';
import { action, members, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { messageHref, talkHref } from './addresses.ts';
import { type Between, familyTalk } from './between.queries.ts';
import { insertTalk, type NewTalk, selectBetween } from './insert-talk.ts';
import { writeMessage } from './insert-message.ts';
import { messageInput } from './message-input.ts';
import { betweenIn, toAboutPage, toPage } from './to.page.ts';
import { arrivesInWords } from './when.view.ts';

const common = {
  purpose: 'administration',
  access: members('staff', 'pupil', 'family'),
  input: z.object({ ...messageInput, also: ticks(20), how: choice(['apart', 'together']).default('apart') }),
} as const;

type Sent = z.output<typeof common.input>;

/** Writes to one other person for the first time, or into the conversation that there is already. */
export const begin = action('/messages/to/:person', {
  ...common,
  page: toPage,
  run: (change, sent) => beginWith(change, sent),
});

/** The same between one of the staff and a carer, about a child; to several carers each by themselves, or together. */
export const beginAbout = action('/messages/to/:person/about/:pupil', {
  ...common,
  page: toAboutPage,
  run: (change, sent) => beginWith(change, sent),
});

async function beginWith(change: Change, sent: Sent) {
  const between = await betweenIn(change);
  const first = { messageId: '', talkId: '', deliversAt: change.now };
  for (const talk of talksFor(change, between, sent)) {
    const talkId = await talkOf(change, talk);
    const written = await writeMessage(change, { id: talkId, sort: talk.sort }, sent);
    if (first.talkId === '')
      Object.assign(first, { messageId: written.id, talkId, deliversAt: written.deliversAt });
  }
  change.afterCommit(() => dropDraft(change.services.db, change.who, `message-to:${change.params.person}`));
  const clock = { now: change.now, today: change.today, zone: change.who.standing.organisation.zone };
  return see(
    talkHref(first.talkId),
    t('It is written. {arrives}', { arrives: arrivesInWords(first.deliversAt, clock) }),
    messageHref(first.talkId, first.messageId, 'undo'),
  );
}

/** One conversation, or where the school writes to several carers, one for each of them or one for all. */
function talksFor({ who }: Change, { talk, otherCarers }: Between, { also, how }: Sent): NewTalk[] {
  const others = [...new Set(also)];
  if (others.length === 0) return [talk];
  if (!others.every((id) => otherCarers.some(({ personId }) => personId === id)))
    throw new Refused({ also: t('One of these is not told of messages about this child. Choose again.') });
  const carer = talk.people.find(({ part }) => part === 'carer')!.personId;
  const all = [carer, ...others];
  return how === 'together'
    ? [familyTalk(who.personId, all, talk.pupilId!)]
    : all.map((each) => familyTalk(who.personId, [each], talk.pupilId!));
}

/** The conversation between these, begun now where there was none. */
async function talkOf(change: Change, talk: NewTalk): Promise<string> {
  const { tx, organisationId: ownerId, who, now } = change;
  const id = await insertTalk(tx, { ownerId, authorId: who.personId }, talk, now);
  if (id === undefined) return (await selectBetween(tx, ownerId, talk.betweenKey!))!;
  await change.record({ kind: 'talk.begun', itemId: id });
  return id;
}
