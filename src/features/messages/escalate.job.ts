import { shareItem } from '#platform/access/items.ts';
import { record } from '#platform/audit/record.ts';
import { transaction } from '#platform/db/transaction.ts';
import { eachOrganisation } from '#platform/jobs/each-organisation.ts';
import { every } from '#platform/jobs/recurring.ts';
import { grantsOfLevel, nextLevelAt } from './report-levels.ts';
import { selectLate } from './report-told.queries.ts';
import { selectSettings } from './settings.queries.ts';

/** A report at which nobody looked in time goes on to the safeguarding lead, and then to the head. */
export const escalateReports = every('messages.escalate', { everyMinutes: 15 }, (job) =>
  eachOrganisation(job.db, job.signal, async ({ id: owner }) => {
    const late = await selectLate(job.db, owner, job.now());
    if (late.length === 0) return;
    const { settings } = await selectSettings(job.db, owner);
    for (const { id, talkId, level } of late)
      await transaction(job.db, async (tx) => {
        const moved = await tx
          .updateTable('message_report')
          .set({ level: level + 1, escalates_at: nextLevelAt(level + 1, settings, job.now()) })
          .where('owner_id', '=', owner)
          .where('id', '=', id)
          .where('level', '=', level)
          .where('state', '=', 'open')
          .returning('id')
          .executeTakeFirst();
        // Somebody looked in this moment.
        if (!moved) return;
        await shareItem(
          tx,
          { ownerId: owner, id },
          await grantsOfLevel(tx, owner, talkId, level + 1),
          job.now(),
        );
        await record(
          tx,
          null,
          {
            ownerId: owner,
            kind: 'message-report.escalated',
            itemId: id,
            body: { level: level + 1 },
            tell: true,
          },
          job.now(),
        );
      });
    job.nudge();
  }),
);
