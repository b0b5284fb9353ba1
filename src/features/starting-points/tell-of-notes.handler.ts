import { z } from 'zod';
import { type Handler, told } from '#platform/jobs/handler.ts';
import { notify } from '#platform/notices/notices.ts';

export const notesNotice = 'interview-noted';
export const replyNotice = 'interview-replied';

/** Puts the notes of a talk, or a reply to them, into the list of the other of the two. */
const tellTheOther = (event: string, kind: string): Handler =>
  told(
    event,
    z.object({ itemId: z.uuid(), personId: z.uuid() }),
    ({ ownerId, body: { itemId, personId } }, { db, now }) =>
      notify(
        db,
        {
          personId,
          fromOwner: ownerId,
          kind,
          subjectKey: itemId,
          itemId,
          href: `/interview-notes/${itemId}`,
          dueAt: null,
        },
        now(),
      ),
  );

export const notesHandlers = [
  tellTheOther('interview.noted', notesNotice),
  tellTheOther('interview.replied', replyNotice),
];
