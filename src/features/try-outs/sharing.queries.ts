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
  /** The parts that others have in it. */
  parts: string[];
}

interface StepOfMine {
  id: string;
  programmeId: string;
  programme: string;
  title: string;
  kind: string;
  onDate: string;
}

/** Something this person practises, in their words. */
interface PracticeOfMine {
  id: string;
  words: string;
}

/**
 * What one can choose from when writing or sharing: one's groups, the steps of one's programmes around now, and what
 * one practises.
 */
export interface Surroundings {
  programmes: Group[];
  partnerships: Group[];
  coachings: Group[];
  steps: StepOfMine[];
  practices: PracticeOfMine[];
}

const weeksAround = 26;

/**
 * The groups this person is in, the steps of their programmes, half a year either way, and what they practise. One
 * statement.
 */
export async function selectSurroundings(db: Db, who: Who, today: string): Promise<Surroundings> {
  const mine = [...who.standing.circles.keys()];
  const [from, until] = [addDays(today, -7 * weeksAround), addDays(today, 7 * weeksAround)];
  const { rows } = await sql<{ groups: Group[]; steps: StepOfMine[]; practices: PracticeOfMine[] }>`select
    coalesce((select json_agg(json_build_object('id', c.id, 'kind', c.kind, 'name', c.name, 'slug', p.slug,
        'parts', array(select distinct m.part from circle_member m where m.owner_id = c.owner_id and m.circle_id = c.id
          and m.person_id <> ${who.personId} and m.part <> 'invited' and m.ends_at is null order by m.part)) order by c.name)
      from circle c left join programme p on p.owner_id = c.owner_id and p.id = c.id
      where c.owner_id = ${who.organisationId} and c.id = any(${mine}::uuid[]) and c.ended_at is null), '[]'::json) as groups,
    coalesce((select json_agg(json_build_object('id', s.id, 'programmeId', s.programme_id, 'programme', p.title,
        'title', s.title, 'kind', s.kind, 'onDate', s.on_date) order by s.on_date, s.number)
      from programme_step s join programme p on p.owner_id = s.owner_id and p.id = s.programme_id
      where s.owner_id = ${who.organisationId} and s.programme_id = any(${mine}::uuid[]) and s.ended_at is null
        and s.on_date between ${from}::date and ${until}::date), '[]'::json) as steps,
    coalesce((select json_agg(json_build_object('id', x.id, 'words', x.words) order by x.touched_at desc, x.id)
      from practice x join item i on i.owner_id = x.owner_id and i.id = x.id
      where x.owner_id = ${who.personId} and x.organisation_id = ${who.organisationId} and i.ended_at is null),
      '[]'::json) as practices`.execute(db);
  const { groups, steps, practices } = rows[0]!;
  return {
    programmes: groups.filter(({ kind }) => kind === 'programme'),
    partnerships: groups.filter(({ id, kind }) => kind === 'partnership' && who.isIn(id, 'partner')),
    coachings: groups.filter(({ id, kind }) => kind === 'coaching' && !who.isIn(id, 'invited')),
    steps,
    practices,
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

/**
 * With whom one may share: one's partners, whoever one coaches or is coached by, the specialists of one's programmes,
 * everyone in them.
 */
export const readersToChoose = ({
  programmes,
  partnerships,
  coachings,
}: Pick<Surroundings, 'programmes' | 'partnerships' | 'coachings'>): Readers[] => [
  ...partnerships.map(({ id, name }) => ({
    principal: principals.circle(id, 'partner'),
    label: t('The partnership of {name}', { name }),
    programmeId: null,
    few: true,
  })),
  ...coachings.flatMap(({ id, name, parts }) =>
    parts.map((part) => ({
      principal: principals.circle(id, part),
      label: t(coachingWords[part] ?? 'The coaching of {name}', { name }),
      programmeId: null,
      few: true,
    })),
  ),
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

/** Whoever stands on the other side of a coaching, by their part in it. */
const coachingWords: Readonly<Record<string, string>> = {
  mentor: 'Your mentor ({name})',
  coach: 'Your coach ({name})',
  'co-coach': 'Your co-coach ({name})',
  learner: 'Whom you mentor or coach ({name})',
};
