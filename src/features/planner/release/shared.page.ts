import { theseRoles } from '#platform/access/audience-words.ts';
import { isId } from '#platform/db/ids.ts';
import { NotFound } from '#platform/errors.ts';
import type { Visit } from '#platform/http/context.ts';
import { page } from '#platform/http/route.ts';
import { formatDate, t, tn } from '#platform/i18n/i18n.ts';
import { empty } from '#ui/empty.ts';
import { html, type Html } from '#ui/html.ts';
import { addressOf, filters, pager } from '#ui/list.ts';
import { tabs } from '#ui/tabs.ts';
import { criteria } from '../audit/audit.ts';
import { relationships } from '../plan/plan.ts';
import { itemToBe, overseers, releasedPolicy } from '../planner.policy.ts';
import { yearIn, yearName } from '../school-year.ts';
import { auditsOfSchools, plansOfSchools, wholeCopy } from './shared.view.ts';
import { type Tool, tools } from './release.ts';
import { type CopyFilter, perPage, selectCopies, selectCopy } from './shared.queries.ts';

const path = '/school/shared-plans';

const audience = () =>
  theseRoles(
    overseers,
    t(
      'Those who shape professional learning here. They read what schools have released to them, as it stood that day, and nothing else of these schools.',
    ),
  );

function filterOf({ query, pageNumber }: Visit): CopyFilter {
  const tool = tools.find((each) => each === query.tool) ?? 'plan';
  return {
    tool,
    year: yearIn(query.year),
    name: (query.name ?? '').trim().slice(0, 100),
    gap: gapsOf(tool).find(({ value }) => value === query.gap)?.value ?? '',
    page: pageNumber,
  };
}

/** What a school may have said nothing of, to choose from. */
const gapsOf = (tool: Tool): { value: string; label: string }[] =>
  (tool === 'plan' ? relationships() : criteria()).map(({ id, title }) => ({ value: id, label: t(title) }));

/** What schools let this organisation read: their plans, or their audits, of one year side by side, by name. */
export const sharedPage = page(path, {
  purpose: 'administration',
  access: releasedPolicy,
  async load(visit) {
    visit.who.must('read', releasedPolicy, itemToBe(releasedPolicy, visit.organisationId));
    const filter = filterOf(visit);
    return { filter, ...(await selectCopies(visit.db, visit.who, filter)) };
  },
  view: ({ filter, copies, all, years }) => ({
    title: t('What schools share'),
    audience: audience(),
    trail: [{ label: t('School'), href: '/school' }],
    wide: true,
    body: html`<p>
        ${t('Copies that schools released to you, each as it stood on its day, in the order of their names. Schools are not compared in figures here: what matters is what each wrote.')}
      </p>
      ${toolTabs(filter)} ${filterForm(filter, years)}
      <p class="count">${tn(all, '{n} school', '{n} schools')}</p>
      ${
        copies.length === 0
          ? empty({
              says: t(
                'No school has released anything that fits. A school does it on the page of its planner or its audit.',
              ),
            })
          : filter.tool === 'plan'
            ? plansOfSchools(copies)
            : auditsOfSchools(copies)
      }
      ${pager({ page: filter.page, pages: Math.ceil(all / perPage), path, query: queryOf(filter) })}`,
  }),
});

const queryOf = ({ tool, year, name, gap }: CopyFilter) => ({ tool, year, name, gap });

const toolTabs = ({ tool, year }: CopyFilter): Html =>
  tabs(t('What to read'), [
    {
      label: t('Mentoring and coaching'),
      href: addressOf(path, { tool: 'plan', year }),
      current: tool === 'plan',
    },
    { label: t('Cycles'), href: addressOf(path, { tool: 'audit', year }), current: tool === 'audit' },
  ]);

const filterForm = (filter: CopyFilter, years: readonly number[]): Html =>
  filters(
    {
      action: path,
      values: { year: filter.year, name: filter.name, gap: filter.gap },
      keep: { tool: filter.tool },
      narrowed: filter.name !== '' || filter.gap !== '',
    },
    (f) => [
      f.search({ name: 'name', label: t('School') }),
      f.select({
        name: 'year',
        label: t('Year'),
        all: t('The newest'),
        options: years.map((year) => ({ value: year, label: yearName(year) })),
      }),
      f.select({
        name: 'gap',
        label: t('Schools that say nothing of'),
        all: t('All schools'),
        options: gapsOf(filter.tool),
      }),
    ],
  );

/** One school's copy, whole. */
export const copyPage = page(`${path}/:copy`, {
  purpose: 'administration',
  access: releasedPolicy,
  async load(visit) {
    const id = visit.params.copy ?? '';
    if (!isId(id)) throw new NotFound();
    const { items, copies } = await selectCopy(visit.db, visit.who, { id, now: visit.now });
    visit.admit(releasedPolicy, items[0]);
    const [copy] = copies;
    if (!copy) throw new NotFound('The school has taken this back.');
    return { copy };
  },
  view: ({ copy }) => ({
    title:
      copy.tool === 'plan'
        ? t('Mentoring and coaching at {school}, {year}', { school: copy.school, year: yearName(copy.year) })
        : t('Cycles at {school}, {year}', { school: copy.school, year: yearName(copy.year) }),
    audience: audience(),
    status: { where: t('As it stood on {day}.', { day: formatDate(copy.releasedAt) }) },
    trail: [{ label: t('What schools share'), href: addressOf(path, { tool: copy.tool, year: copy.year }) }],
    wide: true,
    body: wholeCopy(copy),
  }),
});
