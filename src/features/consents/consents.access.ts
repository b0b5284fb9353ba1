import { type Expression, type RawBuilder, sql } from 'kysely';
import { current } from '#platform/access/current.ts';
import type { RoleName } from '#platform/access/policy.ts';
import type { Who } from '#platform/access/who.ts';
import type { AudienceNote } from '#platform/http/content.ts';
import { t } from '#platform/i18n/i18n.ts';
import { administrators, role } from '#features/people/index.ts';

/**
 * Consents are no items: nobody shares, comments or carries them away. As with the lists of people, who reads them
 * follows from roles, and for teachers from the classes they teach.
 */

/** Those who keep the register: they write answers down, and undo what was a slip. */
export const consentKeepers: readonly RoleName[] = administrators;
/** Those who read the whole of it. */
export const wholeReaders: readonly RoleName[] = [
  ...administrators,
  role.seniorLeader,
  role.safeguardingLead,
];

export const keeps = (who: Who): boolean => who.standing.kind === 'staff' && who.hasAny(consentKeepers);
export const readsWhole = (who: Who): boolean => who.standing.kind === 'staff' && who.hasAny(wholeReaders);

/** Whether the person teaches or assists in the unit under `alias` today. */
export const teachesUnit = (
  who: Who,
  alias: string,
  today: string | Expression<unknown>,
): RawBuilder<boolean> =>
  sql<boolean>`exists (select 1 from membership mine where mine.owner_id = ${who.organisationId}
    and mine.unit_id = ${sql.ref(`${alias}.id`)} and mine.person_id = ${who.personId}
    and mine.part in ('teacher', 'assistant') and ${current('mine', today)})`;

/** Whether the person may read of the pupils of the unit under `alias`: of all, or of those they teach. */
export const mayReadOfUnit = (
  who: Who,
  alias: string,
  today: string | Expression<unknown>,
): RawBuilder<boolean> => (readsWhole(who) ? sql<boolean>`true` : teachesUnit(who, alias, today));

/**
 * Whether the person may read of the pupil whose row of member stands under `alias`: the whole register, or a class
 * they teach that the pupil is in today.
 */
export function mayReadPupil(
  who: Who,
  alias: string,
  today: string | Expression<unknown>,
): RawBuilder<boolean> {
  if (readsWhole(who)) return sql<boolean>`true`;
  if (who.standing.kind !== 'staff') return sql<boolean>`false`;
  return sql<boolean>`exists (select 1 from membership theirs
    join unit taught on taught.owner_id = ${who.organisationId} and taught.id = theirs.unit_id
      and taught.ended_at is null
    where theirs.owner_id = ${who.organisationId} and theirs.person_id = ${sql.ref(`${alias}.person_id`)}
      and theirs.part = 'pupil' and ${current('theirs', today)} and ${teachesUnit(who, 'taught', today)})`;
}

export const consentsAudience = (): AudienceNote => ({
  icon: 'group',
  words: t('Those who keep the register, senior leaders, the safeguarding lead, and each class’s teachers'),
  why: t(
    'Teachers and assistants read of the pupils in their own classes. Whoever films a lesson must know who may be seen. Nobody else can open this, colleagues of other classes included.',
  ),
});
