import { sql } from 'kysely';
import { z } from 'zod';
import { failureText, MAX_ATTEMPTS } from '#platform/jobs/backoff.ts';
import { told } from '#platform/jobs/handler.ts';
import type { Db } from '#platform/db/database.ts';
import { selectSettings } from '../settings/settings.queries.ts';
import { handOver } from './hand-over.ts';

/** A text message is to be handed over. Tried again by itself, later and later, as every message of the outbox is. */
export const textKind = 'absence.text';

/** Hands one text message over, unless it is no longer needed: nobody is told what they said themselves meanwhile. */
export const sendText = told(
  textKind,
  z.object({ textId: z.uuid() }),
  async ({ ownerId: owner, body: { textId } }, { db, now, signal }) => {
    const text = await db
      .selectFrom('absence_text')
      .select([
        'pupil_id as pupilId',
        'adult_id as adultId',
        'on_date as on',
        'number',
        'words',
        'state',
        'attempts',
      ])
      .where('owner_id', '=', owner)
      .where('id', '=', textId)
      .executeTakeFirst();
    if (text === undefined || text.state === 'sent' || text.state === 'kept-back') return;
    const settings = await selectSettings(db, owner);
    if (!settings.textsOn || !(await isWanted(db, owner, textId)))
      return save(db, owner, textId, { state: 'kept-back' });
    const attempts = text.attempts + 1;
    try {
      const status = await handOver(
        settings.textsTo,
        { id: textId, to: text.number, text: text.words },
        signal,
      );
      await save(db, owner, textId, { state: 'sent', answer: String(status), attempts, sent_at: now() });
    } catch (error) {
      await save(db, owner, textId, {
        state: attempts >= MAX_ATTEMPTS ? 'failed' : 'waiting',
        answer: failureText(error).slice(0, 200),
        attempts,
      });
      throw error;
    }
  },
);

/** Whether this grown-up may still be told so, and nobody has said why since. */
async function isWanted(db: Db, owner: string, textId: string): Promise<boolean> {
  const { rows } = await sql`select 1 from absence_text x
    join absence_telling f on f.owner_id = ${owner} and f.pupil_id = x.pupil_id and f.on_date = x.on_date
      and f.taken_back_at is null
    join family_relation r on r.owner_id = ${owner} and r.adult_id = x.adult_id and r.pupil_id = x.pupil_id
      and r.ended_at is null and 'attendance' = any(r.told) and r.restriction is null
    where x.owner_id = ${owner} and x.id = ${textId} and not exists (
      select 1 from pupil_absence a where a.owner_id = ${owner} and a.pupil_id = x.pupil_id and a.taken_back_at is null
        and x.on_date between a.from_on and a.until_on and a.created_at > f.told_at)`.execute(db);
  return rows.length > 0;
}

const save = async (
  db: Db,
  owner: string,
  id: string,
  columns: { state: string; answer?: string; attempts?: number; sent_at?: Date },
): Promise<void> => {
  await db
    .updateTable('absence_text')
    .set(columns)
    .where('owner_id', '=', owner)
    .where('id', '=', id)
    .execute();
};
