import { z } from 'zod';
import { keepText, throwStale } from '#platform/audit/text-versions.ts';
import { newId } from '#platform/db/ids.ts';
import { optionalProse, version } from '#platform/http/input.ts';
import { action, roles, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { forAllPage } from './for-all.page.ts';
import { selectForAll } from './for-all.queries.ts';
import { principleOf } from './open-plan.ts';
import { inductionLeads } from './plan.policy.ts';

/** Saves what the school does for all. Throws `Stale` when a colleague saved it meanwhile. */
export const saveForAll = action('/induction/school/:principle', {
  purpose: 'induction',
  access: roles(...inductionLeads),
  page: forAllPage,
  input: z.object({ words: optionalProse(4_000), version: version() }),
  async run(change, { words, version: shown }) {
    const { tx, now, who, organisationId: ownerId } = change;
    const principle = principleOf(change);
    const stands = await selectForAll(tx, ownerId, principle.id, true);
    const stale = (current: { id: string; words: string; version: number }): Promise<never> =>
      throwStale(
        tx,
        { ownerId, id: current.id },
        {
          version: current.version,
          fields: [
            { name: 'words', label: t('What the school does for everybody new'), text: current.words },
          ],
        },
        now,
      );
    if ((stands?.version ?? 0) !== shown) await stale(stands ?? { id: newId(now), words: '', version: 0 });
    const id = stands?.id ?? newId(now);
    const changed = { words, version: shown + 1, updated_at: now };
    if (stands)
      await tx
        .updateTable('induction_for_all')
        .set(changed)
        .where('owner_id', '=', ownerId)
        .where('id', '=', id)
        .execute();
    else {
      const made = await tx
        .insertInto('induction_for_all')
        .values({ owner_id: ownerId, id, principle: principle.id, ...changed })
        .onConflict((conflict) => conflict.columns(['owner_id', 'principle']).doNothing())
        .executeTakeFirst();
      if (made.numInsertedOrUpdatedRows === 0n) await stale((await selectForAll(tx, ownerId, principle.id))!);
    }
    await keepText(tx, { ownerId, id }, shown + 1, { words }, who.personId, now);
    await change.record({
      kind: 'induction.for-all-written',
      body: { principle: principle.id, version: shown + 1 },
    });
    return see('/induction/school', t('Saved. It stands in every plan now.'));
  },
});
