import { type Expression, type RawBuilder, sql } from 'kysely';
import { theseRoles } from '#platform/access/audience-words.ts';
import { current } from '#platform/access/current.ts';
import type { RoleName } from '#platform/access/policy.ts';
import type { Who } from '#platform/access/who.ts';
import type { AudienceNote } from '#platform/http/content.ts';
import { t } from '#platform/i18n/i18n.ts';
import { administrators, isToldAbout, role } from '#features/people/index.ts';

/**
 * What is noted of pupils is no item: nobody shares it or carries it away. Who reads it follows from roles, from the
 * classes people teach, and for pupils and families from whom it is about. Every list and every change asks here.
 */

type Day = string | Expression<unknown>;
/** A pupil's id: a column of the statement, or a place in it. */
type PupilId = RawBuilder<unknown> | Expression<unknown>;

/** Those who settle what is noted and what is given for it. */
export const behaviourKeepers: readonly RoleName[] = [...administrators, role.seniorLeader];
/** Those who read of every pupil. */
const wholeReaders: readonly RoleName[] = [role.head, role.seniorLeader, role.safeguardingLead];

const isStaff = (who: Who): boolean => who.standing.kind === 'staff';

export const keepsBehaviour = (who: Who): boolean => isStaff(who) && who.hasAny(behaviourKeepers);
export const readsWhole = (who: Who): boolean => isStaff(who) && who.hasAny(wholeReaders);

/** Whether the person teaches or assists in a unit that the pupil is in, both today. */
const teachesPupil = (
  { organisationId: owner, personId }: Pick<Who, 'organisationId' | 'personId'>,
  pupil: PupilId,
  today: Day,
): RawBuilder<boolean> =>
  sql<boolean>`exists (select 1 from membership theirs
    join unit taught on taught.owner_id = ${owner} and taught.id = theirs.unit_id and taught.ended_at is null
    join membership mine on mine.owner_id = ${owner} and mine.unit_id = taught.id and mine.person_id = ${personId}
      and mine.part in ('teacher', 'assistant') and ${current('mine', today)}
    where theirs.owner_id = ${owner} and theirs.person_id = ${pupil} and theirs.part = 'pupil'
      and ${current('theirs', today)})`;

/** Whether the person reads all that is noted of the pupil, as one of the staff. */
export const readsPupil = (who: Who, pupil: PupilId, today: Day): RawBuilder<boolean> => {
  if (!isStaff(who)) return sql<boolean>`false`;
  return readsWhole(who) ? sql<boolean>`true` : teachesPupil(who, pupil, today);
};

/** Whether the person reads the event under `alias` as one of the staff: of their pupils, and what they wrote themselves. */
export const readsEvent = (who: Who, alias: string, today: Day): RawBuilder<boolean> =>
  isStaff(who)
    ? sql<boolean>`(${sql.ref(`${alias}.written_by`)} = ${who.personId}
        or ${readsPupil(who, sql.ref(`${alias}.pupil_id`), today)})`
    : sql<boolean>`false`;

/** Whether the person may change the event under `alias`: its writer, and those who read of every pupil. */
export const changesEvent = (who: Who, alias: string): RawBuilder<boolean> => {
  if (!isStaff(who)) return sql<boolean>`false`;
  return readsWhole(who)
    ? sql<boolean>`true`
    : sql<boolean>`(${sql.ref(`${alias}.written_by`)} = ${who.personId})`;
};

/** Whether the follow-up under `alias` is read as one of the staff: of one's pupils, and where one is with them. */
export const readsFollowUp = (who: Who, alias: string, today: Day): RawBuilder<boolean> =>
  isStaff(who)
    ? sql<boolean>`(${sql.ref(`${alias}.supervisor_id`)} = ${who.personId}
        or ${readsPupil(who, sql.ref(`${alias}.pupil_id`), today)})`
    : sql<boolean>`false`;

/**
 * Whether the person is the pupil, or a grown-up who is told of behaviour about that child. They read what is shown to
 * pupil and family, and nothing else.
 */
export const isTheirs = (who: Who, pupil: RawBuilder<unknown>, today: Day): RawBuilder<boolean> => {
  const told = isToldAbout(who, pupil, 'behaviour', today);
  return who.standing.kind === 'pupil' ? sql<boolean>`(${pupil} = ${who.personId} or ${told})` : told;
};

/** Whether the reply under `alias` is read by whoever reads its event as one of the family: one's own alone. */
export const ownReply = (who: Who, alias: string): RawBuilder<boolean> =>
  sql<boolean>`(${sql.ref(`${alias}.written_by`)} = ${who.personId})`;

export const staffOfPupil = (): AudienceNote => ({
  icon: 'group',
  words: t('Those who teach the pupil, the head, senior leaders and the safeguarding lead'),
  why: t(
    'Whoever wrote something reads that too. Pupil and family have a page of their own with what is shown to them. Colleagues who do not teach the pupil cannot open this.',
  ),
});

/** For what follows: whoever is with the pupil reads it as well. */
export const staffAndSupervisor = (): AudienceNote => ({
  ...staffOfPupil(),
  words: t(
    'Those who teach the pupil, whoever is with them, the head, senior leaders and the safeguarding lead',
  ),
});

export const pupilAndFamily = (): AudienceNote => ({
  icon: 'group',
  words: t('The pupil, the grown-ups at home who are told of behaviour, and staff who teach the pupil'),
  why: t(
    'No other family reads it. What you say about something is read by the staff who read about it, and by nobody else at home.',
  ),
});

export const keepersSee = (): AudienceNote =>
  theseRoles(behaviourKeepers, t('What is settled here shows in what all staff note. It names no pupil.'));
