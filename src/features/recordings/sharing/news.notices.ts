import { type Expression, sql } from 'kysely';
import { z } from 'zod';
import { list, type List } from '#platform/access/composed.ts';
import type { Who } from '#platform/access/who.ts';
import type { Visit } from '#platform/http/context.ts';
import { t } from '#platform/i18n/i18n.ts';
import { told } from '#platform/jobs/handler.ts';
import { notify } from '#platform/notices/notices.ts';
import { settleMatter } from '#platform/notices/settle-matter.ts';
import { noteHref } from '../notes/note.ts';
import { recordingHref } from '../recording.ts';
import { selectStanding, type Standing } from './standing.queries.ts';

/** What is new on a recording for whoever reads it with its author. It waits until they open it. None says whose it is. */
export const newsNotices = {
  'recording.talk': () => t('The talk about a recording is open: read what each of you makes of it'),
  'recording.answered': () => t('Somebody answered a note of yours on a recording'),
} satisfies Record<string, () => string>;

/** Nobody is sent to what they cannot open. */
const isOpen = ({ recording }: Standing): boolean => !recording.endedAt && !recording.closed;

/**
 * The talk was opened: those who note with its author are told. It waits no more for whoever is not shown the recording
 * since, and for nobody once the talk or the recording is closed.
 */
const talkOpened = told(
  [
    'recording.talk-opened',
    'recording.talk-closed',
    'recording.shared',
    'recording.ended',
    'recording.erased',
    'recording.consent-changed',
  ],
  z.object({ itemId: z.uuid(), before: z.array(z.string()).default([]) }),
  async ({ ownerId, kind, body: { itemId, before } }, { db, now }) => {
    const standing = await selectStanding(db, ownerId, itemId, before);
    if (!standing) return;
    const { authorId, debriefAt } = standing.recording;
    const others = standing.people.filter(({ personId }) => personId !== authorId);
    const reading = isOpen(standing) && debriefAt !== null ? others.filter(({ sees }) => sees) : [];
    const personIds = others.filter((each) => !reading.includes(each)).map(({ personId }) => personId);
    await settleMatter(db, { fromOwner: ownerId, itemId, personIds, kinds: ['recording.talk'] }, [], now());
    if (kind !== 'recording.talk-opened') return;
    const news = { fromOwner: ownerId, itemId, subjectKey: itemId, href: recordingHref({ id: itemId }) };
    for (const { personId } of reading.filter(({ notes }) => notes))
      await notify(db, { ...news, personId, kind: 'recording.talk', dueAt: null }, now());
  },
);

/** A note was answered: its writer is told, once they read what the others say. */
const noteAnswered = told(
  ['recording-note.answered'],
  z.object({ itemId: z.uuid(), noteId: z.uuid(), actorId: z.uuid() }),
  async ({ ownerId, body: { itemId, noteId, actorId } }, { db, now }) => {
    const note = await db
      .selectFrom('recording_note')
      .select(['id', 'person_id as personId', 'recording_id as recordingId'])
      .where('owner_id', '=', ownerId)
      .where('id', '=', noteId)
      .where('ended_at', 'is', null)
      .executeTakeFirst();
    if (!note || note.personId === actorId) return;
    const standing = await selectStanding(db, ownerId, itemId);
    const { personId } = note;
    const reads = standing?.people.some(
      (each) =>
        each.personId === personId &&
        each.readyAt !== null &&
        (each.sees || personId === standing.recording.authorId),
    );
    if (!standing || !reads || !isOpen(standing)) return;
    await settleMatter(
      db,
      { fromOwner: ownerId, itemId, personIds: [personId], kinds: ['recording.answered'] },
      [{ personId, kind: 'recording.answered', subjectKey: itemId, href: noteHref(note), dueAt: null }],
      now(),
    );
  },
);

export const newsHandlers = [talkOpened, noteAnswered];

/** Which news of a recording wait for whoever opens it. */
export const newsList = (who: Who, recordingId: Expression<string>): List<{ kind: string }> =>
  list<{ kind: string }>(sql`select n.kind from notice n
    where n.owner_id = ${who.personId} and n.from_owner = ${who.organisationId} and n.item_id = ${recordingId}
      and n.done_at is null and n.kind = any(${Object.keys(newsNotices)}::text[])`);

/** They opened it: that is all that was asked of them. */
export async function settleNews(visit: Visit, recordingId: string, news: readonly unknown[]): Promise<void> {
  if (news.length === 0) return;
  await settleMatter(
    visit.db,
    {
      fromOwner: visit.organisationId,
      itemId: recordingId,
      personIds: [visit.who.personId],
      kinds: Object.keys(newsNotices),
    },
    [],
    visit.now,
  );
}
