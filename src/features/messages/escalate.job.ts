import { shareItem } from '#platform/access/items.ts';
import { today as todayIn } from '#platform/calendar/dates.ts';
import { record } from '#platform/audit/record.ts';
import { transaction } from '#platform/db/transaction.ts';
import { eachOrganisation } from '#platform/jobs/each-organisation.ts';
import { every } from '#platform/jobs/recurring.ts';
import { grantsOfLevel, levelFrom, nextLevelAt, selectAnswerers } from './report-levels.ts';
import { selectLate } from './report-told.queries.ts';
import { selectSettings } from './settings.queries.ts';

/**
 * A report at which nobody looked in time goes on to the safeguarding lead, and then to the head; where those who watch
 * are the safeguarding lead, to the head at once, so that each step brings somebody who had not heard.
 */
export const escalateReports = every('messages.escalate', { everyMinutes: 15 }, (job) =>
  eachOrganisation(job.db, job.signal, async ({ id: owner, zone }) => {
    const late = await selectLate(job.db, owner, job.now());
    if (late.length === 0) return;
    const { settings } = await selectSettings(job.db, owner);
    const today = todayIn(job.now(), zone);
    for (const { id, level, ...of } of late) {
      const heard = await selectAnswerers(job.db, owner, of, level, today);
      const next = await levelFrom(job.db, owner, of, level + 1, { today, heard });
      await transaction(job.db, async (tx) => {
        const moved = await tx
          .updateTable('message_report')
          .set({ level: next, escalates_at: nextLevelAt(next, settings, job.now()) })
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
          await grantsOfLevel(tx, owner, of.talkId, next),
          job.now(),
        );
        await record(
          tx,
          null,
          {
            ownerId: owner,
            kind: 'message-report.escalated',
            itemId: id,
            body: { level: next },
            tell: true,
          },
          job.now(),
        );
      });
    }
    job.nudge();
  }),
);
