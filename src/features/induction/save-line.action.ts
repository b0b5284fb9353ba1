import { z } from 'zod';
import { throwStale } from '#platform/audit/text-versions.ts';
import { NotFound } from '#platform/errors.ts';
import { optionalDay, optionalProse, version } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { openStanding, principleOf } from './open-plan.ts';
import { lineOf, parts, partTitle, planHref } from './plan.ts';
import { planPolicy } from './plan.policy.ts';
import { lockPlan, selectPlan, writeLine } from './plan.queries.ts';
import { principlePage } from './principle.page.ts';

/** Saves what one of the three does about a principle. Throws `Stale` when somebody wrote there meanwhile. */
export const saveLine = action('/induction/:plan/principles/:principle/:part', {
  purpose: 'induction',
  access: planPolicy,
  page: principlePage,
  input: z.object({ words: optionalProse(4_000), by_on: optionalDay(), version: version() }),
  async run(change, { words, by_on: by, version: shown }) {
    const { tx, who, now } = change;
    const principle = principleOf(change);
    const part = parts.find((each) => each === change.params.part);
    if (!part) throw new NotFound();
    const { plan } = await openStanding(change, 'write');
    await lockPlan(tx, plan);
    const stands = lineOf((await selectPlan(tx, plan.ownerId, plan.id, who))!, principle.id, part);
    if ((stands?.version ?? 0) !== shown)
      await throwStale(
        tx,
        { ownerId: plan.ownerId, id: stands?.id ?? plan.id },
        {
          version: stands?.version ?? 0,
          fields: [
            { name: 'words', label: partTitle(part), text: stands?.words ?? '' },
            { name: 'by_on', label: t('By when'), text: stands?.by ?? '' },
          ],
        },
        now,
      );
    await writeLine(
      tx,
      plan,
      { id: stands?.id, principle: principle.id, part, words, by, shown },
      { personId: who.personId, at: now },
    );
    await change.record({
      kind: 'induction.line-written',
      itemId: plan.id,
      body: { principle: principle.id, part, version: shown + 1 },
    });
    return see(planHref(plan, `principles/${principle.id}`), t('Saved. The earlier words are kept.'));
  },
});
