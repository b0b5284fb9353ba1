import { type Selectable, sql } from 'kysely';
import { notOver } from '#platform/access/current.ts';
import { today } from '#platform/calendar/dates.ts';
import type { Tables } from '#platform/db/schema.generated.ts';
import type { Services } from '#platform/http/context.ts';
import { settleMatter } from '#platform/notices/settle-matter.ts';
import type { Notice } from '#platform/notices/notices.ts';
import { groupHref } from '#features/programmes/index.ts';

/** What waits because of who is in a group; other notices of the same group are others' to tell. */
const settledKinds = [
  'group.invited',
  'group.lead',
  'group.asks',
  'group.answered',
  'group.nobody-leads',
  'group.guest',
] as const;

type Waiting = Omit<Notice, 'fromOwner' | 'itemId'> & { kind: (typeof settledKinds)[number] };

/** A group with all that decides what waits for whom. */
export interface GroupMatters {
  ownerId: string;
  id: string;
  slug: string;
  title: string;
  closed: boolean;
  /** Those in it who belong to the school now. */
  people: { personId: string; name: string; kind: string; parts: string[] }[];
  invitations: Selectable<Tables['group_invitation']>[];
  guests: { id: string; personId: string }[];
  /** Everybody who may ever have had a notice of these kinds. */
  everybody: string[];
}

/** Who keeps the plan or facilitates: those who answer. */
export const answerers = ({ people }: Pick<GroupMatters, 'people'>): string[] =>
  people
    .filter(({ parts }) => parts.includes('leader') || parts.includes('facilitator'))
    .map(({ personId }) => personId);

/** Those who could keep the plan when nobody does; nobody when it is kept. */
export const couldKeep = ({ people, closed }: Pick<GroupMatters, 'people' | 'closed'>): string[] =>
  closed || people.some(({ parts }) => parts.includes('leader'))
    ? []
    : people
        .filter(
          ({ kind, parts }) =>
            kind === 'staff' && (parts.includes('participant') || parts.includes('facilitator')),
        )
        .map(({ personId }) => personId);

/** For how long an answer stands in somebody's list, in milliseconds: a fortnight. */
const answerStands = 14 * 24 * 3_600_000;

/** What waits for whom, worked out from the rows of the group as they stand. */
function waitingFor(group: GroupMatters, now: Date): Waiting[] {
  if (group.closed) return [];
  const each = (personIds: readonly string[], notice: Omit<Waiting, 'personId' | 'dueAt'>): Waiting[] =>
    personIds.map((personId) => ({ ...notice, personId, dueAt: null }));
  const people = groupHref(group, 'people');
  return [
    ...group.invitations.flatMap(
      ({ person_id: personId, part, way, answer, answered_at: answeredAt }): Waiting[] => {
        if (answer === null && way === 'invited') {
          const kind = part === 'leader' ? 'group.lead' : 'group.invited';
          return each([personId], { kind, subjectKey: group.id, href: groupHref(group, 'answer') });
        }
        if (answer === null)
          return each(answerers(group), {
            kind: 'group.asks',
            subjectKey: personId,
            href: `${people}#asking`,
          });
        const fresh = answeredAt !== null && now.getTime() - answeredAt.getTime() < answerStands;
        return way === 'asked' && answer !== 'withdrawn' && fresh
          ? each([personId], {
              kind: 'group.answered',
              subjectKey: group.id,
              href: answer === 'yes' ? groupHref(group) : groupHref(group, 'ask'),
            })
          : [];
      },
    ),
    ...each(couldKeep(group), { kind: 'group.nobody-leads', subjectKey: group.id, href: people }),
    ...group.guests.flatMap(({ id, personId }) =>
      each([personId], { kind: 'group.guest', subjectKey: id, href: groupHref(group, 'my-stage') }),
    ),
  ];
}

/** Brings everybody's list in line with the group as it stands. Answers the group; undefined where it is none. */
export async function settleWaiting(
  services: Pick<Services, 'db' | 'now'>,
  ownerId: string,
  programmeId: string,
): Promise<GroupMatters | undefined> {
  const now = services.now();
  const group = await selectMatters(services, ownerId, programmeId);
  if (!group) return undefined;
  await settleMatter(
    services.db,
    { fromOwner: ownerId, itemId: group.id, personIds: group.everybody, kinds: settledKinds },
    waitingFor(group, now),
    now,
  );
  return group;
}

async function selectMatters(
  { db, now }: Pick<Services, 'db' | 'now'>,
  owner: string,
  programmeId: string,
): Promise<GroupMatters | undefined> {
  const programme = await db
    .selectFrom('programme as p')
    .innerJoin('organisation as o', 'o.id', 'p.owner_id')
    .select(['p.id', 'p.slug', 'p.title', 'p.closed_at', 'o.time_zone as zone'])
    .where('p.owner_id', '=', owner)
    .where('p.id', '=', programmeId)
    .where('p.sort', '=', 'group')
    .executeTakeFirst();
  if (!programme) return undefined;
  const on = today(now(), programme.zone);
  const invitations = await db
    .selectFrom('group_invitation')
    .selectAll()
    .where('owner_id', '=', owner)
    .where('programme_id', '=', programmeId)
    .execute();
  const { rows } = await sql<Pick<GroupMatters, 'people' | 'guests' | 'everybody'>>`select
    coalesce((select json_agg(json_build_object('personId', c.person_id, 'name', c.name, 'kind', c.kind,
        'parts', c.parts))
      from (select c.person_id, n.name, m.kind, array_agg(c.part) as parts from circle_member c
        join person n on n.id = c.person_id
        join member m on m.owner_id = c.owner_id and m.person_id = c.person_id
        where c.owner_id = ${owner} and m.owner_id = ${owner} and c.circle_id = ${programmeId} and c.ends_at is null
          and ${notOver('m', on)} group by c.person_id, n.name, m.kind) c), '[]'::json) as people,
    coalesce((select json_agg(json_build_object('id', g.id, 'personId', g.person_id)) from stage_guest g
      where g.owner_id = ${owner} and g.programme_id = ${programmeId} and g.ended_at is null
        and g.until_on >= ${on}), '[]'::json) as guests,
    array(select c.person_id::text from circle_member c where c.owner_id = ${owner} and c.circle_id = ${programmeId}
      union select v.person_id::text from group_invitation v where v.owner_id = ${owner}
        and v.programme_id = ${programmeId}
      union select g.person_id::text from stage_guest g where g.owner_id = ${owner}
        and g.programme_id = ${programmeId}) as everybody`.execute(db);
  const { id, slug, title, closed_at: closedAt } = programme;
  return { ownerId: owner, id, slug, title, closed: closedAt !== null, invitations, ...rows[0]! };
}
