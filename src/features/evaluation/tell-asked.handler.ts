import { notify, settle } from '#platform/notices/notices.ts';
import type { Handler } from '#platform/http/route.ts';

export const askedNotice = 'evaluation.asked';

interface Told {
  moment: string;
  itemId: string;
  actorId: string;
}

const subjectOf = ({ itemId, moment }: Told): string => `${itemId}:${moment}`;

/** Puts the questions into the list of everybody they are put to. Saying it twice changes nothing. */
export const tellAsked: Handler = async (services, message) => {
  const told = message.body as Told & { slug: string; people: string[] };
  for (const personId of told.people)
    await notify(
      services.db,
      {
        personId,
        fromOwner: message.ownerId,
        kind: askedNotice,
        subjectKey: subjectOf(told),
        itemId: told.itemId,
        href: `/programmes/${told.slug}/evaluation/questions/${told.moment}`,
        dueAt: null,
      },
      services.now(),
    );
};

/** Nothing waits any more for somebody who has answered, nor for anybody once the questions are closed. */
export const settleAsked: Handler = async (services, message) => {
  const told = message.body as Told & { people?: string[] };
  await settle(
    services.db,
    {
      personIds: told.people ?? [told.actorId],
      fromOwner: message.ownerId,
      kind: askedNotice,
      subjectKey: subjectOf(told),
    },
    services.now(),
  );
};
