import { sql } from 'kysely';
import { z } from 'zod';
import { transaction } from '#platform/db/transaction.ts';
import { record } from '#platform/audit/record.ts';
import { told } from '#platform/jobs/handler.ts';

/**
 * A family takes its consent back, or says no: every recording in which that pupil may be recognised closes to all but
 * its author, who is told. A consent that is given opens it again. Told twice it comes to the same.
 */
export const consentChanged = told(
  ['consent.withdrawn', 'consent.refused', 'consent.given'],
  z.object({ personId: z.uuid(), purpose: z.string() }),
  async ({ ownerId, kind, body }, job) => {
    const isGiven = kind === 'consent.given';
    await transaction(job.db, async (tx) => {
      const now = job.now();
      const { rows } = await sql<{ id: string }>`
        update recording_pupil p set taken_back_at = ${isGiven ? null : now}
        from recording r
        where p.owner_id = ${ownerId} and p.person_id = ${body.personId} and p.shown = 'seen'
          and (p.taken_back_at is null) <> ${isGiven}
          and r.owner_id = ${ownerId} and r.id = p.recording_id and r.consent_purpose = ${body.purpose}
          and r.erased_at is null
        returning p.recording_id as id`.execute(tx);
      for (const { id } of rows)
        await record(tx, null, { ownerId, kind: 'recording.consent-changed', itemId: id, tell: true }, now);
    });
  },
);
