import { sql } from 'kysely';
import type { NoticeInFull } from '#platform/http/feature.ts';
import { t } from '#platform/i18n/i18n.ts';
import { takenBackNotice } from './notices.ts';

/** Whose consent it is, for whoever is on the staff: two of a kind can be told apart. A letter never says it. */
export const consentNoticesInFull: Readonly<Record<string, NoticeInFull>> = {
  [takenBackNotice]: {
    namesPeople: true,
    readsByItself: true,
    facts: (alias, who) =>
      who.standing.kind === 'staff'
        ? sql`(select json_build_object('name', p.name) from member m join person p on p.id = m.person_id
            where m.owner_id = ${who.organisationId} and m.person_id = ${sql.ref(`${alias}.item_id`)}
              and m.kind = 'pupil')`
        : sql`null::json`,
    says: ({ name }: { name: string }) =>
      t('A consent for {name} was taken back: look before you film or show anything', { name }),
  },
};
