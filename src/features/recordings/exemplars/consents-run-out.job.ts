import { sql } from 'kysely';
import { record } from '#platform/audit/record.ts';
import { today as dayOf } from '#platform/calendar/dates.ts';
import { transaction } from '#platform/db/transaction.ts';
import { eachOrganisation } from '#platform/jobs/each-organisation.ts';
import { every } from '#platform/jobs/recurring.ts';
import { standingOf } from '#features/consents/index.ts';
import { exemplarPurpose } from './exemplar.ts';

/**
 * Each morning: a consent to be seen in examples that ran out closes them to all but their author, who is told, as one
 * that is taken back does. Nothing is told when one runs out, so it is asked. One that is given again opens them.
 */
export const closeWhenConsentsRunOut = every('exemplars.consents', { dailyAt: '04:40' }, (job) =>
  eachOrganisation(job.db, job.signal, async ({ id: ownerId, zone }) => {
    const now = job.now();
    await transaction(job.db, async (tx) => {
      const { rows: seen } = await sql<{ personId: string }>`select distinct p.person_id as "personId"
        from recording_pupil p join recording r on r.owner_id = p.owner_id and r.id = p.recording_id
        where p.owner_id = ${ownerId} and p.shown = 'seen' and p.taken_back_at is null
          and r.consent_purpose = ${exemplarPurpose} and r.erased_at is null`.execute(tx);
      const asked = seen.map(({ personId }) => personId);
      if (asked.length === 0) return;
      const standing = await standingOf(tx, {
        organisationId: ownerId,
        purpose: exemplarPurpose,
        today: dayOf(now, zone),
        personIds: asked,
      });
      const given = new Set(
        standing.filter(({ answer }) => answer === 'given').map(({ personId }) => personId),
      );
      const without = asked.filter((personId) => !given.has(personId));
      if (without.length === 0) return;
      const { rows: closed } = await sql<{ id: string }>`update recording_pupil p set taken_back_at = ${now}
        from recording r where p.owner_id = ${ownerId} and p.person_id = any(${without}::uuid[]) and p.shown = 'seen'
          and p.taken_back_at is null and r.owner_id = ${ownerId} and r.id = p.recording_id
          and r.consent_purpose = ${exemplarPurpose} and r.erased_at is null
        returning p.recording_id as id`.execute(tx);
      for (const id of new Set(closed.map((row) => row.id)))
        await record(tx, null, { ownerId, kind: 'recording.consent-changed', itemId: id, tell: true }, now);
    });
  }),
);
