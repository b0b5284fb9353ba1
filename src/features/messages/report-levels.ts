import { type RawBuilder, sql } from 'kysely';
import { current } from '#platform/access/current.ts';
import { type Grant, principals } from '#platform/access/items.ts';
import type { Db } from '#platform/db/database.ts';
import { role } from '#features/people/index.ts';
import { holds, talkPrincipals, watchersOf } from './principals.ts';

/** Who hears of a report: those who watch, with the safeguarding lead, with the head. Each level keeps those before. */
const lastLevel = 2;

export interface ReportedMessage {
  talkId: string;
  /** Whoever wrote it: they never hear who said something, and never decide. */
  reportedId: string;
  reporterId: string;
}

/** Where the head is the one who is reported, senior leaders stand in their place. */
const rolesOf = (level: number): string[] => [
  ...(level >= 1 ? [role.safeguardingLead] : []),
  ...(level >= 2 ? [role.head, role.seniorLeader] : []),
];

/** Those whom a level reaches on a day, as a select of person_id in brackets: never whoever is reported, or reported it. */
const answerersOf = (
  owner: string,
  { talkId, reportedId, reporterId }: ReportedMessage,
  level: number,
  today: string,
): RawBuilder<unknown> => sql`(
  select m.person_id from member m
  where m.owner_id = ${owner} and m.kind = 'staff' and ${current('m', today)}
    and m.person_id not in (${reportedId}::uuid, ${reporterId}::uuid)
    and (m.person_id in (select w.person_id from ${watchersOf(owner, today)} w)
      or exists (select 1 from talk_person t where t.owner_id = ${owner} and t.talk_id = ${talkId}
        and t.part = 'watcher' and t.person_id = m.person_id)
      or ${holds(owner, sql.ref('m.person_id'), rolesOf(level), today)}))`;

export async function selectAnswerers(
  db: Db,
  owner: string,
  of: ReportedMessage,
  level: number,
  today: string,
): Promise<string[]> {
  const { rows } = await sql<{
    person_id: string;
  }>`select a.person_id from ${answerersOf(owner, of, level, today)} a
    order by a.person_id`.execute(db);
  return rows.map(({ person_id: id }) => id);
}

/** The first level from `from` on at which there is somebody to look, beside those who `heard` already. */
export async function levelFrom(
  db: Db,
  owner: string,
  of: ReportedMessage,
  from: number,
  { today, heard = [] }: { today: string; heard?: readonly string[] },
): Promise<number> {
  for (let level = from; level < lastLevel; level++) {
    const answerers = await selectAnswerers(db, owner, of, level, today);
    if (answerers.some((personId) => !heard.includes(personId))) return level;
  }
  return lastLevel;
}

/** What the kernel is told. Whoever is reported is kept out where reports are read (`isTheirs`). */
export async function grantsOfLevel(db: Db, owner: string, talkId: string, level: number): Promise<Grant[]> {
  const named = await db
    .selectFrom('talk_person')
    .select('person_id')
    .where('owner_id', '=', owner)
    .where('talk_id', '=', talkId)
    .where('part', '=', 'watcher')
    .execute();
  return [
    talkPrincipals.watchers(owner),
    ...named.map(({ person_id: id }) => principals.person(id)),
    ...rolesOf(level).map((each) => principals.role(owner, each)),
  ].map((principal) => ({ principal, ability: 'read' }));
}

/** When the next level hears of it where nobody looks; null where nobody comes after. */
export const nextLevelAt = (
  level: number,
  { hoursToLead, hoursToHead }: { hoursToLead: number; hoursToHead: number },
  from: Date,
): Date | null =>
  level >= lastLevel
    ? null
    : new Date(from.getTime() + (level === 0 ? hoursToLead : hoursToHead) * 3_600_000);
