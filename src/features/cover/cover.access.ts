import { type RawBuilder, sql } from 'kysely';
import { theseRoles } from '#platform/access/audience-words.ts';
import type { RoleName } from '#platform/access/policy.ts';
import type { Who } from '#platform/access/who.ts';
import type { AudienceNote } from '#platform/http/content.ts';
import { t } from '#platform/i18n/i18n.ts';
import { administrators, role } from '#features/people/index.ts';

/**
 * Absences and cover are no items: nobody shares or carries them away. That somebody is away, and who takes which class,
 * all staff read; why, the person and those who keep cover alone.
 */
export const coverKeepers: readonly RoleName[] = [role.coverManager, ...administrators];

export const keepsCover = (who: Who): boolean => who.standing.kind === 'staff' && who.hasAny(coverKeepers);

/** Whether the person reads everything of the absence under `alias`: why, what was written, what is asked of others. */
export const readsAbsence = (who: Who, alias: string): RawBuilder<boolean> =>
  keepsCover(who)
    ? sql<boolean>`true`
    : sql<boolean>`(${sql.ref(`${alias}.person_id`)} = ${who.personId} and ${who.standing.kind === 'staff' ? sql`true` : sql`false`})`;

/** Whether the person reads why somebody is away: those who read all of it, and everybody where the person wished so. */
export const readsWhy = (who: Who, alias: string): RawBuilder<boolean> =>
  sql<boolean>`(${readsAbsence(who, alias)} or (${sql.ref(`${alias}.shown`)} and ${sql.ref(`${alias}.kind`)} in ('training', 'visit')))`;

export const keepersAudience = (
  why = t('They arrange who takes which class. Nobody else can open this page.'),
): AudienceNote => theseRoles(coverKeepers, why);

/** For the pages of one absence. */
export const absenceAudience = (who: Who, personId: string, name: string): AudienceNote => ({
  icon: 'group',
  words:
    personId === who.personId
      ? t('You and those who keep cover')
      : t('{name} and those who keep cover', { name }),
  why: t(
    'Those who keep cover are the cover manager, the administrator, the data manager and the head. All other colleagues see that somebody is away and who takes the classes; not why, unless the person lets them see a training or a trip.',
  ),
});
