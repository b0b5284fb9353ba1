import { dayMs } from '#platform/calendar/dates.ts';
import { transaction } from '#platform/db/transaction.ts';
import { eachOrganisation, type OrganisationInTurn } from '#platform/jobs/each-organisation.ts';
import { every } from '#platform/jobs/recurring.ts';

/** How long files and previews are kept, in days. */
const keptDays = 30;

/**
 * Lists of names do not lie about: the lines of a preview and the files it was made from go after 30 days.
 * That an import took place, when, by whom and with what sums stays.
 */
export const emptyOldRuns = every('imports.empty', { dailyAt: '02:40' }, ({ db, now, signal }) => {
  const at = now();
  const before = new Date(at.getTime() - keptDays * dayMs);
  const empty = ({ id }: OrganisationInTurn): Promise<void> =>
    transaction(db, async (tx) => {
      const old = await tx
        .updateTable('import_run')
        .set({ emptied_at: at })
        .where('owner_id', '=', id)
        .where('created_at', '<', before)
        .where('emptied_at', 'is', null)
        .where('state', 'not in', ['applying', 'undoing'])
        .returning('id')
        .execute();
      const ids = old.map((run) => run.id);
      if (ids.length === 0) return;
      await tx.deleteFrom('import_row').where('owner_id', '=', id).where('run_id', 'in', ids).execute();
      await tx.deleteFrom('file').where('owner_id', '=', id).where('item_id', 'in', ids).execute();
    });
  return eachOrganisation(db, signal, empty, { endedToo: true });
});
