import type { Services } from '#platform/http/context.ts';
import type { Handler } from '#platform/http/feature.ts';
import { notify } from '#platform/notices/notices.ts';
import type { Db } from '#platform/db/database.ts';
import { programmeHref, stepHref } from './addresses.ts';

/** Notices of programmes, in words. A notice holds no title: that stays with the programme. */
interface Told {
  itemId: string;
  actorId: string;
  slug: string;
}

/** Somebody was enrolled in a programme that is published: they are told once. */
export const tellEnrolled: Handler = async (services, { ownerId, body }) => {
  const { itemId, slug, personId, actorId } = body as Told & { personId: string };
  if (personId !== actorId) await noteEnrolment(services, ownerId, itemId, slug, [personId]);
};

/** A programme was published: everybody in it is told, whoever published it apart. */
export const tellPublished: Handler = async (services, { ownerId, body }) => {
  const { itemId, slug, actorId } = body as Told;
  const people = await selectOthers(services.db, ownerId, itemId, actorId);
  await noteEnrolment(services, ownerId, itemId, slug, people);
};

/** A step was moved: everybody in the programme is told of its new day. */
export const tellMoved: Handler = async (services, { ownerId, body }) => {
  const { itemId, slug, actorId, step, number } = body as Told & { step: string; number: number };
  for (const personId of await selectOthers(services.db, ownerId, itemId, actorId))
    await notify(
      services.db,
      {
        personId,
        fromOwner: ownerId,
        kind: 'step.moved',
        subjectKey: step,
        itemId,
        href: stepHref({ slug }, { number }),
        dueAt: null,
      },
      services.now(),
    );
};

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
