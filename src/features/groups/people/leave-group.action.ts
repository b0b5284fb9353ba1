import { sql } from 'kysely';
import { z } from 'zod';
import { rejoinCircle } from '#platform/access/circles.ts';
import type { Db } from '#platform/db/database.ts';
import { Refused } from '#platform/errors.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import {
  groupHref,
  groupPolicy,
  lockProgramme,
  mustRun,
  type Programme,
} from '#features/programmes/index.ts';
import { leaveGroupPage } from './leave-group.page.ts';
import { circleOf, goOut, mustFit, recordIn } from './people-come.ts';
import { selectMembershipFacts } from './membership-rules.queries.ts';
import { openGroupFor, openPlace } from './people-open.ts';
import { placePolicy } from './people-place.policy.ts';
import { isKept } from './people.queries.ts';

/** Somebody leaves the group, with every part they have in it. Also one that is closed. */
export const leaveGroup = action('/groups/:programme/leave', {
  purpose: 'learning',
  access: groupPolicy,
  page: leaveGroupPage,
  input: z.object({}),
  async run(change) {
    const { programme } = await openGroupFor(change, 'join');
    const { tx, who } = change;
    await lockProgramme(tx, programme);
    const mine = await selectParts(tx, programme, who.personId);
    if (mine.length === 0) throw new Refused(t('You left this group already.'));
    for (const part of mine) await goOut(change, programme, { personId: who.personId, part });
    await change.record({
      kind: 'group.left',
      itemId: programme.id,
      body: { personId: who.personId, parts: mine },
      tell: true,
    });
    return see('/groups', t('You left the group. The others are told.'), groupHref(programme, 'return'));
  },
});

/** Takes leaving back, until a day later, where there is room still. */
export const returnToGroup = action('/groups/:programme/return', {
  purpose: 'learning',
  access: placePolicy,
  input: z.object({}),
  async run(change) {
    const { tx, who, now } = change;
    const since = new Date(now.getTime() - 24 * 3_600_000);
    const { programme } = await openPlace(change, async (group) => {
      const parts = await selectPartsLeft(tx, group, who.personId, since);
      return parts.length > 0 ? parts : undefined;
    });
    mustRun(programme);
    await lockProgramme(tx, programme);
    const left = await selectPartsLeft(tx, programme, who.personId, since);
    if (left.length === 0) throw new Refused(t('You are in the group already.'));
    const { people } = await selectMembershipFacts(tx, programme, who.personId, change.today);
    // Somebody took the plan on meanwhile: it stays theirs.
    const back = isKept(people) ? left.filter((part) => part !== 'leader') : left;
    if (back.length === 0) throw new Refused(t('Somebody else keeps the plan of this group now.'));
    for (const part of back) {
      const coming = { personId: who.personId, part };
      if (part !== 'leader') await mustFit(change, programme, coming);
      await rejoinCircle(tx, circleOf(programme, part), who.personId);
      await recordIn(change, programme, coming);
    }
    await change.record({
      kind: 'group.returned',
      itemId: programme.id,
      body: { personId: who.personId, parts: back },
      tell: true,
    });
    return see(
      groupHref(programme),
      back.length < left.length
        ? t('You are in the group again. Somebody else keeps the plan now.')
        : t('You are in the group again.'),
      groupHref(programme, 'leave'),
    );
  },
});

const selectParts = async (tx: Db, group: Programme, personId: string): Promise<string[]> =>
  (
    await tx
      .selectFrom('circle_member')
      .select('part')
      .where('owner_id', '=', group.owner_id)
      .where('circle_id', '=', group.id)
      .where('person_id', '=', personId)
      .where('ends_at', 'is', null)
      .orderBy('part')
      .execute()
  ).map(({ part }) => part);

/** The parts that somebody left by their own word since a moment, and has not now: not those they were taken out of. */
async function selectPartsLeft(tx: Db, group: Programme, personId: string, since: Date): Promise<string[]> {
  const { rows } = await sql<{ part: string }>`
    select c.part from circle_member c
    where c.owner_id = ${group.owner_id} and c.circle_id = ${group.id} and c.person_id = ${personId}
      and c.ends_at >= ${since}
      and exists (select 1 from event e where e.owner_id = ${group.owner_id} and e.item_id = ${group.id}
        and e.kind = 'group.left' and e.actor_id = ${personId} and e.at = c.ends_at)
    order by c.part`.execute(tx);
  return rows.map(({ part }) => part);
}
