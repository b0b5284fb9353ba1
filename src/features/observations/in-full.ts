import { sql } from 'kysely';
import type { NoticeInFull } from '#platform/http/feature.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import { observationPolicy } from './observation.policy.ts';

interface Facts {
  other: string;
  on: string;
}

const visitOf: NoticeInFull['facts'] = (alias, who) =>
  sql`(select json_build_object('other', p.name, 'on', o.on_date)
    from item about join observation o on o.owner_id = about.owner_id and o.id = about.id
    join person p on p.id = case when o.observer_id = ${who.personId} then o.observed_id else o.observer_id end
    where about.owner_id = ${who.organisationId} and o.owner_id = ${who.organisationId}
      and about.id = ${sql.ref(`${alias}.item_id`)} and about.ended_at is null
      and ${who.sees('about', observationPolicy)})`;

/** The notices about observations in full: each with the other person and the day, so that two of a kind can be told apart. */
export const namingVisit = (
  notices: Readonly<Record<string, () => string>>,
): Readonly<Record<string, NoticeInFull>> =>
  Object.fromEntries(
    Object.entries(notices).map(([kind, what]): [string, NoticeInFull] => [
      kind,
      {
        namesPeople: true,
        readsByItself: true,
        facts: visitOf,
        says: ({ other, on }: Facts) =>
          t('{what} ({name}, {day})', { what: what(), name: other, day: formatDate(on, 'short') }),
      },
    ]),
  );
