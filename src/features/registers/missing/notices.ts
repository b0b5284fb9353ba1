import { sql } from 'kysely';
import type { NoticeInFull } from '#platform/http/feature.ts';
import { t } from '#platform/i18n/i18n.ts';
import { slotInWords } from '../taking/register.ts';

/** A register has begun a while ago and was not taken: for whoever takes it. */
export const takeNotice = 'registers.take';

/** What it says in a letter; never of which class. */
export const registerNotices = {
  [takeNotice]: () => t('A register waits to be taken'),
} satisfies Record<string, () => string>;

/** Day, class and slot of a register, as one subject of a notice. */
export const subjectOf = (on: string, unitId: string, slot: string): string => `${on} ${unitId} ${slot}`;

/** Which class, for whoever is on the staff. */
export const registerNoticesInFull: Readonly<Record<string, NoticeInFull>> = {
  [takeNotice]: {
    namesPeople: true,
    readsByItself: true,
    facts: (alias, who) =>
      who.standing.kind === 'staff'
        ? sql`(select json_build_object('unit', u.name, 'slot', split_part(${sql.ref(`${alias}.subject_key`)}, ' ', 3),
              'periodName', coalesce((select d.name from period d where d.owner_id = ${who.organisationId}
                and d.id::text = split_part(${sql.ref(`${alias}.subject_key`)}, ' ', 3)), ''))
            from unit u where u.owner_id = ${who.organisationId}
              and u.id::text = split_part(${sql.ref(`${alias}.subject_key`)}, ' ', 2))`
        : sql`null::json`,
    says: (facts: { unit: string; slot: string; periodName: string }) =>
      t('Take the register of {unit}: {when}', { unit: facts.unit, when: slotInWords(facts) }),
  },
};
