import { type Expression, type RawBuilder, sql } from 'kysely';
import { theseRoles } from '#platform/access/audience-words.ts';
import { current } from '#platform/access/current.ts';
import type { RoleName } from '#platform/access/policy.ts';
import type { Who } from '#platform/access/who.ts';
import type { AudienceNote } from '#platform/http/content.ts';
import { t } from '#platform/i18n/i18n.ts';
import { administrators, isToldAbout, role } from '#features/people/index.ts';

/**
 * Who was here is no item: nobody shares it or carries it away. Who reads it follows from roles, from the classes
 * people teach, and for pupils and families from whom it is about. Every list and every change asks here.
 */

type Day = string | Expression<unknown>;
/** A pupil's id: a column of the statement, or a place in it. */
type PupilId = RawBuilder<unknown> | Expression<unknown>;

/** The office: they look at the list of the morning, write down what families say and settle it. */
export const office: readonly RoleName[] = [...administrators, role.attendanceOfficer];
/** Those who read of every pupil. */
export const wholeReaders: readonly RoleName[] = [...office, role.seniorLeader, role.safeguardingLead];
/** Those who see who might need a hand, and write down what was done; form teachers do for theirs. */
const handReaders: readonly RoleName[] = [
  role.attendanceOfficer,
  role.head,
  role.seniorLeader,
  role.safeguardingLead,
];
/** Who decides about a leave that a family asks for. */
export const leaveDeciders: readonly RoleName[] = [role.head];

const isStaff = (who: Who): boolean => who.standing.kind === 'staff';

export const isOffice = (who: Who): boolean => isStaff(who) && who.hasAny(office);
export const readsWhole = (who: Who): boolean => isStaff(who) && who.hasAny(wholeReaders);
const readsHands = (who: Who): boolean => isStaff(who) && who.hasAny(handReaders);
export const decidesLeave = (who: Who): boolean => isStaff(who) && who.hasAny(leaveDeciders);

/** Whether the person teaches or assists in a unit that the pupil is in, both today. */
const teachesPupil = ({ organisationId: owner, personId }: Who, pupil: PupilId, today: Day) =>
  sql<boolean>`exists (select 1 from membership theirs
    join unit taught on taught.owner_id = ${owner} and taught.id = theirs.unit_id and taught.ended_at is null
    join membership mine on mine.owner_id = ${owner} and mine.unit_id = taught.id and mine.person_id = ${personId}
      and mine.part in ('teacher', 'assistant') and ${current('mine', today)}
    where theirs.owner_id = ${owner} and theirs.person_id = ${pupil} and theirs.part = 'pupil'
      and ${current('theirs', today)})`;

/** Whether the person teaches or assists in the unit under `alias` today. */
export const teachesUnit = (who: Who, alias: string, today: Day): RawBuilder<boolean> =>
  sql<boolean>`exists (select 1 from membership mine where mine.owner_id = ${who.organisationId}
    and mine.unit_id = ${sql.ref(`${alias}.id`)} and mine.person_id = ${who.personId}
    and mine.part in ('teacher', 'assistant') and ${current('mine', today)})`;

/** Whether the person reads of this pupil as one of the staff: of all, or of those they teach. */
export const readsPupil = (who: Who, pupil: PupilId, today: Day): RawBuilder<boolean> => {
  if (!isStaff(who)) return sql<boolean>`false`;
  return readsWhole(who) ? sql<boolean>`true` : teachesPupil(who, pupil, today);
};

/**
 * Whether the person sees that this pupil might need a hand, and what was done about it: those who look after the whole
 * school, and for their own the teachers of the pupil's form; where there is no form, of the class.
 */
export const readsHandOf = (who: Who, pupil: PupilId, today: Day): RawBuilder<boolean> => {
  if (!isStaff(who)) return sql<boolean>`false`;
  if (readsHands(who)) return sql<boolean>`true`;
  const owner = who.organisationId;
  return sql<boolean>`exists (select 1 from membership theirs
    join unit f on f.owner_id = ${owner} and f.id = theirs.unit_id and f.ended_at is null
    join membership mine on mine.owner_id = ${owner} and mine.unit_id = f.id and mine.person_id = ${who.personId}
      and mine.part = 'teacher' and ${current('mine', today)}
    where theirs.owner_id = ${owner} and theirs.person_id = ${pupil} and theirs.part = 'pupil'
      and ${current('theirs', today)} and (f.kind = 'form' or (f.kind = 'class' and not exists (
        select 1 from membership other join unit o on o.owner_id = ${owner} and o.id = other.unit_id
          and o.kind = 'form' and o.ended_at is null
        where other.owner_id = ${owner} and other.person_id = ${pupil} and other.part = 'pupil'
          and ${current('other', today)}))))`;
};

/** Whether the person is told of attendance about this child; a grown-up who may not be told comes to nothing. */
export const isOwnChild = (who: Who, pupil: RawBuilder<unknown>, today: Day): RawBuilder<boolean> =>
  isToldAbout(who, pupil, 'attendance', today);

const wholeWords = (): string => t('The school’s office, the head, senior leaders and the safeguarding lead');

export const officeAudience = (): AudienceNote => ({
  icon: 'group',
  words: wholeWords(),
  why: t(
    'They look after everybody’s attendance. Teachers read of the pupils they teach, on those pupils’ pages.',
  ),
});

export const settlersAudience = (): AudienceNote =>
  theseRoles(
    office,
    t('They write down what families say and settle how it counts. Nobody else can open this page.'),
  );

export const teachersAudience = (): AudienceNote => ({
  icon: 'group',
  words: t('{whole}, and those who teach the pupil', { whole: wholeWords() }),
  why: t(
    'Pupil and family have a page of their own. Colleagues who do not teach the pupil cannot open this, nor can other families.',
  ),
});

export const handAudience = (): AudienceNote => ({
  icon: 'group',
  words: t(
    'The attendance officer, the head, senior leaders, the safeguarding lead, and form teachers for theirs',
  ),
  why: t('What is written here is for helping. Pupils, families and other colleagues do not see it.'),
});

export const familyAudience = (): AudienceNote => ({
  icon: 'group',
  words: t('You, the grown-ups at home who are told of attendance, and the school'),
  why: t(
    'What you write yourself is read by you and by staff who look after your child, not by others at home.',
  ),
});

export const pupilAudience = (): AudienceNote => ({
  icon: 'group',
  words: t('You, the grown-ups at home who are told of attendance, and staff who teach you'),
  why: t('No other pupil and no other family can open this.'),
});
