import { type Expression, type RawBuilder, sql } from 'kysely';
import { current } from '#platform/access/current.ts';
import type { MemberKind } from '#platform/access/who.ts';
import { role, toldAbout } from '#features/people/index.ts';
import { holds } from './principals.ts';

/** What lets one person begin a conversation with another. */
export interface Way {
  from: MemberKind;
  to: MemberKind;
  /** Parts in a class of the child that let the one of the staff: none where no class is needed. */
  parts: readonly string[];
  /** Roles that let the one of the staff, whomever they teach. */
  roles: readonly string[];
}

/**
 * Who may begin a conversation with whom; a pair that does not stand here may not, whatever their role. Pupils and
 * pupils meet in a class's space, which is watched, and nowhere else. Assistants write to pupils, and do not write home.
 */
const ways: readonly Way[] = [
  {
    from: 'staff',
    to: 'pupil',
    parts: ['teacher', 'assistant'],
    roles: [role.head, role.seniorLeader, role.safeguardingLead],
  },
  { from: 'pupil', to: 'staff', parts: ['teacher', 'assistant'], roles: [role.safeguardingLead] },
  {
    from: 'staff',
    to: 'family',
    parts: ['teacher'],
    roles: [role.head, role.seniorLeader, role.safeguardingLead, role.administrator, role.attendanceOfficer],
  },
  {
    from: 'family',
    to: 'staff',
    parts: ['teacher'],
    roles: [role.head, role.safeguardingLead, role.administrator, role.attendanceOfficer],
  },
  { from: 'staff', to: 'staff', parts: [], roles: [] },
];

type Id = Expression<unknown>;
type Day = string | Expression<unknown>;

export const wayBetween = (from: MemberKind, to: MemberKind): Way | undefined =>
  ways.find((way) => way.from === from && way.to === to);

/** Whether somebody is a member of that kind on a day. */
export const isHere = (owner: string, person: Id, kind: MemberKind, today: Day): RawBuilder<boolean> =>
  sql<boolean>`exists (select 1 from member here where here.owner_id = ${owner} and here.person_id = ${person}
    and here.kind = ${kind} and ${current('here', today)})`;

/** Whether one of the staff has to do with a pupil in this way: in a class that both are in, or by a role. */
export const hasToDoWith = (
  owner: string,
  { parts, roles }: Pick<Way, 'parts' | 'roles'>,
  { staff, pupil }: { staff: Id; pupil: Id },
  today: Day,
): RawBuilder<boolean> =>
  sql<boolean>`(${isHere(owner, staff, 'staff', today)} and ${isHere(owner, pupil, 'pupil', today)}
    and (${holds(owner, staff, roles, today)} or exists (
      select 1 from membership teaching
      join membership learning on learning.owner_id = ${owner} and learning.unit_id = teaching.unit_id
        and learning.part = 'pupil' and learning.person_id = ${pupil} and ${current('learning', today)}
      join unit class on class.owner_id = ${owner} and class.id = teaching.unit_id and class.ended_at is null
      where teaching.owner_id = ${owner} and teaching.person_id = ${staff}
        and teaching.part = any(${parts}::text[]) and ${current('teaching', today)})))`;

/** Whether a carer may be told of messages about a child. */
export const isCarer = (
  owner: string,
  { adult, pupil }: { adult: Id; pupil: Id },
  today: Day,
): RawBuilder<boolean> =>
  sql<boolean>`exists (select 1 from ${toldAbout(owner, 'messages', today)} told
    where told.adult_id = ${adult} and told.pupil_id = ${pupil})`;

/** Both ways between staff and somebody else together: what was begun may be answered for as long as either holds. */
const eitherWay = (other: 'pupil' | 'family'): Pick<Way, 'parts' | 'roles'> => ({
  parts: [
    ...new Set([wayBetween('staff', other)!, wayBetween(other, 'staff')!].flatMap(({ parts }) => parts)),
  ],
  roles: [
    ...new Set([wayBetween('staff', other)!, wayBetween(other, 'staff')!].flatMap(({ roles }) => roles)),
  ],
});

/**
 * Whether what let the conversation `c` be begun still holds, so that something may be written in it: for one with a
 * pupil or a carer. Those among staff and in a class stand by their audience.
 */
export const stillStands = (owner: string, today: Day): RawBuilder<boolean> => {
  const person = (alias: string, part: string) => sql`${sql.ref(alias)}.owner_id = ${owner}
    and ${sql.ref(alias)}.talk_id = c.id and ${sql.ref(alias)}.part = ${part}`;
  const staff = sql.ref('s.person_id');
  const pupil = sql.ref('c.pupil_id');
  return sql<boolean>`(case c.sort
    when 'pupil' then exists (select 1 from talk_person s where ${person('s', 'staff')}
      and ${hasToDoWith(owner, eitherWay('pupil'), { staff, pupil }, today)})
    when 'family' then exists (select 1 from talk_person s where ${person('s', 'staff')}
        and ${hasToDoWith(owner, eitherWay('family'), { staff, pupil }, today)})
      and exists (select 1 from talk_person a where ${person('a', 'carer')}
        and ${isCarer(owner, { adult: sql.ref('a.person_id'), pupil }, today)})
    else true end)`;
};
