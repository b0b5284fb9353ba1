import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { TakeAwaySection } from '#platform/http/feature.ts';
import { t } from '#platform/i18n/i18n.ts';
import { filesInJson, type KeptFile } from '#features/files/index.ts';
import { answersInOrder, type Reading } from './readings/reading.ts';

/** The pages that somebody wrote, as they wrote them, and what they said of colleagues' pages. */
export async function takeAwayResources(
  db: Db,
  personId: string,
  organisationIds: readonly string[],
): Promise<TakeAwaySection[]> {
  const { rows } = await sql<{
    title: string;
    summary: string;
    subject: string;
    text: string;
    at: Date;
    files: KeptFile[];
  }>`
    select r.title, r.summary, r.subject, r.text, r.created_at as at, ${filesInJson('i')} as files
    from resource r join item i on i.owner_id = r.owner_id and i.id = r.id
    where r.owner_id = any(${organisationIds}::uuid[]) and i.author_id = ${personId}
    order by r.created_at, r.id`.execute(db);
  const { rows: readings } = await sql<{ title: string; answers: Reading['answers']; at: Date }>`
    select r.title, k.answers, k.answered_at as at from resource_reading k
    join resource r on r.owner_id = k.owner_id and r.id = k.resource_id
    where k.owner_id = any(${organisationIds}::uuid[]) and k.asked_of = ${personId} and k.answered_at is not null
    order by k.answered_at, k.id`.execute(db);
  return [
    {
      title: t('Pages I wrote to teach with'),
      entries: rows.map(({ title, summary, subject, text, at, files }) => ({
        title,
        at,
        fields: [
          { label: t('Subject'), text: subject },
          { label: t('What it is for'), text: summary },
          { label: t('The page'), text },
        ].filter((each) => each.text !== ''),
        files: files.filter(({ ofPupils }) => !ofPupils).map(({ name, sha256 }) => ({ name, sha256 })),
      })),
      stays: t(
        'Copies that colleagues made stay with them; pictures and sounds of pupils or their work stay with the school.',
      ),
    },
    {
      title: t('What I said of colleagues’ pages'),
      entries: readings.map(({ title, answers, at }) => ({
        title,
        at,
        fields: answersInOrder(answers).map(({ ask, says }) => ({ label: ask, text: says })),
      })),
      stays: t('Whoever asked keeps it.'),
    },
  ].filter(({ entries }) => entries.length > 0);
}
