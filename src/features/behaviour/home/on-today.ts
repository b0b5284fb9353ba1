import { sql } from 'kysely';
import { type Given, list, type List } from '#platform/access/composed.ts';
import type { Who } from '#platform/access/who.ts';
import type { Visit } from '#platform/http/context.ts';
import { formatDate, t, tn } from '#platform/i18n/i18n.ts';
import { linkButton, quietActions } from '#ui/actions.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { aboutHref, behaviourPath, followUpHref, followUpsPath, rewardsPath } from '../addresses.ts';
import { isTheirs, readsPupil } from '../behaviour.access.ts';
import { reachedRewards } from '../rewards/reached.ts';

/** One thing on Today: something that went well with oneself, somebody one is with, or how many rewards wait. */
export interface BehaviourToday {
  sort: 'well' | 'with' | 'rewards';
  id: string | null;
  /** The category, the pupil, or null. */
  name: string | null;
  words: string;
  on: string | null;
  at: string | null;
  many: number;
}

/** So many days back somebody likes to be reminded of what went well. */
const fewDays = 14;

/** A part of Today: for pupils what went well lately; for staff whom they are with today, and rewards to give. */
export const behaviourOnToday = (who: Who, { today }: Given<{ today: string }>): List<BehaviourToday> => {
  const owner = who.organisationId;
  if (who.standing.kind === 'pupil')
    return list<BehaviourToday>(sql`select 'well' as sort, e.id, c.name, e.words, e.happened_on as "on", null as "at",
        1 as many
      from behaviour_event e join behaviour_category c on c.owner_id = ${owner} and c.id = e.category_id
      where e.owner_id = ${owner} and e.pupil_id = ${who.personId} and e.tone = 'positive' and e.ended_at is null
        and e.seen = 'shown' and e.happened_on > ${today}::date - ${sql.lit(fewDays)}
        and ${isTheirs(who, sql.ref('e.pupil_id'), today)}
      order by e.happened_on desc, e.id desc limit 3`);
  if (who.standing.kind !== 'staff')
    return list<BehaviourToday>(sql`select 'well' as sort, null as id, null as name, '' as words, null as "on",
      null as "at", 0 as many where false`);
  return list<BehaviourToday>(sql`
    select * from (select 'with' as sort, f.id::text as id, p.name, f.place as words, f.on_date as "on",
        left(f.starts_at::text, 5) as "at", 1 as many
      from behaviour_follow_up f join person p on p.id = f.pupil_id
      where f.owner_id = ${owner} and f.on_date = ${today} and f.state = 'planned' and f.supervisor_id = ${who.personId}
      order by f.starts_at, f.id limit 20) f
    union all
    select 'rewards', null, null, '', null, null, count(*)::int
    from (${reachedRewards(owner, today)}) x
    where not x.is_given and ${readsPupil(who, sql.ref('x.pupil_id'), today)}
    having count(*) > 0`);
};

/** What of it stands on Today; nothing where there is nothing. */
export function behaviourPartOfToday(lines: readonly BehaviourToday[], { who }: Visit): Value {
  if (who.standing.kind === 'pupil')
    return (
      lines.length > 0 &&
      html`<h2>${t('What went well lately')}</h2>
        <ul class="items">
          ${lines.map(
            ({ name, words, on }) =>
              html`<li>
                <strong>${name}</strong>
                <span class="meta">${on !== null && formatDate(on)}</span
                >${words !== '' && html`<br /><span dir="auto">${words}</span>`}
              </li> `,
          )}
        </ul>
        ${linkButton({ label: t('All that went well with you'), href: aboutHref(who.personId) })}`
    );
  const [withThem, rewards] = [
    lines.filter(({ sort }) => sort === 'with'),
    lines.find(({ sort }) => sort === 'rewards'),
  ];
  if (withThem.length === 0 && !rewards) return null;
  return html`<h2>${t('Pupils')}</h2>
    <ul class="items dense">
      ${withThem.map(withLine)}
      ${
        rewards &&
        html`<li>
          <a href="${rewardsPath}"
            >${tn(rewards.many, '{n} reward waits to be given', '{n} rewards wait to be given')}</a
          >
        </li>`
      }
    </ul>
    ${quietActions([
      { label: t('Note something that went well'), href: behaviourPath },
      { label: t('Who is where today'), href: followUpsPath },
    ])}`;
}

const withLine = ({ id, name, words, at }: BehaviourToday): Html =>
  html`<li>
    <a href="${followUpHref(id!)}">${t('{time}: you are with {name}', { time: at!, name: name! })}</a>
    <span class="meta">${words}</span>
  </li> `;
