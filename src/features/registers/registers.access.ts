import { type Expression, type RawBuilder, sql } from 'kysely';
import { theseRoles } from '#platform/access/audience-words.ts';
import { current } from '#platform/access/current.ts';
import type { RoleName } from '#platform/access/policy.ts';
import type { Who } from '#platform/access/who.ts';
import type { AudienceNote } from '#platform/http/content.ts';
import { t } from '#platform/i18n/i18n.ts';
import { coveringLessons } from '#features/cover/index.ts';
import { administrators, role } from '#features/people/index.ts';

/**
 * Registers are no items: nobody shares or carries them away. Who takes one follows from the class, from the
 * timetable, from being named for the day, and from a few roles.
 */

/** Those who correct any register of any day, name who stands in, and keep the school's codes. */
export const registerKeepers: readonly RoleName[] = [role.attendanceOfficer, ...administrators];
/** Those who see which registers have not been taken. */
export const registerWatchers: readonly RoleName[] = [...registerKeepers, role.seniorLeader];

const isStaff = (who: Who): boolean => who.standing.kind === 'staff';
export const keepsRegisters = (who: Who): boolean => isStaff(who) && who.hasAny(registerKeepers);
export const watchesRegisters = (who: Who): boolean => isStaff(who) && who.hasAny(registerWatchers);

type Sql = string | Expression<unknown>;

/** A lesson of the class in a period, in SQL: `lessonId` is null where the timetable has none. */
interface Taken {
  unitId: Expression<unknown>;
  lessonId: Expression<unknown>;
  slot: Expression<unknown>;
  on: Sql;
}

/**
 * Whether the register is one of this person's own: of a class they teach or support on that day, of a lesson the
 * timetable names them for, or because they stand in for whoever does.
 */
export const isMine = (who: Who, { unitId, lessonId, slot, on }: Taken): RawBuilder<boolean> =>
  isStaff(who)
    ? sql<boolean>`(exists (select 1 from membership mine where mine.owner_id = ${who.organisationId}
          and mine.unit_id = ${unitId} and mine.person_id = ${who.personId}
          and mine.part in ('teacher', 'assistant') and ${current('mine', on)})
        or exists (select 1 from timetabled_teacher named where named.owner_id = ${who.organisationId}
          and named.lesson_id = ${lessonId} and named.person_id = ${who.personId})
        or ${standsIn(who, unitId, on)} or ${covers(who, { unitId, slot, on })})`
    : sql<boolean>`false`;

/** Whether they were named to take the registers of the class on that day, as supply teachers are. */
const standsIn = (who: Who, unitId: Expression<unknown>, on: Sql): RawBuilder<boolean> =>
  sql<boolean>`exists (select 1 from register_stand_in instead where instead.owner_id = ${who.organisationId}
    and instead.unit_id = ${unitId} and instead.on_date = ${on} and instead.person_id = ${who.personId}
    and instead.ended_at is null)`;

/** Whether they take the class for a colleague in that period; whoever takes half a day takes the registers of it. */
const covers = (who: Who, { unitId, slot, on }: Omit<Taken, 'lessonId'>): RawBuilder<boolean> =>
  sql<boolean>`exists (select 1 from (${coveringLessons(who.organisationId, { from: on, until: on })}) instead
    where instead.unit_id = ${unitId} and instead.person_id = ${who.personId}
      and (instead.period_id is null or instead.period_id::text = ${slot}))`;

/** Whether the person may open the register and take it: it is theirs, or they keep all of them. */
export const mayTake = (who: Who, taken: Taken): RawBuilder<boolean> =>
  keepsRegisters(who) ? sql<boolean>`true` : isMine(who, taken);

/**
 * Whether somebody who may take it may still write in it, and whether they must say why. Those who keep registers
 * correct any; whoever takes a class writes on that day and on the next school day.
 */
export function writing(
  who: Who,
  {
    on,
    takenBefore,
    nextSchoolDay,
    today,
  }: { on: string; takenBefore: boolean; nextSchoolDay: string | null; today: string },
): 'not-yet' | 'closed' | 'with-reason' | 'open' {
  if (on > today) return 'not-yet';
  if (on === today) return 'open';
  if (!keepsRegisters(who) && nextSchoolDay !== null && nextSchoolDay < today) return 'closed';
  return takenBefore ? 'with-reason' : 'open';
}

export const registerAudience = (): AudienceNote => ({
  icon: 'group',
  words: t('Those who teach or support this class, whoever stands in, and those who keep registers'),
  why: t(
    'Those who keep registers are the attendance officer, the administrator, the data manager and the head. Pupils and families see what was marked of themselves, in their own pages, and never this one.',
  ),
});

export const watchersAudience = (): AudienceNote =>
  theseRoles(
    registerWatchers,
    t('They see to it that every class has been looked for. Nobody else can open this page.'),
  );

export const keepersAudience = (): AudienceNote =>
  theseRoles(registerKeepers, t('They keep the codes of the school. Nobody else can open this page.'));
