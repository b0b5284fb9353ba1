import { type Expression, type RawBuilder, sql } from 'kysely';
import { composed, type Given, list, type List } from '#platform/access/composed.ts';
import type { Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import { type FilmedPupil, filmedPupilsList, mayReadOfUnit } from '#features/consents/index.ts';
import { type Keeping, usualKeeping } from '../../making/keep.ts';

/** What a recording of one's lesson is asked of families for. */
export const learningPurpose = 'recording-learning';

/** A group, pairing or programme that one is in, or a step of it that a recording is made for. */
export interface Where {
  circleId: string;
  circle: string;
  circleKind: 'coaching' | 'partnership' | 'programme';
  stepId: string | null;
  step: string | null;
  on: string | null;
}

export interface ClassOfSchool {
  id: string;
  name: string;
  /** One belongs to it oneself. */
  mine: boolean;
}

export interface DescribeAsked {
  wheres: Where[];
  classes: ClassOfSchool[];
  /** Of the class that was chosen. */
  pupils: FilmedPupil[];
  keeping: Keeping;
}

function wheres(who: Who): RawBuilder<unknown> {
  const [owner, circles] = [who.organisationId, [...who.standing.circles.keys()]];
  return sql`select x.* from (
      select c.id as "circleId", c.name as circle, c.kind as "circleKind", null::uuid as "stepId", null as step,
        null::date as on
      from circle c where c.owner_id = ${owner} and c.ended_at is null and c.id = any(${circles}::uuid[])
        and c.kind in ('coaching', 'partnership', 'programme')
      union all
      select c.id, c.name, c.kind, s.id, s.title, s.on_date from programme_step s
      join circle c on c.owner_id = s.owner_id and c.id = s.programme_id
      where s.owner_id = ${owner} and c.owner_id = ${owner} and s.kind = 'recording' and s.ended_at is null
        and c.ended_at is null and c.id = any(${circles}::uuid[])
    ) x order by x.circle, x."circleId", x.on nulls first, x."stepId"`;
}

/** The pupils of a class and their consents, for whoever may read of that class. */
function pupilsOf(who: Who, unitId: Expression<string>, today: Expression<string>): List<FilmedPupil> {
  const pupils = filmedPupilsList({
    organisationId: who.organisationId,
    unitId,
    purpose: learningPurpose,
    today,
  });
  return list<FilmedPupil>(sql`select f.* from (${pupils.select}) f
    where exists (select 1 from unit u where u.owner_id = ${who.organisationId} and u.id = ${unitId}
      and ${mayReadOfUnit(who, 'u', today)})`);
}

const ask = composed((who, { unitId, today }: Given<{ unitId: string | undefined; today: string }>) => ({
  wheres: list<Where>(wheres(who)),
  classes: list<ClassOfSchool>(sql`select u.id, u.name,
      exists (select 1 from membership m where m.owner_id = ${who.organisationId} and m.unit_id = u.id
        and m.person_id = ${who.personId} and m.ended_at is null) as mine
    from unit u where u.owner_id = ${who.organisationId} and u.kind in ('class', 'form') and u.ended_at is null
      and ${mayReadOfUnit(who, 'u', today)}
    order by mine desc, u.sort_name, u.id`),
  pupils:
    unitId === undefined
      ? list<FilmedPupil>(sql`select null::uuid as "personId" where false`)
      : pupilsOf(who, unitId, today),
  keepings: list<Keeping>(sql`select usual_days as "usualDays", longest_days as "longestDays",
      warn_days as "warnDays", version from recording_settings where owner_id = ${who.organisationId}`),
}));

/** What the page of describing asks, with the classes whose consents the reader may read; `unitId` is the class that was chosen. One statement. */
export async function selectDescribing(
  db: Db,
  who: Who,
  asked: { unitId: string | undefined; today: string },
): Promise<DescribeAsked> {
  const { keepings, ...rest } = await ask(db, who, asked);
  return { ...rest, keeping: keepings[0] ?? usualKeeping };
}

/** How the form names a place where it is worked on. */
export const whereValue = ({ circleId, stepId }: Pick<Where, 'circleId' | 'stepId'>): string =>
  stepId ? `${circleId} ${stepId}` : circleId;
