import { z } from 'zod';
import { told } from '#platform/jobs/handler.ts';
import { settleMatter } from '#platform/notices/settle-matter.ts';
import { groupHref } from '#features/programmes/index.ts';

/** What a group is told of what one of its people did for all. A notice holds no words of the group. */
const about = z.object({
  itemId: z.uuid(),
  actorId: z.uuid(),
  slug: z.string(),
  programme: z.uuid(),
  cycle: z.int(),
});

const kinds = ['cycle-report.released', 'cycle-report.taken-back'] as const;

/**
 * The report was given to the school, or taken back: everybody in the group knows of it but who did it. The one
 * takes the place of the other.
 */
const tellReport = told(kinds, about, async ({ ownerId, kind, body }, { db, now }) => {
  const people = await db
    .selectFrom('circle_member')
    .select(['person_id', 'ends_at'])
    .where('owner_id', '=', ownerId)
    .where('circle_id', '=', body.programme)
    .where('part', 'in', ['participant', 'facilitator'])
    .execute();
  const here = people.filter(({ ends_at: ended, person_id: id }) => ended === null && id !== body.actorId);
  await settleMatter(
    db,
    { fromOwner: ownerId, itemId: body.itemId, personIds: people.map(({ person_id: id }) => id), kinds },
    [...new Set(here.map(({ person_id: id }) => id))].map((personId) => ({
      personId,
      kind,
      subjectKey: body.itemId,
      href: groupHref(body, `cycles/${body.cycle}/report`),
      dueAt: null,
    })),
    now(),
  );
});

export const groupHandlers = [tellReport];
