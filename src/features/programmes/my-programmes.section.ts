import { sql } from 'kysely';
import { t, tn } from '#platform/i18n/i18n.ts';
import { braid } from '#ui/braid.ts';
import { card, cards } from '#ui/card.ts';
import { empty } from '#ui/empty.ts';
import { html, type Html } from '#ui/html.ts';
import { section } from '#ui/section.ts';
import { list, type List } from '#platform/access/composed.ts';
import type { Who } from '#platform/access/who.ts';
import { programmeHref, stepHref } from './addresses.ts';
import { type BraidStep, programmeBraid } from './braid-points.ts';
import type { TermSpan } from './design.ts';
import { programmePolicy } from './programme.policy.ts';
import type { Programme } from './programme.queries.ts';
import { statusOf, stepsAhead } from './status.ts';

/** What the picture and the status are drawn from, and no more: thirty steps with all they say are heavy. */
interface MyProgramme {
  programme: Pick<Programme, 'slug' | 'title' | 'starts_on' | 'ends_on'> & { published_at: string };
  steps: BraidStep[];
  terms: TermSpan[];
}

/** The programmes one is in that are published and not closed: where each is and what is next. */
export const myProgrammes = section({
  asks: mineNow,
  draw: (mine, visit) =>
    html`<h2>${t('Programmes')}</h2>
      ${
        mine.length === 0
          ? empty(
              isGuest(visit.who)
                ? { says: t('You are in no programme now.') }
                : {
                    says: t('You are in no programme now. Those of the school are on one page.'),
                    todo: { label: t('Look at the school’s programmes'), href: '/programmes' },
                  },
            )
          : html`<p class="count">
                ${tn(mine.length, 'You are in one programme', 'You are in {n} programmes')}
              </p>
              ${cards(mine.map((each) => programmeCard(each, visit.today)))}
              <p>
                <a href="/programmes"
                  >${isGuest(visit.who) ? t('My programmes') : t('All programmes of the school')}</a
                >
              </p>`
      }`,
});

/** A guest sees no programme but their own, here and on the page of all. */
const isGuest = (who: Who): boolean => who.standing.kind === 'guest';

function programmeCard({ programme, steps, terms }: MyProgramme, today: string): Html {
  const { where, next } = statusOf(
    { published_at: new Date(programme.published_at), closed_at: null },
    steps,
    today,
  );
  const [step] = stepsAhead(steps, today);
  return card({
    title: programme.title,
    href: programmeHref(programme),
    level: 3,
    meta: where,
    body: html`${step && next && html`<p>${t('Next:')} <a href="${stepHref(programme, step)}">${next}</a></p>`}
    ${braid(programmeBraid({ programme, steps, terms }, today, 'small'))}`,
  });
}

function mineNow(who: Who): List<MyProgramme> {
  const owner = who.organisationId;
  return list<MyProgramme>(sql`
    select json_build_object('slug', p.slug, 'title', p.title, 'starts_on', p.starts_on, 'ends_on', p.ends_on,
        'published_at', p.published_at) as programme,
      coalesce((select json_agg(json_build_object('number', s.number, 'strand', s.strand, 'lead', s.lead,
          'title', s.title, 'on_date', s.on_date, 'minutes', s.minutes) order by s.on_date, s.starts_at nulls first, s.number)
        from programme_step s where s.owner_id = ${owner} and s.programme_id = p.id and s.ended_at is null),
        '[]'::json) as steps,
      coalesce((select json_agg(json_build_object('name', t.name, 'startsOn', t.starts_on, 'endsOn', t.ends_on)
          order by t.starts_on)
        from term t where t.owner_id = ${owner} and t.kind = 'term' and t.ended_at is null
          and t.ends_on >= p.starts_on and t.starts_on <= p.ends_on), '[]'::json) as terms
    from programme p join item i on i.owner_id = p.owner_id and i.id = p.id
    where p.owner_id = ${owner} and i.owner_id = ${owner} and i.ended_at is null
      and p.id = any(${[...who.standing.circles.keys()]}::uuid[])
      and p.sort = 'programme' and p.published_at is not null and p.closed_at is null and ${who.sees('i', programmePolicy)}
    order by p.starts_on, p.id
    limit 12`);
}
