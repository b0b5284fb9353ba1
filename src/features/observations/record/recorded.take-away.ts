import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { TakeAwaySection } from '#platform/http/feature.ts';
import { formatDate, formatTime, t } from '#platform/i18n/i18n.ts';
import { type ChosenPupil, instrumentOf, type Seats, seatsAsTyped } from '../instruments/chosen.ts';
import type { Entry } from './entry.ts';
import { entryInWords } from './entry-words.ts';

interface Visit {
  on: string;
  observed: string;
  observer: string;
}
type Recorded = Visit & { seats: Seats | null; entries: Entry[] };
type Chose = Visit & { instrument: string; pupils: ChosenPupil[]; seats: Seats | null; at: Date };

const visit = (alias: string) => sql`o.on_date as "on", d.name as observed, r.name as observer
  from ${sql.ref(alias)} x join observation o on o.owner_id = x.owner_id and o.id = x.observation_id
  join person d on d.id = o.observed_id join person r on r.id = o.observer_id`;

/** What a person recorded as an observer, what they chose and expected as the one observed, and for what they prepared. */
export async function recordedTakeAway(
  db: Db,
  personId: string,
  organisationIds: readonly string[],
): Promise<TakeAwaySection[]> {
  const owners = sql`x.owner_id = any(${organisationIds}::uuid[])`;
  const recorded = await sql<Recorded>`
    select (select nullif(c.seats, '{}'::jsonb) from observation_instrument c
        where c.owner_id = o.owner_id and c.observation_id = o.id) as seats,
      json_agg(json_build_object('id', x.id, 'personId', x.person_id, 'instrument', x.instrument, 'part', x.part,
        'kind', x.kind, 'at', x.at, 'body', x.body, 'endedAt', x.ended_at) order by x.at, x.id) as entries,
      ${visit('observation_entry')}
    where ${owners} and x.person_id = ${personId} and x.ended_at is null
    group by o.owner_id, o.id, o.on_date, d.name, r.name order by o.on_date, o.id`.execute(db);
  const chose = await sql<Chose>`
    select x.instrument, x.pupils, nullif(x.seats, '{}'::jsonb) as seats, x.updated_at as at,
      ${visit('observation_instrument')}
    where ${owners} and o.observed_id = ${personId} and x.ended_at is null order by o.on_date, o.id`.execute(
    db,
  );
  const prepared = await db
    .selectFrom('observer_preparation')
    .select(['instrument', 'prepared_at as at'])
    .where('owner_id', '=', personId)
    .orderBy('prepared_at')
    .execute();
  const stays = t(
    'The record of a visit is held by the teacher who was observed. Your copy holds what is yours.',
  );
  return [
    ...recorded.rows.map((row) => ({
      title: t('What I recorded: {title}', { title: titleOf(row) }),
      entries: row.entries.map((entry) => {
        const { text, about } = entryInWords(entry, row.seats);
        const at = new Date(entry.at);
        return { title: about, at, fields: [{ label: formatTime(at), text }] };
      }),
      stays,
    })),
    ...(chose.rows.length === 0
      ? []
      : [
          {
            title: t('What my lessons were recorded with'),
            entries: chose.rows.map((row) => ({
              title: titleOf(row),
              at: row.at,
              fields: [
                { label: t('Instrument'), text: titleOfInstrument(row.instrument) },
                ...row.pupils.map(({ label, expected }) => ({
                  label: t('What I expected: {pupil}', { pupil: label }),
                  text: expected || t('Nothing was written.'),
                })),
                { label: t('The tables'), text: seatsAsTyped(row.seats) },
              ].filter(({ text }) => text !== ''),
            })),
            stays,
          },
        ]),
    ...(prepared.length === 0
      ? []
      : [
          {
            title: t('Instruments I prepared for as an observer'),
            entries: prepared.map(({ instrument, at }) => ({
              title: titleOfInstrument(instrument),
              at,
              fields: [],
            })),
            stays: '',
          },
        ]),
  ];
}

const titleOf = ({ on, observed, observer }: Visit): string =>
  t('{observer} observed {observed}, {day}', { observer, observed, day: formatDate(on) });

const titleOfInstrument = (id: string): string => t(instrumentOf(id)?.title ?? id);
