import { notify } from '#platform/notices/notices.ts';
import { settle } from '#platform/notices/notices.ts';
import type { Handler } from '#platform/http/route.ts';

export const askedNotice = 'evaluation.asked';

/** Puts the questions into the list of everybody they are put to. Saying it twice changes nothing. */
export const tellAsked: Handler = async (services, told) => {
  const { moment, slug, people, itemId } = told.body as { moment: string; slug: string; people: string[]; itemId: string };
  for (const personId of people)
    await notify(
      services.db,
      {
        personId,
        fromOwner: told.ownerId,
        kind: askedNotice,
        subjectKey: `${itemId}:${moment}`,
        itemId,
        href: `/programmes/${slug}/evaluation/questions/${moment}`,
        dueAt: null,
      },
      services.now(),
    );
};

/** Nothing waits any more once the questions are closed. */
export const settleAsked: Handler = async (services, told) => {
  const { moment, people, itemId } = told.body as { moment: string; people: string[]; itemId: string };
  await settle(
    services.db,
    { personIds: people, fromOwner: told.ownerId, kind: askedNotice, subjectKey: `${itemId}:${moment}` },
    services.now(),
  );
};
