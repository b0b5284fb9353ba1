import { type Expression, type RawBuilder, sql } from 'kysely';
import { current } from '#platform/access/current.ts';
import { addPrincipals } from '#platform/access/further-principals.ts';
import type { Who } from '#platform/access/who.ts';
import { role, toldAbout } from '#features/people/index.ts';

type Day = string | Expression<unknown>;

export const talkPrincipals = {
  /** A grown-up of a family for as long as they may be told of messages about that child. */
  carer: (pupilId: string, adultId: string): string => `carer:${pupilId}:${adultId}`,
  /** Those who watch wherever pupils of the school take part. */
  watchers: (organisationId: string): string => `message-watcher:${organisationId}`,
} as const;

/**
 * Who watches where pupils take part, as a select of person_id in brackets: those whom the school named, and always the
 * safeguarding lead; where there is none, the head. So there is never nobody.
 */
export const watchersOf = (owner: string, today: Day): RawBuilder<unknown> => sql`(
  select m.person_id from member m
  where m.owner_id = ${owner} and m.kind = 'staff' and ${current('m', today)}
    and (exists (select 1 from message_settings s where s.owner_id = ${owner} and m.person_id = any(s.watchers))
      or ${holds(owner, sql.ref('m.person_id'), [role.safeguardingLead], today)}
      or (${holds(owner, sql.ref('m.person_id'), [role.head], today)} and not exists (
        select 1 from member lead where lead.owner_id = ${owner} and lead.kind = 'staff' and ${current('lead', today)}
          and ${holds(owner, sql.ref('lead.person_id'), [role.safeguardingLead], today)}))))`;

/** Whether somebody holds one of these roles on a day. */
export const holds = (
  owner: string,
  person: Expression<unknown>,
  roles: readonly string[],
  today: Day,
): RawBuilder<boolean> =>
  sql<boolean>`exists (select 1 from appointment post where post.owner_id = ${owner} and post.person_id = ${person}
    and post.role = any(${roles}::text[]) and ${current('post', today)})`;

// What is written to a carer follows the link to the child, not the carer: where it ends, or the school says that they
// are told of messages no more, nothing stands open from that moment.
addPrincipals(
  (owner, me, today) => sql`
    select 'carer:' || told.pupil_id || ':' || told.adult_id from ${toldAbout(owner, 'messages', today)} told
      where told.adult_id = ${me}
    union
    select 'message-watcher:' || ${owner}::text from ${watchersOf(owner, today)} w where w.person_id = ${me}`,
);

/** Whether the person watches wherever pupils take part. */
export const watchesAll = (who: Who): boolean =>
  who.standing.principals.includes(talkPrincipals.watchers(who.organisationId));
