import { sql } from 'kysely';
import type { Feature } from '#platform/http/feature.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import { slotInWords, type Slot } from './rotas.ts';

interface Row extends Omit<Slot, 'id' | 'rotaId' | 'needed'> {
  name: string;
  fromOn: string;
  at: Date;
}

/** Where somebody stands or stood on rotas. */
export const takeAwayRotas: NonNullable<Feature['takeAway']> = async (db, personId, organisationIds) => {
  const { rows } = await sql<Row>`
    select r.name, s.weekday, s.letter, s.on_date as "on", to_char(s.starts_at, 'HH24:MI') as "from",
      to_char(s.ends_at, 'HH24:MI') as "until", t.from_on as "fromOn", t.set_at as at
    from rota_stand t join rota_slot s on s.owner_id = t.owner_id and s.id = t.slot_id
    join rota r on r.owner_id = t.owner_id and r.id = s.rota_id
    where t.owner_id = any(${organisationIds}::uuid[]) and s.owner_id = any(${organisationIds}::uuid[])
      and r.owner_id = any(${organisationIds}::uuid[]) and t.person_id = ${personId} and t.ended_at is null
    order by t.from_on, t.id limit 2000`.execute(db);
  return [
    {
      title: t('Duties I was on'),
      entries: rows.map(({ name, fromOn, at, ...slot }) => ({
        title: name,
        at,
        fields: [
          { label: t('When'), text: slotInWords({ ...slot, id: '', rotaId: '', needed: 1 }) },
          { label: t('From which day'), text: formatDate(fromOn) },
        ],
      })),
      stays: rows.length > 0 ? t('The school keeps its rotas.') : '',
    },
  ];
};
