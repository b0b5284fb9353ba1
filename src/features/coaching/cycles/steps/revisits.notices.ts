import { sql } from 'kysely';
import { z } from 'zod';
import { dateIn } from '#platform/calendar/dates.ts';
import { instantAt } from '#platform/calendar/local-time.ts';
import type { Services } from '#platform/http/context.ts';
import { t } from '#platform/i18n/i18n.ts';
import { told } from '#platform/jobs/handler.ts';
import { settleMatter } from '#platform/notices/settle-matter.ts';
import { stepHref } from './step.view.ts';

const kind = 'action-step.revisit';

/** What waits for the learner alone. */
export const revisitNotices = {
  [kind]: () => t('Look again at a step you tried: how does it go by now?'),
};

interface Due {
  id: string;
  revisitOn: string;
  zone: string;
}

/** The steps of a goal that were tried and wait to be looked at again; none when the goal ended or was taken away. */
async function selectWaiting(
  { db }: Services,
  ownerId: string,
  goalId: string,
  organisationId: string,
): Promise<Due[]> {
  const { rows } = await sql<Due>`
    select s.id, s.revisit_on as "revisitOn", o.time_zone as zone
    from coaching_cycle c join item i on i.owner_id = c.owner_id and i.id = c.id
    join action_step s on s.owner_id = c.owner_id and s.cycle_id = c.id
    join organisation o on o.id = ${organisationId}
    where c.owner_id = ${ownerId} and c.id = ${goalId} and c.finished_at is null and i.ended_at is null
      and s.ended_at is null and s.revisit_on is not null and s.revisited_at is null`.execute(db);
  return rows;
}

/**
 * Brings the learner's list in line with how the steps of a goal stand today. Told on the morning of each day on which
 * a step is looked at again, and of whatever changes that.
 */
export const settleRevisits = told(
  [
    'action-step.revisit-due',
    'action-step.revisited',
    'action-step.not-revisited',
    'action-step.not-tried',
    'action-step.not-rehearsed',
    'action-step.ended',
    'action-step.restored',
    'coaching-goal.ended',
    'coaching-goal.restored',
    'coaching-goal.finished',
    'coaching-goal.reopened',
  ],
  z.object({ itemId: z.uuid(), organisationId: z.uuid() }),
  async ({ ownerId, body: { itemId, organisationId } }, job) => {
    const steps = await selectWaiting(job, ownerId, itemId, organisationId);
    const due = steps.filter(({ revisitOn, zone }) => revisitOn <= dateIn(job.now(), zone));
    await settleMatter(
      job.db,
      { fromOwner: organisationId, itemId, personIds: [ownerId], kinds: [kind] },
      due.map(({ id, revisitOn, zone }) => ({
        personId: ownerId,
        kind,
        subjectKey: id,
        href: stepHref({ ownerId, id: itemId }, { id }),
        dueAt: instantAt(revisitOn, '07:00', zone),
      })),
      job.now(),
    );
  },
);
