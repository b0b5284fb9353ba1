import { z } from 'zod';
import { keepText, throwStale } from '#platform/audit/text-versions.ts';
import { isId, newId } from '#platform/db/ids.ts';
import { NotFound } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { prose, version } from '#platform/http/input.ts';
import { action, see, type See } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { aboutHref } from '../addresses.ts';
import { aboutPage } from './about.page.ts';
import { selectAbout } from './about.queries.ts';

const at = aboutHref(':pupil', 'events/:event/reply');
const common = { purpose: 'administration', access: 'signed-in' } as const;

/** A pupil or a grown-up says their side of something. Said again, it takes the place of what they said before. */
export const reply = action(at, {
  ...common,
  page: aboutPage,
  input: z.object({ words: prose('Write what you want to say.', 1000), version: version() }),
  async run(change, { words, version: shown }) {
    const { tx, organisationId, who, now } = change;
    const { eventId, pupilId } = await shownEvent(change);
    const before = await ownReply(change, eventId);
    if ((before?.version ?? 0) !== shown && before?.ended_at === null)
      await throwStale(
        tx,
        { ownerId: organisationId, id: before.id },
        {
          version: before.version,
          fields: [{ name: 'words', label: t('What you want to say'), text: before.words }],
        },
        now,
      );
    if (before) {
      const of = { ownerId: organisationId, id: before.id };
      await keepText(tx, of, before.version, { words: before.words }, who.personId, before.changed_at);
      await tx
        .updateTable('behaviour_reply')
        .set({ words, version: before.version + 1, changed_at: now, ended_at: null })
        .where('owner_id', '=', organisationId)
        .where('id', '=', before.id)
        .where('version', '=', before.version)
        .execute();
    } else
      await tx
        .insertInto('behaviour_reply')
        .values({
          owner_id: organisationId,
          id: newId(now),
          event_id: eventId,
          written_by: who.personId,
          words,
          version: 1,
          created_at: now,
          changed_at: now,
        })
        .execute();
    await change.record({ kind: 'behaviour-reply.said', itemId: eventId, body: {} });
    return see(
      aboutHref(pupilId),
      t('It is said. Staff who read about it can read this too.'),
      // What was said before stands no more: taking back all would take back too much.
      before?.ended_at === null ? undefined : undoAt(pupilId, eventId, 'end'),
    );
  },
});

export const endReply = action(`${at}/end`, {
  ...common,
  input: z.object({}),
  run: (change) => setEnded(change, change.now),
});

export const restoreReply = action(`${at}/restore`, {
  ...common,
  input: z.object({}),
  run: (change) => setEnded(change, null),
});

const undoAt = (pupilId: string, eventId: string, what: string): string =>
  aboutHref(pupilId, `events/${eventId}/reply/${what}`);

async function setEnded(change: Change, endedAt: Date | null): Promise<See> {
  const { eventId, pupilId } = await shownEvent(change);
  const mine = await ownReply(change, eventId);
  if (!mine) throw new NotFound();
  await change.tx
    .updateTable('behaviour_reply')
    .set({ ended_at: endedAt })
    .where('owner_id', '=', change.organisationId)
    .where('id', '=', mine.id)
    .execute();
  await change.record({
    kind: endedAt ? 'behaviour-reply.taken-back' : 'behaviour-reply.said',
    itemId: eventId,
    body: {},
  });
  return endedAt
    ? see(aboutHref(pupilId), t('What you said is taken back.'), undoAt(pupilId, eventId, 'restore'))
    : see(aboutHref(pupilId), t('What you said stands again.'), undoAt(pupilId, eventId, 'end'));
}

/** The event in the address, where it is shown to this person as one of the family. Throws `NotFound`. */
async function shownEvent({ tx, who, params, today }: Change): Promise<{ eventId: string; pupilId: string }> {
  const { pupil, wentWell, wentWrong } = await selectAbout(tx, who, params.pupil!, today);
  const event = [...wentWell, ...wentWrong].find(({ id }) => id === params.event);
  if (!event || !isId(event.id)) throw new NotFound();
  return { eventId: event.id, pupilId: pupil.personId };
}

const ownReply = ({ tx, organisationId, who }: Change, eventId: string) =>
  tx
    .selectFrom('behaviour_reply')
    .select(['id', 'words', 'version', 'changed_at', 'ended_at'])
    .where('owner_id', '=', organisationId)
    .where('event_id', '=', eventId)
    .where('written_by', '=', who.personId)
    .executeTakeFirst();
