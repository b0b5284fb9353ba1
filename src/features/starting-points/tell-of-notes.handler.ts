import type { Handler } from '#platform/http/feature.ts';
import { notify } from '#platform/notices/notices.ts';

export const notesNotice = 'interview-noted';
export const replyNotice = 'interview-replied';

/** Puts the notes of a talk, or a reply to them, into the list of the other of the two. */
const tellTheOther =
  (kind: string): Handler =>
  async (services, message) => {
    const { itemId, personId } = message.body as { itemId: string; personId: string };
    const href = `/interview-notes/${itemId}`;
    await notify(
      services.db,
      { personId, fromOwner: message.ownerId, kind, subjectKey: itemId, itemId, href, dueAt: null },
      services.now(),
    );
  };

export const notesHandlers: Readonly<Record<string, Handler>> = {
  'interview.noted': tellTheOther(notesNotice),
  'interview.replied': tellTheOther(replyNotice),
};
