import { sql } from 'kysely';
import type { Feature } from '#platform/http/feature.ts';
import { t } from '#platform/i18n/i18n.ts';
import { type State, stateWords } from './repair.ts';
import { whereItIs } from './where-it-is.ts';

/** What somebody reported as broken, in their words. */
export const takeAwayRepairs: NonNullable<Feature['takeAway']> = async (db, personId, organisationIds) => {
  const { rows } = await sql<{ title: string; text: string; place: string; state: State; at: Date }>`
    select r.title, r.text, ${whereItIs} as place, r.state, r.created_at as at
    from repair r join item i on i.owner_id = r.owner_id and i.id = r.id
    left join room o on o.owner_id = r.owner_id and o.id = r.room_id and o.owner_id = any(${organisationIds}::uuid[])
    where r.owner_id = any(${organisationIds}::uuid[]) and i.owner_id = any(${organisationIds}::uuid[])
      and i.author_id = ${personId} order by r.created_at, r.id limit 2000`.execute(db);
  return [
    {
      title: t('What you reported as broken'),
      entries: rows.map(({ title, text, place, state, at }) => ({
        title,
        at,
        fields: [
          { label: t('Where'), text: place },
          { label: t('More about it'), text },
          { label: t('Where it stands'), text: stateWords[state]() },
        ],
      })),
      stays: rows.length > 0 ? t('The school keeps its list of repairs.') : '',
    },
  ];
};
