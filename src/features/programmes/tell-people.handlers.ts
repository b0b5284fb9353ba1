import { z } from 'zod';
import type { Services } from '#platform/http/context.ts';
import { told } from '#platform/jobs/handler.ts';
import { notify } from '#platform/notices/notices.ts';
import type { Db } from '#platform/db/database.ts';
import { programmeHref, stepHref } from './addresses.ts';

/** Notices of programmes, in words. A notice holds no title: that stays with the programme. */
const about = z.object({ itemId: z.uuid(), actorId: z.uuid(), slug: z.string() });

/** Somebody was enrolled: they are told once, when the programme is published. */
const tellEnrolled = told(
  'person.enrolled',
  about.extend({ personId: z.uuid(), running: z.boolean().default(true) }),
  async ({ ownerId, body: { itemId, slug, personId, actorId, running } }, job) => {
    if (running && personId !== actorId) await noteEnrolment(job, ownerId, itemId, slug, [personId]);
  },
);

/** A programme was published: everybody in it is told, whoever published it apart. */
const tellPublished = told(
  'programme.published',
  about,
  async ({ ownerId, body: { itemId, slug, actorId } }, job) => {
    const people = await selectOthers(job.db, ownerId, itemId, actorId);
    await noteEnrolment(job, ownerId, itemId, slug, people);
  },
);

/** A step was moved: everybody in the programme is told of its new day. */
const tellMoved = told(
  'step.moved',
  about.extend({ step: z.uuid(), number: z.int() }),
  async ({ ownerId, body: { itemId, slug, actorId, step, number } }, { db, now }) => {
    for (const personId of await selectOthers(db, ownerId, itemId, actorId))
      await notify(
        db,
        {
          personId,
          fromOwner: ownerId,
          kind: 'step.moved',
          subjectKey: step,
          itemId,
          href: stepHref({ slug }, { number }),
          dueAt: null,
        },
        now(),
      );
  },
);

export const programmeHandlers = [tellEnrolled, tellPublished, tellMoved];

async function noteEnrolment(
  services: Services,
  ownerId: string,
  programmeId: string,
  slug: string,
  people: readonly string[],
): Promise<void> {
  for (const personId of people)
    await notify(
      services.db,
      {
        personId,
        fromOwner: ownerId,
        kind: 'person.enrolled',
        subjectKey: programmeId,
        itemId: programmeId,
        href: programmeHref({ slug }),
        dueAt: null,
      },
      services.now(),
    );
}

/** Everybody in a programme now but one. */
async function selectOthers(db: Db, ownerId: string, programmeId: string, but: string): Promise<string[]> {
  const rows = await db
    .selectFrom('circle_member')
    .select('person_id')
    .distinct()
    .where('owner_id', '=', ownerId)
    .where('circle_id', '=', programmeId)
    .where('ends_at', 'is', null)
    .where('person_id', '!=', but)
    .execute();
  return rows.map((row) => row.person_id);
}
