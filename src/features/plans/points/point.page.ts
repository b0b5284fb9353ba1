import { sql } from 'kysely';
import { allStaff } from '#platform/access/audience-words.ts';
import { composed, type Given, list } from '#platform/access/composed.ts';
import { isId } from '#platform/db/ids.ts';
import { NotFound } from '#platform/errors.ts';
import { members, page } from '#platform/http/route.ts';
import { formatDate, formatList, t, tn } from '#platform/i18n/i18n.ts';
import { yearWords } from '#features/people/index.ts';
import { everything, selectBank } from '#features/resources/index.ts';
import { definitionList } from '#ui/definition-list.ts';
import { html } from '#ui/html.ts';
import { countedList } from '#ui/list.ts';
import { planHref, pointHref } from '../addresses.ts';
import { planPolicy } from '../plan.policy.ts';
import type { ListedPlan } from '../plan.ts';

interface Statement {
  id: string;
  frameworkId: string;
  framework: string;
  code: string;
  words: string;
  note: string;
  subject: string;
  stages: string[];
  years: string[];
  under: string | null;
}

const ask = composed((who, { id }: Given<{ id: string }>) => {
  const owner = who.organisationId;
  return {
    statements:
      list<Statement>(sql`select s.id, s.framework_id as "frameworkId", f.title as framework, s.code, s.words,
        s.note, s.subject, s.stages, s.years, p.words as under
      from framework_statement s join framework f on f.owner_id = ${owner} and f.id = s.framework_id
      left join framework_statement p on p.owner_id = ${owner} and p.id = s.parent_id
      where s.owner_id = ${owner} and s.id = ${id} and f.published_at is not null`),
    // Also what names the same statement of another version of the curriculum.
    plans: list<ListedPlan>(
      sql`select s.id, s.title, s.subject, s.year_key as "yearKey", s.starts_on as "startsOn", s.ends_on as "endsOn",
          s.ready_at as "readyAt", a.name as author, s.changed_at as "changedAt"
        from scheme s join item i on i.owner_id = ${owner} and i.id = s.id and i.ended_at is null
        join person a on a.id = i.author_id
        where s.owner_id = ${owner} and ${who.sees('i', planPolicy)} and exists (select 1 from planned_point p
          join framework_statement o on o.owner_id = ${owner} and o.id = p.statement_id
          join framework fo on fo.owner_id = ${owner} and fo.id = o.framework_id
          join framework_statement me on me.owner_id = ${owner} and me.id = ${id} and me.address = o.address
          join framework fm on fm.owner_id = ${owner} and fm.id = me.framework_id and fm.address = fo.address
          where p.owner_id = ${owner} and p.scheme_id = s.id)
        order by s.starts_on desc, s.title limit 100`,
      { readyAt: 'moment', changedAt: 'moment' },
    ),
  };
});

/** One point of a curriculum, and when it is taught here. */
export const pointPage = page(pointHref(':point'), {
  purpose: 'administration',
  access: members('staff'),
  async load(visit) {
    const id = visit.params.point!;
    if (!isId(id)) throw new NotFound();
    const { statements, plans } = await ask(visit.db, visit.who, { id });
    if (!statements[0]) throw new NotFound();
    const { resources, more } = await selectBank(
      visit.db,
      visit.who,
      { ...everything, point: id },
      { page: 1, today: visit.today },
    );
    return { statement: statements[0], plans, resources, more };
  },
  view: ({ statement, plans, resources, more }, visit) => ({
    title: statement.under ?? statement.framework,
    audience: allStaff(visit.who),
    trail: [
      { label: t('Curriculum'), href: '/curriculum' },
      { label: statement.framework, href: `/curriculum/${statement.frameworkId}` },
    ],
    body: html`<p class="plan-point" dir="auto">${statement.words}</p>
      ${statement.note !== '' && html`<p class="as-written" dir="auto">${statement.note}</p>`}
      ${definitionList([
        { term: t('Code'), says: statement.code },
        { term: t('Subject'), says: statement.subject },
        { term: t('Stages'), says: formatList(statement.stages) },
        { term: t('Years'), says: statement.years.length > 0 && yearWords(statement.years.join(', ')) },
      ])}
      <h2>${t('Taught here in')}</h2>
      ${countedList({
        says: tn(plans.length, '{n} scheme of work', '{n} schemes of work'),
        items: plans.map(
          ({ id, title, subject, yearKey, startsOn, endsOn }) =>
            html`<a href="${planHref(id)}"><bdi>${title}</bdi></a>
              <span class="meta"
                ><bdi>${subject}</bdi>${yearKey !== '' && `, ${yearWords(yearKey)}`},
                ${t('{from} to {until}', { from: formatDate(startsOn, 'short'), until: formatDate(endsOn, 'short') })}</span
              >`,
        ),
        empty: html`<p class="empty">${t('No scheme of work names it yet.')}</p>`,
      })}
      <h2>${t('In the bank for it')}</h2>
      ${countedList({
        says: more
          ? t('The newest {n} of them', { n: resources.length })
          : tn(resources.length, '{n} resource', '{n} resources'),
        items: resources.map(
          ({ id, title, author }) =>
            html`<a href="/resources/${id}"><bdi>${title}</bdi></a
              >, <bdi>${author}</bdi>`,
        ),
        empty: html`<p class="empty">${t('No page of the bank names it yet.')}</p>`,
      })}
      ${more && html`<p><a href="/resources?point=${statement.id}">${t('All of them')}</a></p>`}`,
  }),
});
