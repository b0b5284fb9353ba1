import { sql } from 'kysely';
import { composed, type Given, list } from '#platform/access/composed.ts';
import { current } from '#platform/access/current.ts';
import type { Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import { isId } from '#platform/db/ids.ts';
import { Refused } from '#platform/errors.ts';
import { t } from '#platform/i18n/i18n.ts';
import { catalogue } from '#features/evidence/index.ts';
import { type Audience, nobody } from './audience.ts';
import { type MayPost, mayAddress, mayPost } from './who-may-post.ts';

/** A class, form, department or team that a notice can be for. */
export interface UnitChoice {
  id: string;
  kind: string;
  name: string;
  /** The person who writes teaches it today. */
  taught: boolean;
}

export interface Choices {
  may: MayPost;
  units: readonly UnitChoice[];
  /** Year groups as the list of pupils names them. */
  years: readonly string[];
  /** Roles that somebody of the staff holds today. */
  roles: readonly string[];
}

const ask = composed((who, { today }: Given<{ today: string }>) => ({
  units: list<UnitChoice>(
    sql`select u.id, u.kind, u.name, exists (select 1 from membership mine where mine.owner_id = ${who.organisationId}
        and mine.unit_id = u.id and mine.person_id = ${who.personId} and mine.part = 'teacher'
        and ${current('mine', today)}) as taught
      from unit u where u.owner_id = ${who.organisationId} and u.ended_at is null
      order by u.sort_name, u.id limit 1000`,
  ),
  years: list<{ label: string }>(
    sql`select distinct m.year_label as label from member m where m.owner_id = ${who.organisationId}
        and m.kind = 'pupil' and m.year_label is not null and ${current('m', today)}
      order by m.year_label limit 60`,
  ),
  roles: list<{ role: string }>(
    sql`select distinct a.role from appointment a
      join member m on m.owner_id = ${who.organisationId} and m.person_id = a.person_id and m.kind = 'staff'
        and ${current('m', today)}
      where a.owner_id = ${who.organisationId} and ${current('a', today)} order by a.role limit 60`,
  ),
}));

/** For whom this person may put something up. */
export async function selectChoices(db: Db, who: Who, today: string): Promise<Choices> {
  const { units, years, roles } = await ask(db, who, { today });
  return {
    may: mayPost(
      who,
      units.filter(({ taught }) => taught).map(({ id }) => id),
    ),
    units,
    years: years.map(({ label }) => label).toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true })),
    roles: roles.map(({ role }) => role).filter(isOfStaff),
  };
}

/** Roles that families and guests hold would reach them: those are not among the staff's. */
const isOfStaff = (role: string): boolean =>
  catalogue().roles.some(({ id, group }) => id === role && (group === 'staff' || group === 'leader'));

/** Throws `Refused` where an audience names what is not there, or people whom this person may not write to. */
export function mustBeOpenTo(
  { may, units, years }: Choices,
  audience: Audience,
  before: Audience = nobody,
): void {
  const here = new Set([...units.map(({ id }) => id), ...before.units.map(({ unitId }) => unitId)]);
  if (!audience.units.every(({ unitId }) => isId(unitId) && here.has(unitId)))
    throw new Refused({ classes: t('One of these classes or departments is not in the list any more.') });
  if (!audience.roles.every((role) => isOfStaff(role) || before.roles.includes(role)))
    throw new Refused({ roles: t('This is not a role of the staff.') });
  const known = new Set([...years, ...before.years.map(({ label }) => label)]);
  if (!audience.years.every(({ label }) => known.has(label)))
    throw new Refused({ years: t('One of these years has no pupils in the list.') });
  if (!mayAddress(may, audience, before))
    throw new Refused({
      to: t(
        'Pupils and families of a class hear from those who teach it; whole years and everybody from the head, senior leaders and the office.',
      ),
    });
}
