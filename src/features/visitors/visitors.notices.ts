import { sql } from 'kysely';
import type { NoticeInFull } from '#platform/http/feature.ts';
import { t } from '#platform/i18n/i18n.ts';

/** For whoever is visited: they have come. */
export const cameNotice = 'visitors.came';

export const visitorNotices = {
  [cameNotice]: () => t('Somebody has come to see you'),
} satisfies Record<string, () => string>;

interface Facts {
  name: string;
  organisation: string;
}

export const visitorNoticesInFull: Record<string, NoticeInFull> = {
  [cameNotice]: {
    readsByItself: true,
    namesPeople: true,
    facts: (alias, who) =>
      sql`(select json_build_object('name', v.name, 'organisation', v.organisation) from visitor v
        where v.owner_id = ${who.organisationId} and v.id = ${sql.ref(`${alias}.item_id`)} and v.host_id = ${who.personId}
          and v.name <> '' and ${who.standing.kind === 'staff' ? sql`true` : sql`false`})`,
    says: ({ name, organisation }: Facts) =>
      organisation === ''
        ? t('{name} has come to see you', { name })
        : t('{name} ({organisation}) has come to see you', { name, organisation }),
  } as NoticeInFull,
};
