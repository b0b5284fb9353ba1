import { sql } from 'kysely';
import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import { action, see } from '#platform/http/route.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { planHref } from '../addresses.ts';
import { planPolicy } from '../plan.policy.ts';
import { openToWrite } from '../scheme/open-plan.ts';
import { planPage } from '../scheme/plan.page.ts';

/**
 * Lets a plan name the points of the newer version of its curriculum in place of the older ones. What the newer version
 * has no more stays as it was; plans of other years are not touched.
 */
export const takeNewer = action(planHref(':plan', 'newer'), {
  purpose: 'learning',
  access: planPolicy,
  page: planPage,
  input: z.object({}),
  async run(change) {
    const { plan, points } = await openToWrite(change);
    const moved = points.flatMap(({ statementId, newer }) =>
      newer?.id ? [{ from: statementId, to: newer.id }] : [],
    );
    if (moved.length === 0) throw new Refused(t('It names the newest version already.'));
    const { tx, organisationId: owner } = change;
    const from = moved.map((each) => each.from);
    const to = moved.map((each) => each.to);
    // A point that the plan names in both versions stands once afterwards.
    await sql`delete from planned_point p using unnest(${from}::uuid[], ${to}::uuid[]) m (from_id, to_id)
      where p.owner_id = ${owner} and p.scheme_id = ${plan.id} and p.statement_id = m.from_id
        and exists (select 1 from planned_point o where o.owner_id = ${owner} and o.scheme_id = ${plan.id}
          and o.statement_id = m.to_id and o.lesson_id is not distinct from p.lesson_id)`.execute(tx);
    await sql`update planned_point p set statement_id = m.to_id
      from unnest(${from}::uuid[], ${to}::uuid[]) m (from_id, to_id)
      where p.owner_id = ${owner} and p.scheme_id = ${plan.id} and p.statement_id = m.from_id`.execute(tx);
    await change.record({ kind: 'plan.points-renewed', itemId: plan.id, body: { moved } });
    return see(
      planHref(plan.id),
      tn(
        moved.length,
        '{n} point is that of the newer version now.',
        '{n} points are those of the newer version now.',
      ),
    );
  },
});
