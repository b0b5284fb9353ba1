import { type Expression, sql } from 'kysely';
import type { Who } from '#platform/access/who.ts';
import { type Given, list, type List } from '#platform/access/composed.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import { linkButton } from '#ui/actions.ts';
import { html, type Html } from '#ui/html.ts';
import { aboutHref } from '../addresses.ts';
import { isTheirs } from '../behaviour.access.ts';

/** A line about a child: that there is something to tell, something that went well, or what is planned. */
export interface BehaviourOfChild {
  sort: 'told' | 'well' | 'planned';
  name: string;
  sign: string;
  words: string;
  on: string;
}

/**
 * A part of a child's page: what went well lately, and what is planned. Whoever is told of behaviour about this child
 * gets one row that says so; whoever is not gets none, and the view then says nothing at all.
 */
export const behaviourOfChild = (
  who: Who,
  { today, child }: Given<{ today: string; child: string }>,
): List<BehaviourOfChild> => {
  const owner = who.organisationId;
  const told = isTheirs(who, sql`${child as Expression<string>}::uuid`, today);
  return list<BehaviourOfChild>(sql`
    select 'told' as sort, '' as name, '' as sign, '' as words, ${today}::date as "on" where ${told}
    union all
    select * from (select 'well', c.name, c.sign, e.words, e.happened_on as "on"
      from behaviour_event e join behaviour_category c on c.owner_id = ${owner} and c.id = e.category_id
      where e.owner_id = ${owner} and e.pupil_id = ${child} and e.tone = 'positive' and e.ended_at is null
        and e.seen = 'shown' and e.happened_on > ${today}::date - 60 and ${told}
      order by e.happened_on desc, e.id desc limit 3) w
    union all
    select * from (select 'planned', f.place, '', left(f.starts_at::text, 5), f.on_date
      from behaviour_follow_up f
      where f.owner_id = ${owner} and f.pupil_id = ${child} and f.state = 'planned' and f.on_date >= ${today} and ${told}
      order by f.on_date, f.starts_at limit 3) f`);
};

/** What of it stands on the child's page. */
export const behaviourPartOfChild = (lines: readonly BehaviourOfChild[], childId: string): Html => {
  const [well, planned] = [
    lines.filter(({ sort }) => sort === 'well'),
    lines.filter(({ sort }) => sort === 'planned'),
  ];
  return html`${
    lines.length > 0 &&
    html`<h2>${t('What went well')}</h2>
      ${well.length === 0 && html`<p>${t('Nothing new is noted in the last weeks.')}</p>`}
      <ul class="items">
        ${well.map(
          ({ name, sign, words, on }) =>
            html`<li>
              ${sign !== '' && html`<span aria-hidden="true">${sign}</span> `}<strong>${name}</strong>
              <span class="meta">${formatDate(on)}</span
              >${words !== '' && html`<br /><span dir="auto">${words}</span>`}
            </li> `,
        )}
        ${planned.map(
          ({ name, words, on }) =>
            html`<li>
              ${t('Planned to put something right: {day}, {time}, {place}', { day: formatDate(on), time: words, place: name })}
            </li> `,
        )}
      </ul>
      ${linkButton({ label: t('All that was noted'), href: aboutHref(childId) })}`
  }`;
};
