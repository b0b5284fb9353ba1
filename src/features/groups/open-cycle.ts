import { type Expression, sql } from 'kysely';
import { composed, type Given, list } from '#platform/access/composed.ts';
import { itemList } from '#platform/access/select-item.ts';
import type { Item, Who } from '#platform/access/who.ts';
import { type DraftFields, draftsColumn } from '#platform/drafts/drafts.ts';
import { NotFound } from '#platform/errors.ts';
import type { Visit } from '#platform/http/context.ts';
import type { Protocol } from '#features/evidence/index.ts';
import { type Programme, programmeLists, templateOf } from '#features/programmes/index.ts';
import { cycleFacts, type CycleFacts, partsOfCycle, type ReportPart } from './cycle-report.queries.ts';
import { cycleReportPolicy } from './cycle-report.policy.ts';

interface CycleRow {
  id: string;
  number: number;
  question: string;
  releasedAt: Date | null;
}

/** A cycle's report as somebody opens it. */
export interface OpenedCycle {
  programme: Programme;
  item: Item;
  cycle: CycleRow;
  protocol: Protocol | undefined;
  parts: ReportPart[];
  facts: CycleFacts;
  /** Is in the group: finds the way back there. Others read the report alone, once the group gave it. */
  inside: boolean;
  /** Writes it with the group. */
  writes: boolean;
  /** May give it to the school, and take it back. */
  releases: boolean;
  /** What the reader was writing and has not sent, by the part. */
  drafts: Record<string, DraftFields>;
  /** What the reader's list still says of it. */
  noticed: readonly string[];
}

const ask = composed((who, given: Given<{ slug: string; number: number; now: Date }>) => {
  const cycle = cycleNamed(who, given);
  return {
    ...programmeLists(who, given),
    cycles: list<CycleRow>(sql`select y.id, y.number, y.question, y.released_at as "releasedAt" ${cycle}`, {
      releasedAt: 'moment',
    }),
    reports: itemList(who, {
      ownerId: sql.val(who.organisationId),
      id: sql<string>`(select y.id ${cycle})`,
      now: given.now,
    }),
    parts: partsOfCycle(who.organisationId, sql<string>`(select y.id ${cycle})`),
    facts: cycleFacts(who.organisationId, given),
    drafts: list<{ drafts: Record<string, DraftFields> }>(
      sql`select ${draftsColumn(who, sql<string>`'cycle-report:' || (select y.id ${cycle})::text || ':'`)} as drafts`,
    ),
    noticed: list<{ kind: string }>(sql`select n.kind from notice n where n.owner_id = ${who.personId}
      and n.from_owner = ${who.organisationId} and n.done_at is null and n.item_id = (select y.id ${cycle})`),
  };
});

const cycleNamed = (
  who: Who,
  { slug, number }: { slug: Expression<string>; number: Expression<number> },
) => sql`from programme p join group_cycle y on y.owner_id = p.owner_id and y.programme_id = p.id
  where p.owner_id = ${who.organisationId} and y.owner_id = ${who.organisationId} and p.slug = ${slug}
    and y.number = ${number} and y.ended_at is null`;

/**
 * Opens the cycle that the address names, for whoever may read its report: those who take part, and once the group
 * gave it to the school everybody whom it was given to. One statement. Throws `NotFound` and `NotAllowed`.
 */
export async function openCycle(visit: Visit): Promise<OpenedCycle> {
  const { programme: slug = '', cycle: named = '' } = visit.params;
  const number = /^\d{1,4}$/.test(named) ? Number(named) : 0;
  const found = await ask(visit.db, visit.who, { slug, number, now: visit.now });
  const {
    programmes: [programme],
    cycles: [cycle],
  } = found;
  if (!programme || !cycle || programme.sort !== 'group') throw new NotFound('There is no such cycle.');
  const item = visit.admit(cycleReportPolicy, found.reports[0]);
  const may = (ability: 'write' | 'release') => visit.who.may(ability, cycleReportPolicy, item);
  return {
    programme,
    item,
    cycle,
    parts: found.parts,
    facts: found.facts[0]!,
    protocol: await templateOf(visit.db, programme),
    inside: visit.who.isIn(programme.id),
    writes: may('write') && !programme.closed_at,
    releases: may('release'),
    drafts: found.drafts[0]?.drafts ?? {},
    noticed: found.noticed.map(({ kind }) => kind),
  };
}
