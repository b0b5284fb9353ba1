import { z } from 'zod';
import { keepText, throwStale } from '#platform/audit/text-versions.ts';
import { newId } from '#platform/db/ids.ts';
import { Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { optionalProse, version } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { partHref, planHref } from '../addresses.ts';
import { planPolicy } from '../plan.policy.ts';
import { openPart, partPage } from './part.page.ts';

/** Saves what stands under one heading; the text before it is kept. Throws `Stale`, carrying both. */
export const savePart = action(partHref(':plan', ':part'), {
  purpose: 'learning',
  access: planPolicy,
  page: partPage,
  input: z.object({ text: optionalProse(50_000), version: version() }),
  async run(change, { text, version: shown }) {
    const { plan, part, written } = await openPart(change);
    if (text === (written?.text ?? '')) throw new Refused(t('Nothing was changed.'));
    const id = await write(change, { planId: plan.id, key: part.key, text, shown });
    if (id === undefined)
      await throwStale(
        change.tx,
        { ownerId: change.organisationId, id: written?.id ?? plan.id },
        {
          version: written?.version ?? 0,
          fields: [{ name: 'text', label: part.title, text: written?.text ?? '' }],
        },
        change.now,
      );
    await change.record({
      kind: 'plan.part-written',
      itemId: plan.id,
      body: { part: part.key, version: shown + 1 },
    });
    return see(planHref(plan.id), t('It is saved.'));
  },
});

/** Answers the id of the part; undefined when another version stands. */
async function write(
  { tx, organisationId: owner_id, who, now }: Change,
  { planId, key, text, shown }: { planId: string; key: string; text: string; shown: number },
): Promise<string | undefined> {
  const by = { text, changed_by: who.personId, changed_at: now };
  const saved =
    shown === 0
      ? await tx
          .insertInto('scheme_part')
          .values({ owner_id, id: newId(now), scheme_id: planId, key, version: 1, ...by })
          .onConflict((conflict) => conflict.columns(['owner_id', 'scheme_id', 'key']).doNothing())
          .returning(['id', 'version'])
          .executeTakeFirst()
      : await tx
          .updateTable('scheme_part')
          .set({ ...by, version: shown + 1 })
          .where('owner_id', '=', owner_id)
          .where('scheme_id', '=', planId)
          .where('key', '=', key)
          .where('version', '=', shown)
          .returning(['id', 'version'])
          .executeTakeFirst();
  if (!saved) return undefined;
  await keepText(tx, { ownerId: owner_id, id: saved.id }, saved.version, { text }, who.personId, now);
  return saved.id;
}
