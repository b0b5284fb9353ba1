import { sql } from 'kysely';
import type { NoticeInFull } from '#platform/http/feature.ts';
import { t } from '#platform/i18n/i18n.ts';

/** A child is not in the register, and the school asks its family why. */
export const tellUsNotice = 'attendance.tell-us';
/** The school has answered what the family said. */
export const answeredNotice = 'attendance.answered';
/** It is past the hour by which everybody is accounted for, and somebody is not. */
export const unaccountedNotice = 'attendance.unaccounted';
/** A family asks for leave: for the head. */
export const leaveNotice = 'attendance.leave';

/** What each says in the list of what waits; never about whom. */
export const attendanceNotices = {
  [tellUsNotice]: () => t('A child of yours is not in the register today: please tell us why'),
  [answeredNotice]: () => t('The school has answered about an absence'),
  [unaccountedNotice]: () => t('It is not known of every pupil where they are'),
  [leaveNotice]: () => t('A family asks for leave'),
} satisfies Record<string, () => string>;

/** The child's name, on Today alone, for a family that is told of its attendance still. */
const childNamed: Pick<NoticeInFull, 'facts' | 'namesPeople' | 'onlyWithFacts' | 'readsByItself'> = {
  namesPeople: true,
  onlyWithFacts: true,
  readsByItself: true,
  facts: (alias, who) => sql`(select json_build_object('name', np.name) from person np
    where np.id = ${sql.ref(`${alias}.item_id`)} and exists (select 1 from family_relation nf
      where nf.owner_id = ${who.organisationId} and nf.adult_id = ${who.personId} and nf.pupil_id = np.id
        and nf.ended_at is null and 'attendance' = any(nf.told)))`,
};

export const attendanceNoticesInFull: Readonly<Record<string, NoticeInFull>> = {
  [tellUsNotice]: {
    ...childNamed,
    says: ({ name }: { name: string }) =>
      t('{name} is not in the register today: please tell us why', { name }),
  },
  [answeredNotice]: {
    ...childNamed,
    says: ({ name }: { name: string }) => t('The school has answered about {name}', { name }),
  },
};
