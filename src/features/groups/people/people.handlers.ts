import { z } from 'zod';
import type { Db } from '#platform/db/database.ts';
import { type Job, told } from '#platform/jobs/handler.ts';
import { notify, settle } from '#platform/notices/notices.ts';
import { groupHref } from '#features/programmes/index.ts';
import { followRequest } from './guest-request.handler.ts';
import { writeLetters } from './people-letters.ts';
import { type GroupMatters, settleWaiting } from './people-waits.ts';

const followed = [
  'group.invited',
  'group.invitation-withdrawn',
  'group.invitation-restored',
  'group.invitation-answered',
  'group.answer-taken-back',
  'group.asked',
  'group.asking-withdrawn',
  'group.asking-restored',
  'group.asking-answered',
  'group.asking-answer-taken-back',
  'group.left',
  'group.returned',
  'group.plan-kept',
  'group.guest-let-in',
  'group.guest-ended',
  'group.guest-restored',
  'person.left',
];

const about = z.object({
  itemId: z.uuid(),
  actorId: z.uuid().nullish(),
  personId: z.uuid().optional(),
  part: z.string().optional(),
});

/** Brings everybody's list in line with the group, and writes to those whom it concerns. */
const followGroup = told(followed, about, async ({ id, kind, ownerId, body }, job) => {
  const group = await settleWaiting(job, ownerId, body.itemId);
  if (!group) return;
  const { personId, part, actorId = null } = body;
  await sayWhoLeft(job, group, kind, personId);
  await writeLetters(job, group, { id, kind, personId, part, actorId });
});

/** Somebody left the school, or is back: each of their groups is looked at anew. */
const followMember = told(
  ['member.left', 'member.returned'],
  z.object({ personId: z.uuid() }),
  async ({ id, kind, ownerId, body: { personId } }, job) => {
    for (const programmeId of await selectGroupsOf(job.db, ownerId, personId)) {
      job.signal.throwIfAborted();
      const group = await settleWaiting(job, ownerId, programmeId);
      const led = await hadPart(job.db, ownerId, programmeId, personId);
      if (group && led)
        await writeLetters(job, group, {
          id: `${id}:${programmeId}`,
          kind,
          personId,
          part: 'leader',
          actorId: null,
        });
    }
  },
);

/** What follows when somebody comes, goes, is asked or let in. */
export const peopleHandlers = [followGroup, followMember, followRequest];

/** Those who stay find that somebody left; when they are back, it waits no more. */
async function sayWhoLeft(job: Job, group: GroupMatters, kind: string, personId?: string): Promise<void> {
  if (personId === undefined || (kind !== 'group.left' && kind !== 'group.returned')) return;
  const matter = {
    fromOwner: group.ownerId,
    kind: 'group.person-left',
    subjectKey: `${group.id}:${personId}`,
  };
  const others = group.people.map((each) => each.personId).filter((each) => each !== personId);
  if (kind === 'group.returned') return settle(job.db, { ...matter, personIds: others }, job.now());
  for (const other of others)
    await notify(
      job.db,
      { ...matter, personId: other, itemId: group.id, href: groupHref(group, 'people'), dueAt: null },
      job.now(),
    );
}

async function selectGroupsOf(db: Db, ownerId: string, personId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('circle_member as c')
    .innerJoin('programme as p', (join) =>
      join.onRef('p.owner_id', '=', 'c.owner_id').onRef('p.id', '=', 'c.circle_id'),
    )
    .select('p.id')
    .distinct()
    .where('c.owner_id', '=', ownerId)
    .where('p.owner_id', '=', ownerId)
    .where('c.person_id', '=', personId)
    .where('c.ends_at', 'is', null)
    .where('p.sort', '=', 'group')
    .where('p.closed_at', 'is', null)
    .execute();
  return rows.map(({ id }) => id);
}

async function hadPart(db: Db, ownerId: string, circleId: string, personId: string): Promise<boolean> {
  const found = await db
    .selectFrom('circle_member')
    .select('id')
    .where('owner_id', '=', ownerId)
    .where('circle_id', '=', circleId)
    .where('person_id', '=', personId)
    .where('part', '=', 'leader')
    .where('ends_at', 'is', null)
    .executeTakeFirst();
  return found !== undefined;
}
