import { sql } from 'kysely';
import { z } from 'zod';
import { leaveCircle, rejoinCircle } from '#platform/access/circles.ts';
import type { Change } from '#platform/http/context.ts';
import { Refused } from '#platform/errors.ts';
import { action, see, type See } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { pairingPolicy } from '#features/coaching/index.ts';
import { carePath } from './care.ts';
import { pairingHref } from './caseload.ts';
import { pairingPage } from './pairing.page.ts';

const common = {
  purpose: 'administration',
  access: pairingPolicy,
  page: pairingPage,
  input: z.object({}),
} as const;

/** Ends a pairing softly, by whoever looks after it. Its people read on what they wrote; nobody reads a reason. */
export const endPairingOfOthers = action(`${carePath}/pairings/:pairing/end`, {
  ...common,
  run: (change) => setEnd(change, change.now),
});

/** Lets it go on as it was. */
export const bringPairingBack = action(`${carePath}/pairings/:pairing/bring-back`, {
  ...common,
  run: (change) => setEnd(change, null),
});

async function setEnd(change: Change, endedAt: Date | null): Promise<See> {
  const item = await change.open(pairingPolicy, change.params.pairing ?? '');
  change.who.must('lookAfter', pairingPolicy, item);
  if (endedAt === null) await refuseAlone(change, item.id);
  const saved = await sql<{
    circleId: string;
  }>`update pairing p set ended_at = ${endedAt}, version = p.version + 1
    where p.owner_id = ${item.ownerId} and p.id = ${item.id}
      and ${endedAt === null ? sql`p.ended_at is not null` : sql`p.ended_at is null`}
    returning p.circle_id as "circleId"`.execute(change.tx);
  const circleId = saved.rows[0]?.circleId;
  if (circleId === undefined) throw new Refused(t('This has changed meanwhile, so nothing was done.'));
  const circle = { ownerId: item.ownerId, circleId, part: 'invited' };
  for (const personId of await selectUnanswered(change, item.id))
    if (endedAt) await leaveCircle(change.tx, circle, personId, change.now);
    else await rejoinCircle(change.tx, circle, personId);
  await change.record({
    kind: endedAt ? 'coaching.ended' : 'coaching.returned',
    itemId: circleId,
    body: { pairingId: item.id },
    tell: true,
  });
  return endedAt
    ? see(
        pairingHref(item),
        t('It ended. Its people are told that it did, and not why.'),
        pairingHref(item, 'bring-back'),
      )
    : see(pairingHref(item), t('It goes on as before.'));
}

/** Nobody is brought back into what they left or said no to: with one person left it cannot go on. */
async function refuseAlone(change: Change, pairingId: string): Promise<void> {
  const here = await change.tx
    .selectFrom('pairing_person')
    .select('person_id')
    .where('owner_id', '=', change.organisationId)
    .where('pairing_id', '=', pairingId)
    .where('left_at', 'is', null)
    .where((where) => where.or([where('answer', 'is', null), where('answer', '=', 'yes')]))
    .execute();
  if (here.length < 2)
    throw new Refused(t('Somebody left it or said no, so it stays ended. They can ask each other anew.'));
}

/** Those who were asked and had not said yes or no. */
async function selectUnanswered(change: Change, pairingId: string): Promise<string[]> {
  const rows = await change.tx
    .selectFrom('pairing_person')
    .select('person_id')
    .where('owner_id', '=', change.organisationId)
    .where('pairing_id', '=', pairingId)
    .where('answer', 'is', null)
    .where('left_at', 'is', null)
    .execute();
  return rows.map((row) => row.person_id);
}
