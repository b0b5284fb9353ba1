import { type Expression, type RawBuilder, sql } from 'kysely';
import { theseRoles } from '#platform/access/audience-words.ts';
import { current } from '#platform/access/current.ts';
import type { RoleName } from '#platform/access/policy.ts';
import type { Who } from '#platform/access/who.ts';
import type { AudienceNote } from '#platform/http/content.ts';
import { t } from '#platform/i18n/i18n.ts';
import { administrators, role } from '#features/people/index.ts';

/**
 * Whom to call about a child is no item: nobody shares it or carries it away. Who reads it follows from roles and from
 * the classes people teach; grown-ups of a family reach their own numbers alone. Every list and every change asks here.
 */

/** Those who write contacts down, and say what each carer is told. */
export const contactKeepers: readonly RoleName[] = administrators;
/** Those who read the words of a restriction: who may say what it means to somebody at the door. */
const wordsReaders: readonly RoleName[] = [...administrators, role.safeguardingLead];
/** Those who read the contacts of every pupil. */
const wholeReaders: readonly RoleName[] = [...wordsReaders, role.attendanceOfficer];

const isStaff = (who: Who): boolean => who.standing.kind === 'staff';

export const keepsContacts = (who: Who): boolean => isStaff(who) && who.hasAny(contactKeepers);
export const readsRestrictions = (who: Who): boolean => isStaff(who) && who.hasAny(wordsReaders);
export const readsAllContacts = (who: Who): boolean => isStaff(who) && who.hasAny(wholeReaders);

type Day = string | Expression<unknown>;

/** Whether the person reads the contacts of the pupils of the unit under `alias`: of all, or where they teach or assist today. */
export function readsUnitContacts(who: Who, alias: string, today: Day): RawBuilder<boolean> {
  if (readsAllContacts(who)) return sql<boolean>`true`;
  if (!isStaff(who)) return sql<boolean>`false`;
  return sql<boolean>`exists (select 1 from membership mine where mine.owner_id = ${who.organisationId}
    and mine.unit_id = ${sql.ref(`${alias}.id`)} and mine.person_id = ${who.personId}
    and mine.part in ('teacher', 'assistant') and ${current('mine', today)})`;
}

/** Whether the person reads the contacts of the pupil whose row of member stands under `alias`. */
export function readsPupilContacts(who: Who, alias: string, today: Day): RawBuilder<boolean> {
  if (readsAllContacts(who)) return sql<boolean>`true`;
  if (!isStaff(who)) return sql<boolean>`false`;
  return sql<boolean>`exists (select 1 from membership theirs
    join unit taught on taught.owner_id = ${who.organisationId} and taught.id = theirs.unit_id
      and taught.ended_at is null
    where theirs.owner_id = ${who.organisationId} and theirs.person_id = ${sql.ref(`${alias}.person_id`)}
      and theirs.part = 'pupil' and ${current('theirs', today)} and ${readsUnitContacts(who, 'taught', today)})`;
}

export const contactsAudience = (): AudienceNote => ({
  icon: 'group',
  words: t('The office, the head, the attendance officer, the safeguarding lead, and the child’s teachers'),
  why: t(
    'Teachers and assistants read whom to call about the pupils in their own classes. What a court or the school has said about somebody is read by the office, the head and the safeguarding lead alone. Families never see this page.',
  ),
});

export const keepersAudience = (): AudienceNote =>
  theseRoles(
    contactKeepers,
    t('Those who look after people. The safeguarding lead reads what is written here; families never do.'),
  );
