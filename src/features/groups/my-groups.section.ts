import { sql } from 'kysely';
import { list, type List } from '#platform/access/composed.ts';
import type { Who } from '#platform/access/who.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { empty } from '#ui/empty.ts';
import { html } from '#ui/html.ts';
import { label } from '#ui/label.ts';
import { countedList } from '#ui/list.ts';
import { section } from '#ui/section.ts';
import { dayWords, groupHref, groupPolicy } from '#features/programmes/index.ts';

interface MyGroup {
  slug: string;
  title: string;
  nextTitle: string | null;
  nextOn: string | null;
  /** The reader is let in for one stage of it: next is what is next there. */
  forStage: boolean;
  all: number;
}

const most = 8;

/** The groups one is in or is let in for one stage of, for the page "My learning": each with what is next. */
export const myGroups = section({
  asks: mineNow,
  draw: (mine, visit) =>
    html`<h2>${t('Groups')}</h2>
      ${countedList({
        says: tn(mine[0]?.all ?? 0, 'One group', '{n} groups'),
        dense: true,
        items: mine.map(
          ({ slug, title, nextTitle, nextOn, forStage }) =>
            html`<a href="${groupHref({ slug }, forStage ? 'my-stage' : '')}">${title}</a>
              ${forStage && label(t('For one stage'))}
              ${nextOn && html`<span class="meta">${t('Next: {title}, {day}', { title: nextTitle ?? '', day: dayWords(nextOn, visit.today) })}</span>`}`,
        ),
        empty: empty({
          says: t('You are in no group now. A group works on a question of its own, step by step.'),
          ...(visit.who.standing.kind === 'staff'
            ? { todo: { label: t('Start one'), href: '/groups/new' } }
            : {}),
        }),
      })}
      ${mine.length > 0 && html`<p><a href="/groups">${t('All my groups')}</a></p>`}`,
});

function mineNow(who: Who): List<MyGroup> {
  const owner = who.organisationId;
  const mine = [...who.standing.circles.keys()];
  const letIn = sql`from stage_guest w where w.owner_id = ${owner} and w.person_id = ${who.personId}
    and w.ended_at is null and not (w.programme_id = any(${mine}::uuid[]))`;
  return list<MyGroup>(sql`
    select g.slug, g.title, next.title as "nextTitle", next.on_date as "nextOn",
      g."forStage", g.all
    from (select p.id, p.slug, p.title, not (p.id = any(${mine}::uuid[])) as "forStage", count(*) over ()::int as all
      from programme p join item i on i.owner_id = p.owner_id and i.id = p.id
      where p.owner_id = ${owner} and i.owner_id = ${owner} and p.sort = 'group' and p.closed_at is null
        and i.ended_at is null and p.id in (select unnest(${mine}::uuid[]) union select w.programme_id ${letIn})
        and ${who.sees('i', groupPolicy)}) g
    left join lateral (select s.title, s.on_date from programme_step s where s.owner_id = ${owner}
      and s.programme_id = g.id and s.ended_at is null and s.done_at is null
      and (not g."forStage" or (s.stage, s.cycle) in (select w.stage, w.cycle ${letIn} and w.programme_id = g.id))
      order by s.on_date, s.number limit 1) next on true
    order by next.on_date nulls last, g.id limit ${most}`);
}
