import type { Db } from '#platform/db/database.ts';
import type { Job } from '#platform/jobs/handler.ts';
import { selectAddressees, writeTo } from '#platform/notices/write-to.ts';
import { becauseOfGroup, lettersFor, type Waits } from './people.mail.ts';
import type { GroupMatters } from './people-waits.ts';

interface Happened {
  id: string;
  kind: string;
  personId: string | undefined;
  part: string | undefined;
  actorId: string | null;
}

/** Writes to those whom it concerns that something happened to who is in a group; not to whoever did it. */
export async function writeLetters(
  job: Job,
  group: GroupMatters,
  { id, actorId, ...happened }: Happened,
): Promise<void> {
  for (const { to, waits, says, link } of lettersFor(group, happened)) {
    const others = to.filter((personId) => personId !== actorId);
    for (const person of await selectAddressees(job, group.ownerId, others)) {
      const href = await wayTo(job.db, group.ownerId, person.personId, waits);
      const words = () => ({ ...says(), link: { label: link(), href }, because: becauseOfGroup() });
      await writeTo(job, person, id, words, { about: [group.id] });
    }
  }
}

/** An address that is not made of titles: that of what waits in the reader's list, which leads on from there. */
async function wayTo(db: Db, ownerId: string, personId: string, waits: Waits | undefined): Promise<string> {
  if (waits === undefined) return '/groups';
  const notice = await db
    .selectFrom('notice')
    .select('id')
    .where('owner_id', '=', personId)
    .where('from_owner', '=', ownerId)
    .where('kind', '=', waits.kind)
    .where('subject_key', '=', waits.subjectKey)
    .executeTakeFirst();
  return notice ? `/today/waiting/${notice.id}` : '/today';
}
