import { sql } from 'kysely';
import { z } from 'zod';
import { standingsChanged } from '#platform/access/standing.ts';
import { Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { action, roles, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { administrators } from '#features/people/index.ts';
import { carryOut } from './carry-out.ts';
import { digestOf, mustSettle } from './plan-year-end.ts';
import { isAnything } from './since-prepared.ts';
import { selectSince } from './since-prepared.queries.ts';
import { open } from './take-back.action.ts';
import { yearEndHref, yearEndsPath } from './year-end.ts';
import { yearEndPage } from './year-end.page.ts';

/** Carries along who came or changed class since the passage was prepared. It is taken back with the rest. */
export const takeAlong = action(`${yearEndsPath}/:yearEnd/take-along`, {
  purpose: 'administration',
  access: roles(...administrators),
  page: yearEndPage,
  input: z.object({ digest: z.string() }),
  async run(change, { digest }) {
    const yearEnd = await open(change);
    if (yearEnd.preparedAt === null) throw new Refused(t('It is not prepared. Everybody is looked at then.'));
    if (yearEnd.firstOn <= change.today) throw new Refused(t('Its first day has come.'));
    const since = await selectSince(change.tx, change.organisationId, yearEnd);
    if (!isAnything(since)) throw new Refused(t('They are carried along already.'));
    if (digestOf(since.plan) !== digest)
      throw new Refused(t('Somebody came, went or changed class meanwhile. Look at it once more.'));
    if (since.plan.problems.some(mustSettle))
      throw new Refused(
        t('Some classes are not decided. Take everything back, decide and prepare it again.'),
      );
    await unmake(change, yearEnd.id, since.unmade);
    await forget(
      change,
      yearEnd.id,
      since.plan.ending.map(({ membershipId }) => membershipId),
    );
    await carryOut(change, yearEnd, since.plan, false);
    await change.record({
      kind: 'year-end.taken-along',
      itemId: yearEnd.id,
      body: { moved: since.plan.beginning.length, unmade: since.unmade.length },
    });
    return see(yearEndHref(yearEnd.id), t('They are carried along.'));
  },
});

/** Places that were made for the new year are so no more; what stood there before, if anything, stands again. */
async function unmake(
  { tx, organisationId: owner, now }: Change,
  yearEndId: string,
  membershipIds: readonly string[],
): Promise<void> {
  if (membershipIds.length === 0) return;
  await sql`update membership s set
      starts_on = case when r.before is null then s.starts_on else (r.before::json ->> 'starts_on')::date end,
      ends_on = case when r.before is null then s.ends_on else (r.before::json ->> 'ends_on')::date end,
      ended_at = case when r.before is null then ${now}::timestamptz
        else (r.before::json ->> 'ended_at')::timestamptz end
    from year_end_row r
    where s.owner_id = ${owner} and r.owner_id = ${owner} and r.year_end_id = ${yearEndId}
      and r.kind = 'membership-made' and r.row_id = s.id and s.id = any(${[...membershipIds]}::uuid[])`.execute(
    tx,
  );
  await sql`delete from year_end_row r where r.owner_id = ${owner} and r.year_end_id = ${yearEndId}
    and r.kind = 'membership-made' and r.row_id = any(${[...membershipIds]}::uuid[])`.execute(tx);
  await standingsChanged(tx, owner);
}

/** What was kept of places that were opened again since: it is kept anew. */
const forget = (
  { tx, organisationId: owner }: Change,
  yearEndId: string,
  membershipIds: readonly string[],
): Promise<unknown> =>
  sql`delete from year_end_row r where r.owner_id = ${owner} and r.year_end_id = ${yearEndId}
    and r.kind = 'membership-ended' and r.row_id = any(${[...membershipIds]}::uuid[])`.execute(tx);
