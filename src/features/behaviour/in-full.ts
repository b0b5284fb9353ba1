import { type RawBuilder, sql } from 'kysely';
import type { Who } from '#platform/access/who.ts';
import type { NoticeInFull } from '#platform/http/feature.ts';
import { t } from '#platform/i18n/i18n.ts';
import { lookNotice, rewardNotice, superviseNotice } from './notices.ts';

/** Whom it is about, for staff, who know every pupil by name; a letter never says it. */
const forStaff = (who: Who, select: RawBuilder<unknown>): RawBuilder<unknown> =>
  who.standing.kind === 'staff' ? select : sql`null::json`;

/** On Today each says about whom it is, so that two of a kind can be told apart. */
export const behaviourNoticesInFull: Readonly<Record<string, NoticeInFull>> = {
  [rewardNotice]: {
    namesPeople: true,
    readsByItself: true,
    facts: (alias, who) =>
      forStaff(
        who,
        sql`(select json_build_object('name', p.name, 'reward', r.name) from behaviour_reward r
          join member m on m.owner_id = ${who.organisationId} and m.person_id = ${sql.ref(`${alias}.item_id`)}
            and m.kind = 'pupil'
          join person p on p.id = m.person_id
          where r.owner_id = ${who.organisationId}
            and r.id::text = split_part(${sql.ref(`${alias}.subject_key`)}, ' ', 2))`,
      ),
    says: ({ name, reward }: { name: string; reward: string }) =>
      t('{name} has reached {reward}: give it', { name, reward }),
  },
  [superviseNotice]: {
    namesPeople: true,
    readsByItself: true,
    facts: (alias, who) =>
      forStaff(
        who,
        sql`(select json_build_object('name', p.name, 'place', f.place,
            'at', left(f.starts_at::text, 5)) from behaviour_follow_up f
          join person p on p.id = f.pupil_id
          where f.owner_id = ${who.organisationId} and f.id = ${sql.ref(`${alias}.item_id`)}
            and f.supervisor_id = ${who.personId})`,
      ),
    says: ({ name, place, at }: { name: string; place: string; at: string }) =>
      t('You are with {name} at {time}: {place}', { name, time: at, place }),
  },
  [lookNotice]: {
    namesPeople: true,
    readsByItself: true,
    facts: (alias, who) =>
      forStaff(
        who,
        sql`(select json_build_object('name', p.name) from behaviour_event e join person p on p.id = e.pupil_id
          where e.owner_id = ${who.organisationId} and e.id = ${sql.ref(`${alias}.item_id`)})`,
      ),
    says: ({ name }: { name: string }) =>
      t('Something was noted about {name}: look before the family reads it', { name }),
  },
};
