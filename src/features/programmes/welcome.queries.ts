import { dayMs } from '#platform/calendar/dates.ts';
import type { Db } from '#platform/db/database.ts';

/** Whoever was not written to by then, because the program or the mail stood still, is not any more. */
const mostDays = 3;

/** Somebody in a running programme who has a notice of it and no letter. Days are 'YYYY-MM-DD'. */
export interface Welcome {
  personId: string;
  noticeId: string;
  title: string;
  slug: string;
  startsOn: string;
  endsOn: string;
}

/** Those of one organisation who came to be in a published programme within the last days and have no letter yet. */
export async function selectUnwritten(db: Db, ownerId: string, now: Date): Promise<Welcome[]> {
  const since = new Date(now.getTime() - mostDays * dayMs);
  const people = await db
    .selectFrom('circle_member as c')
    .innerJoin('programme as p', (join) =>
      join.onRef('p.owner_id', '=', 'c.owner_id').onRef('p.id', '=', 'c.circle_id'),
    )
    .select([
      'c.person_id as personId',
      'p.id as programmeId',
      'p.title',
      'p.slug',
      'p.starts_on as startsOn',
      'p.ends_on as endsOn',
    ])
    .distinct()
    .where('c.owner_id', '=', ownerId)
    .where('p.owner_id', '=', ownerId)
    .where('c.ends_at', 'is', null)
    // What a group is called is its members' own; of it the letter of what waits tells without naming it.
    .where('p.sort', '=', 'programme')
    .where('p.closed_at', 'is', null)
    .where('p.published_at', 'is not', null)
    .where((all) => all.or([all('c.starts_at', '>', since), all('p.published_at', '>', since)]))
    .orderBy('startsOn')
    .execute();
  if (people.length === 0) return [];
  const notices = await db
    .selectFrom('notice')
    .select(['owner_id as personId', 'id', 'item_id as programmeId'])
    .where('owner_id', 'in', [...new Set(people.map(({ personId }) => personId))])
    .where('from_owner', '=', ownerId)
    .where('kind', '=', 'person.enrolled')
    .where('created_at', '>', since)
    .where('mailed_at', 'is', null)
    .where('told_at', 'is', null)
    .where('done_at', 'is', null)
    .execute();
  const noticeOf = new Map(notices.map((each) => [`${each.personId} ${each.programmeId}`, each.id]));
  return people.flatMap(({ programmeId, ...person }) => {
    const noticeId = noticeOf.get(`${person.personId} ${programmeId}`);
    return noticeId === undefined ? [] : [{ ...person, noticeId }];
  });
}

/** Notes on one person's notices that they were written to about them. */
export const markWritten = (db: Db, welcomes: readonly Welcome[], now: Date): Promise<unknown> =>
  db
    .updateTable('notice')
    .set({ mailed_at: now })
    .where('owner_id', '=', welcomes[0]!.personId)
    .where(
      'id',
      'in',
      welcomes.map(({ noticeId }) => noticeId),
    )
    .execute();
