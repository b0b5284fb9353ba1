import type { Visit } from '#platform/http/context.ts';
import { settle } from '#platform/notices/notices.ts';
import { page } from '#platform/http/route.ts';
import { talkAudience } from './audience-words.ts';
import { nameOf } from './list.view.ts';
import { talkPolicy } from './messages.policy.ts';
import { unreadNotice } from './messages.notices.ts';
import { messagesTrail } from './new.page.ts';
import { openTalk, type OpenedTalk } from './open-talk.ts';
import { messagesAPage } from './talk.ts';
import { saveRead } from './thread.queries.ts';
import { threadView } from './thread.view.ts';

/** One conversation, for those who take part in it and those who watch. */
export const threadPage = page('/messages/:talk', {
  purpose: 'administration',
  access: talkPolicy,
  async load(visit) {
    const opened = await openTalk(visit, (visit.pageNumber - 1) * messagesAPage);
    await noteRead(visit, opened);
    return opened;
  },
  view: (opened, visit) => ({
    title: titleOf(opened, visit),
    audience: talkAudience(opened),
    trail: messagesTrail(),
    body: threadView(opened, visit),
  }),
});

/** The other people, or what it is called. */
export const titleOf = ({ talk }: OpenedTalk, { who }: Pick<Visit, 'who'>): string =>
  nameOf({
    title: talk.title,
    others:
      (talk.people ?? [])
        .filter(({ personId, part }) => personId !== who.personId && part !== 'watcher')
        .map(({ name }) => name)
        .join(', ') || null,
    child: talk.sort === 'family' ? talk.child : null,
  });

/** Keeps for the reader alone how far they read; a page fetched ahead, or of earlier messages, is not reading. */
async function noteRead(visit: Visit, { talk, takesPart }: OpenedTalk): Promise<void> {
  if (!takesPart || talk.unread === 0 || visit.pageNumber > 1) return;
  if (/prefetch/.test(String(visit.arrival.headers['sec-purpose'] ?? ''))) return;
  await saveRead(visit.db, visit.who, talk.id, visit.now);
  // What is said to a class or a named group waits for nobody.
  if (talk.title !== '') return;
  await settle(
    visit.db,
    {
      personIds: [visit.who.personId],
      fromOwner: visit.organisationId,
      kind: unreadNotice,
      subjectKey: talk.id,
    },
    visit.now,
  );
}
