import { sql } from 'kysely';
import { type Given, list, type List } from '#platform/access/composed.ts';
import type { Who } from '#platform/access/who.ts';
import type { Visit } from '#platform/http/context.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import { linkButton } from '#ui/actions.ts';
import { html, type Value } from '#ui/html.ts';
import { aboutHref } from '../addresses.ts';
import { isTheirs } from '../behaviour.access.ts';

/** Something that went well with oneself. */
export interface BehaviourToday {
  id: string;
  /** The category. */
  name: string;
  words: string;
  on: string;
}

/** So many days back somebody likes to be reminded of what went well. */
const fewDays = 14;

/**
 * A part of Today for pupils: what went well lately. Staff have what concerns them among what waits, each thing once:
 * whom they are with, what to look at, what to give.
 */
export const behaviourOnToday = (who: Who, { today }: Given<{ today: string }>): List<BehaviourToday> => {
  const owner = who.organisationId;
  return list<BehaviourToday>(sql`select e.id, c.name, e.words, e.happened_on as "on"
    from behaviour_event e join behaviour_category c on c.owner_id = ${owner} and c.id = e.category_id
    where e.owner_id = ${owner} and e.pupil_id = ${who.personId} and e.tone = 'positive' and e.ended_at is null
      and e.seen = 'shown' and e.happened_on > ${today}::date - ${sql.lit(fewDays)}
      and ${who.standing.kind === 'pupil' ? isTheirs(who, sql.ref('e.pupil_id'), today) : sql`false`}
    order by e.happened_on desc, e.id desc limit 3`);
};

/** What of it stands on Today; nothing where there is nothing. */
export const behaviourPartOfToday = (lines: readonly BehaviourToday[], { who }: Visit): Value =>
  lines.length > 0 &&
  html`<h2>${t('What went well lately')}</h2>
    <ul class="items">
      ${lines.map(
        ({ name, words, on }) =>
          html`<li>
            <strong>${name}</strong>
            <span class="meta">${formatDate(on)}</span
            >${words !== '' && html`<br /><span dir="auto">${words}</span>`}
          </li> `,
      )}
    </ul>
    ${linkButton({ label: t('All that went well with you'), href: aboutHref(who.personId) })}`;
