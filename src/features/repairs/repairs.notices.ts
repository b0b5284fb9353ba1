import { sql } from 'kysely';
import type { NoticeInFull } from '#platform/http/feature.ts';
import { t } from '#platform/i18n/i18n.ts';
import { repairPolicy } from './repair.policy.ts';
import { type State, stateWords } from './repair.ts';
import { whereItIs } from './where-it-is.ts';

/** For the office: nobody looks after it yet. */
export const newNotice = 'repairs.new';
/** For whoever looks after it. */
export const yoursNotice = 'repairs.yours';
/** For whoever reported it or has it too: something moved. */
export const movedNotice = 'repairs.moved';

export const repairNotices = {
  [newNotice]: () => t('Something broken was reported'),
  [yoursNotice]: () => t('A repair that you look after'),
  [movedNotice]: () => t('Something was done about what you reported'),
} satisfies Record<string, () => string>;

interface Facts {
  title: string;
  where: string;
  state: State;
}

const facts: NoticeInFull['facts'] = (alias, who) =>
  sql`(select json_build_object('title', r.title, 'where', ${whereItIs}, 'state', r.state) from repair r
    join item i on i.owner_id = ${who.organisationId} and i.id = r.id and i.ended_at is null
    left join room o on o.owner_id = ${who.organisationId} and o.id = r.room_id
    where r.owner_id = ${who.organisationId} and r.id = ${sql.ref(`${alias}.item_id`)}
      and ${who.sees('i', repairPolicy)})`;

const inFull = (says: (facts: Facts) => string): NoticeInFull => ({ readsByItself: true, facts, says });

export const repairNoticesInFull: Record<string, NoticeInFull> = {
  [newNotice]: inFull(({ title, where }) => t('Reported: {title} ({where})', { title, where })),
  [yoursNotice]: inFull(({ title, where }) => t('To be mended: {title} ({where})', { title, where })),
  [movedNotice]: inFull(({ title, where, state }) =>
    t('{title} ({where}): {state}', { title, where, state: stateWords[state]().toLowerCase() }),
  ),
};
