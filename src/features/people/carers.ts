import { type Expression, type RawBuilder, sql } from 'kysely';
import { current } from '#platform/access/current.ts';
import type { Who } from '#platform/access/who.ts';

/** What a grown-up of a family can be told about, of one child. Each link of a family says which of them it is told. */
const matters = ['attendance', 'behaviour', 'learning', 'messages', 'notices'] as const;
export type Matter = (typeof matters)[number];

type Day = string | Expression<unknown>;

/**
 * Whether the link `f` between a grown-up and a child stands on that day: not ended, and the grown-up has not left. A
 * family whose time at the school is over is told nothing more, whatever links nobody thought of ending. Staff who stop
 * working here stay the parents they are.
 */
export const linkStands = (owner: string, today: Day): RawBuilder<boolean> => sql<boolean>`(f.ended_at is null
  and not exists (select 1 from member a where a.owner_id = ${owner} and a.person_id = f.adult_id
    and a.kind = 'family' and not ${current('a', today)}))`;

/**
 * Whom a school tells what about which child, as a select of adult_id and pupil_id in brackets: links that stand, of
 * children who are here on that day, to those who may be told of the matter. Nothing about a child reaches a family by
 * another way.
 */
export const toldAbout = (owner: string, matter: Matter, today: Day): RawBuilder<unknown> => sql`(
  select f.adult_id, f.pupil_id from family_relation f
  join member c on c.owner_id = ${owner} and c.person_id = f.pupil_id and c.kind = 'pupil' and ${current('c', today)}
  where f.owner_id = ${owner} and ${linkStands(owner, today)} and ${matter} = any(f.told))`;

/** Whether the one who is signed in may be told of the matter about the child whose id stands in `pupil`. */
export const isToldAbout = (
  who: Who,
  pupil: RawBuilder<unknown> | string,
  matter: Matter,
  today: Day,
): RawBuilder<boolean> =>
  sql<boolean>`exists (select 1 from ${toldAbout(who.organisationId, matter, today)} told
    where told.adult_id = ${who.personId} and told.pupil_id = ${pupil})`;
