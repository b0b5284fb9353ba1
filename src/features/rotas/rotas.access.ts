import { type RawBuilder, sql } from 'kysely';
import { theseRoles } from '#platform/access/audience-words.ts';
import type { RoleName } from '#platform/access/policy.ts';
import type { Who } from '#platform/access/who.ts';
import type { AudienceNote } from '#platform/http/content.ts';
import { t } from '#platform/i18n/i18n.ts';
import { administrators, role } from '#features/people/index.ts';

/**
 * Rotas are no items: all staff see who is on duty when, as on the wall of the staff room. Those who run the school make
 * them. What is written with a swap is read by those whom it concerns.
 */
export const rotaMakers: readonly RoleName[] = [...administrators, role.seniorLeader, role.coverManager];

export const makesRotas = (who: Who): boolean => who.standing.kind === 'staff' && who.hasAny(rotaMakers);

/** Whether the person reads the swap under `alias`: who asked, who is asked, who takes it, and those who make rotas. */
export const readsSwap = (who: Who, alias: string): RawBuilder<boolean> => {
  const column = (name: string) => sql.ref(`${alias}.${name}`);
  if (who.standing.kind !== 'staff') return sql<boolean>`false`;
  if (makesRotas(who)) return sql<boolean>`true`;
  return sql<boolean>`(${column('asked_id')} is null or ${who.personId} in (${column('asked_by')},
    ${column('asked_id')}, ${column('taken_by')}))`;
};

export const makersAudience = (
  why = t('They make the rotas. Who is on duty when, all staff see.'),
): AudienceNote => theseRoles(rotaMakers, why);
