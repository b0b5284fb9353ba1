import { joinCircle, leaveCircle } from '#platform/access/circles.ts';
import { Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { lockProgramme, type Programme, templateOf } from '#features/programmes/index.ts';
import { selectMembershipFacts } from './membership-rules.queries.ts';
import { whyNot } from './membership-rules.ts';

interface Coming {
  personId: string;
  part: string;
}

/**
 * Throws `Refused`, with what is in the way and whose rule it is, when the person cannot be in this part. With the
 * group locked by `lockProgramme`, nobody else comes in between.
 */
export async function mustFit(
  change: Change,
  programme: Programme,
  { personId, part }: Coming,
): Promise<void> {
  const protocol = await templateOf(change.tx, programme);
  const { person, people } = await selectMembershipFacts(change.tx, programme, personId, change.today);
  const readerId = change.who.personId;
  const obstacle = whyNot(person, { protocol, people, readerId }, part);
  if (obstacle) throw new Refused(obstacle.words);
}

/** Lets somebody who said yes, and whom the group said yes to, into a part of it. Throws `Refused` as `mustFit` does. */
export async function comeIn(change: Change, programme: Programme, coming: Coming): Promise<void> {
  await lockProgramme(change.tx, programme);
  await mustFit(change, programme, coming);
  await joinCircle(change.tx, circleOf(programme, coming.part), [coming.personId], change.now);
  await recordIn(change, programme, coming);
}

/** Takes somebody out of a part again. Answers whether they were in it. */
export async function goOut(
  change: Change,
  programme: Programme,
  { personId, part }: Coming,
): Promise<boolean> {
  const left = await leaveCircle(change.tx, circleOf(programme, part), personId, change.now);
  if (left)
    await change.record({
      kind: 'person.left',
      itemId: programme.id,
      body: { personId, part, slug: programme.slug },
      tell: true,
    });
  return left;
}

/** Records that somebody is in a part of the group. They said yes themselves, so no notice says it to them. */
export const recordIn = (change: Change, programme: Programme, { personId, part }: Coming): Promise<string> =>
  change.record({
    kind: 'person.enrolled',
    itemId: programme.id,
    body: {
      personId,
      part,
      slug: programme.slug,
      // Nobody is to be told by a notice: each said yes themselves.
      running: false,
    },
    tell: true,
  });

export const circleOf = (programme: Pick<Programme, 'owner_id' | 'id'>, part: string) => ({
  ownerId: programme.owner_id,
  circleId: programme.id,
  part,
});
