import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { TakeAwaySection } from '#platform/http/feature.ts';
import { t } from '#platform/i18n/i18n.ts';
import { recordedTakeAway } from './record/recorded.take-away.ts';
import type { Part } from './observation.ts';
import { partForm } from './part-form.ts';

interface Row {
  part: Part;
  texts: Record<string, string>;
  at: Date;
  observed: string;
  observer: string;
}

/** What a person wrote and recorded themselves in observations. What the other of the two wrote stays with the school. */
export async function takeAwayObservations(
  db: Db,
  personId: string,
  organisationIds: readonly string[],
): Promise<TakeAwaySection[]> {
  const { rows } = await sql<Row>`
    select x.part, x.texts, x.updated_at as at, d.name as observed, r.name as observer
    from observation_text x join observation o on o.owner_id = x.owner_id and o.id = x.observation_id
    join person d on d.id = o.observed_id join person r on r.id = o.observer_id
    where x.owner_id = any(${organisationIds}::uuid[]) and x.person_id = ${personId}
    order by o.on_date, x.part`.execute(db);
  const recorded = await recordedTakeAway(db, personId, organisationIds);
  if (rows.length === 0) return recorded;
  return [
    {
      title: t('What I wrote in observations'),
      entries: rows.map(({ part, texts, at, observed, observer }) => ({
        title: t('{title}: {observer} observed {observed}', {
          title: partForm(part).title,
          observer,
          observed,
        }),
        at,
        fields: partForm(part)
          .questions.filter(({ name }) => texts[name])
          .map(({ name, label }) => ({ label, text: texts[name]! })),
      })),
      stays: t(
        'Observations are written by two people, so they stay in the school’s keeping. Your copy holds your own words.',
      ),
    },
    ...recorded,
  ];
}
