import { sql } from 'kysely';
import { standingsChanged } from '#platform/access/standing.ts';
import { newId } from '#platform/db/ids.ts';
import type { Change } from '#platform/http/context.ts';
import { t } from '#platform/i18n/i18n.ts';
import { insertMemberships } from '#features/people/index.ts';
import { copyVersion, selectInForce, selectTimetable } from '#features/timetable/index.ts';
import type { Plan } from './plan-year-end.ts';
import type { YearEnd } from './year-end.ts';

interface Row {
  kind:
    | 'membership-ended'
    | 'membership-made'
    | 'member-ended'
    | 'year-label'
    | 'unit-ended'
    | 'timetable-copied';
  rowId: string;
  before: string | null;
  after: string | null;
}

/**
 * Writes a plan: places end on the last day and begin on the first, leavers have their last day, the timetable is
 * copied as a draft where that was asked. Year groups and ended classes have no days of their own: they are kept for
 * the first day (`first-day.job.ts`). Each row is kept as it was.
 */
export async function carryOut(
  change: Change,
  { id, name, lastOn, firstOn }: YearEnd,
  plan: Plan,
  withTimetable: boolean,
): Promise<void> {
  const { tx, organisationId: owner, now } = change;
  const before = await placesBefore(change, plan);
  const sources = await sourcesOf(change, plan);
  await endPlaces(change, plan, lastOn);
  await insertMemberships(
    tx,
    owner,
    plan.beginning.map((each) => ({
      ...each,
      part: 'pupil',
      startsOn: firstOn,
      source: sources.get(each.personId) ?? null,
    })),
    now,
  );
  await endMembersOn(change, plan, lastOn);
  await standingsChanged(tx, owner);
  const copied = withTimetable ? await copyTimetable(change, plan, { name, lastOn, firstOn }) : null;
  await keepRows(change, id, [
    ...plan.ending.map(({ membershipId, before }) => row('membership-ended', membershipId, before, lastOn)),
    ...(await madeRows(change, plan, { firstOn, before })),
    ...plan.leaving.map(({ personId, before }) => row('member-ended', personId, before, lastOn)),
    ...plan.labels.map(({ personId, before, after }) => row('year-label', personId, before, after)),
    ...plan.ended.map((unitId) => row('unit-ended', unitId, null, null)),
    ...(copied === null ? [] : [row('timetable-copied', copied, null, null)]),
  ]);
  await tx
    .updateTable('year_end')
    .set({ prepared_at: now })
    .where('owner_id', '=', owner)
    .where('id', '=', id)
    .execute();
}

const row = (kind: Row['kind'], rowId: string, before: string | null, after: string | null): Row => ({
  kind,
  rowId,
  before,
  after,
});

/** Whoever was placed by the lists of a system is its to place: an import of the new year can move them on. */
async function sourcesOf({ tx, organisationId: owner }: Change, plan: Plan): Promise<Map<string, string>> {
  const { rows } = await sql<{ personId: string; source: string }>`
    select s.person_id as "personId", max(s.source) as source from membership s
    where s.owner_id = ${owner} and s.part = 'pupil' and s.source is not null
      and s.id = any(${plan.ending.map(({ membershipId }) => membershipId)}::uuid[])
    group by s.person_id`.execute(tx);
  return new Map(rows.map(({ personId, source }) => [personId, source]));
}

async function endPlaces({ tx, organisationId: owner }: Change, plan: Plan, lastOn: string): Promise<void> {
  await sql`update membership set ends_on = ${lastOn} where owner_id = ${owner}
    and id = any(${plan.ending.map(({ membershipId }) => membershipId)}::uuid[])`.execute(tx);
}

async function endMembersOn(
  { tx, organisationId: owner }: Change,
  plan: Plan,
  lastOn: string,
): Promise<void> {
  await sql`update member set ends_on = ${lastOn} where owner_id = ${owner}
    and person_id = any(${plan.leaving.map(({ personId }) => personId)}::uuid[])`.execute(tx);
}

/** The rows of these people in the classes they go to. */
const ofThose = (owner: string, { beginning }: Plan) => sql`s.owner_id = ${owner} and s.part = 'pupil'
  and (s.unit_id, s.person_id) in (select * from unnest(${beginning.map(({ unitId }) => unitId)}::uuid[],
    ${beginning.map(({ personId }) => personId)}::uuid[]))`;

/** Somebody who was in that class before, or is put into it by hand already, has a row there: as it is now, by its id. */
async function placesBefore({ tx, organisationId: owner }: Change, plan: Plan): Promise<Map<string, string>> {
  if (plan.beginning.length === 0) return new Map();
  const { rows } = await sql<{ id: string; was: string }>`select s.id,
      json_build_object('starts_on', s.starts_on, 'ends_on', s.ends_on, 'ended_at', s.ended_at)::text as was
    from membership s where ${ofThose(owner, plan)}`.execute(tx);
  return new Map(rows.map(({ id, was }) => [id, was]));
}

/** The places that begin, each with the row that stood there before. */
async function madeRows(
  { tx, organisationId: owner }: Change,
  plan: Plan,
  { firstOn, before }: { firstOn: string; before: ReadonlyMap<string, string> },
): Promise<Row[]> {
  if (plan.beginning.length === 0) return [];
  const { rows } = await sql<{ id: string }>`select s.id from membership s
    where ${ofThose(owner, plan)} and s.starts_on = ${firstOn} and s.ended_at is null`.execute(tx);
  return rows.map(({ id }) => row('membership-made', id, before.get(id) ?? null, firstOn));
}

/** The version in force at the end of the old year, without the lessons of classes that end; null where there is none. */
async function copyTimetable(
  change: Change,
  plan: Plan,
  { name, lastOn, firstOn }: Pick<YearEnd, 'name' | 'lastOn' | 'firstOn'>,
): Promise<string | null> {
  const original = await selectInForce(change.tx, change.organisationId, lastOn);
  if (original === undefined) return null;
  return copyVersion(change, await selectTimetable(change.tx, change.organisationId, original.id), {
    name: t('Timetable {year}', { year: name }),
    from: firstOn,
    until: null,
    without: plan.ended,
  });
}

async function keepRows(
  { tx, organisationId, now }: Change,
  yearEndId: string,
  rows: readonly Row[],
): Promise<void> {
  // A statement has room for some thousands of values.
  for (let from = 0; from < rows.length; from += 1000)
    await tx
      .insertInto('year_end_row')
      .values(
        rows.slice(from, from + 1000).map(({ rowId, ...each }) => ({
          owner_id: organisationId,
          year_end_id: yearEndId,
          id: newId(now),
          row_id: rowId,
          ...each,
        })),
      )
      .execute();
}
