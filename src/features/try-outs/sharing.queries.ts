import { sql } from 'kysely';
import { principals } from '#platform/access/items.ts';
import type { Who } from '#platform/access/who.ts';
import { addDays } from '#platform/calendar/dates.ts';
import type { Db } from '#platform/db/database.ts';
import { t } from '#platform/i18n/i18n.ts';

interface Group {
  id: string;
  kind: string;
  name: string;
  slug: string | null;
}

interface StepOfMine {
  id: string;
  programmeId: string;
  programme: string;
  title: string;
  kind: string;
  onDate: string;
}

/** What one can choose from when writing or sharing: one's groups, and the steps of one's programmes around now. */
export interface Surroundings {
  programmes: Group[];
  partnerships: Group[];
  steps: StepOfMine[];
}

const weeksAround = 26;

/** The groups this person is in and the steps of their programmes, half a year either way. One statement. */
export async function selectSurroundings(db: Db, who: Who, today: string): Promise<Surroundings> {
  const mine = [...who.standing.circles.keys()];
  const [from, until] = [addDays(today, -7 * weeksAround), addDays(today, 7 * weeksAround)];
  const { rows } = await sql<{ groups: Group[]; steps: StepOfMine[] }>`select
    coalesce((select json_agg(json_build_object('id', c.id, 'kind', c.kind, 'name', c.name, 'slug', p.slug) order by c.name)
      from circle c left join programme p on p.owner_id = c.owner_id and p.id = c.id
      where c.owner_id = ${who.organisationId} and c.id = any(${mine}::uuid[]) and c.ended_at is null), '[]'::json) as groups,
    coalesce((select json_agg(json_build_object('id', s.id, 'programmeId', s.programme_id, 'programme', p.title,
        'title', s.title, 'kind', s.kind, 'onDate', s.on_date) order by s.on_date, s.number)
      from programme_step s join programme p on p.owner_id = s.owner_id and p.id = s.programme_id
      where s.owner_id = ${who.organisationId} and s.programme_id = any(${mine}::uuid[]) and s.ended_at is null
        and s.on_date between ${from}::date and ${until}::date), '[]'::json) as steps`.execute(db);
  const { groups, steps } = rows[0]!;
  return {
    programmes: groups.filter(({ kind }) => kind === 'programme'),
    partnerships: groups.filter(({ id, kind }) => kind === 'partnership' && who.isIn(id, 'partner')),
    steps,
  };
}

export interface Readers {
  /** What a grant names. */
  principal: string;
  label: string;
  hint?: string;
  programmeId: string | null;
  /** Few enough to be told that something was shared with them. */
  few: boolean;
}

/** With whom one may share: one's partners, the specialists of one's programmes, everyone in them. */
export const readersToChoose = ({
  programmes,
  partnerships,
}: Pick<Surroundings, 'programmes' | 'partnerships'>): Readers[] => [
  ...partnerships.map(({ id, name }) => ({
    principal: principals.circle(id, 'partner'),
    label: t('The partnership of {name}', { name }),
    programmeId: null,
    few: true,
  })),
  ...programmes.flatMap(({ id, name }) => [
    {
      principal: principals.circle(id, 'specialist'),
      label: t('The specialist of {name}', { name }),
      programmeId: id,
      few: true,
    },
    {
      principal: principals.circle(id),
      label: t('Everyone in {name}', { name }),
      hint: t('Those taking part, its facilitator, specialist and leader.'),
      programmeId: id,
      few: false,
    },
  ]),
];
