import { z } from 'zod';
import { throwStale } from '#platform/audit/text-versions.ts';
import { optionalProse, ticked, version, wholeNumber } from '#platform/http/input.ts';
import { action, roles, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { keepPath } from '../addresses.ts';
import { behaviourKeepers } from '../behaviour.access.ts';
import { behaviourSettingsPage } from './behaviour-settings.page.ts';
import { selectSettled, unsettled } from './settled.queries.ts';

/** Saves what families are promised, and whether a class sees its own total. */
export const savePromise = action(`${keepPath}/promise`, {
  purpose: 'administration',
  access: roles(...behaviourKeepers),
  page: behaviourSettingsPage,
  input: z.object({
    promise: optionalProse(600),
    notice_hours: wholeNumber(0, 240),
    class_totals: ticked(),
    version: version(),
  }),
  async run(change, { version: shown, ...sent }) {
    const { tx, organisationId } = change;
    const before = (await selectSettled(tx, change.who, {})).settled[0] ?? unsettled;
    if (!(await save(shown)))
      await throwStale(
        tx,
        { ownerId: organisationId, id: organisationId },
        {
          version: before.version,
          fields: [
            { name: 'promise', label: t('About a detention outside school hours'), text: before.promise },
          ],
        },
        change.now,
      );
    await change.record({ kind: 'behaviour-settings.changed', body: { before, after: sent } });
    return see(keepPath, t('What is promised is saved.'));

    async function save(at: number): Promise<boolean> {
      if (at > 0) {
        const { numUpdatedRows } = await tx
          .updateTable('behaviour_settings')
          .set({ ...sent, version: at + 1 })
          .where('owner_id', '=', organisationId)
          .where('version', '=', at)
          .executeTakeFirst();
        return numUpdatedRows > 0n;
      }
      const { numInsertedOrUpdatedRows } = await tx
        .insertInto('behaviour_settings')
        .values({ owner_id: organisationId, ...sent, version: 1 })
        .onConflict((conflict) => conflict.column('owner_id').doNothing())
        .executeTakeFirst();
      return (numInsertedOrUpdatedRows ?? 0n) > 0n;
    }
  },
});
