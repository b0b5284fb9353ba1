import { isId } from '#platform/db/ids.ts';
import { members, page } from '#platform/http/route.ts';
import { formatDate, t, tn } from '#platform/i18n/i18n.ts';
import { yearWords } from '#features/people/index.ts';
import { quietActions } from '#ui/actions.ts';
import { details } from '#ui/details.ts';
import { empty } from '#ui/empty.ts';
import { html, type Html } from '#ui/html.ts';
import { label } from '#ui/label.ts';
import { countedList, filters, pager } from '#ui/list.ts';
import { tabs } from '#ui/tabs.ts';
import {
  coveragePath,
  mapPath,
  newPlanPath,
  planHref,
  plansPath,
  togetherPath,
  waitingPath,
} from './addresses.ts';
import { planAudience } from './audience.ts';
import type { ListedPlan } from './plan.ts';
import { type PlanFilter, selectPlans } from './plans.queries.ts';

/** Schemes of work: one's own, and all of the school. */
export const plansPage = page(plansPath, {
  purpose: 'administration',
  access: members('staff'),
  async load(visit) {
    const { query } = visit;
    const filter: PlanFilter = {
      words: (query.words ?? '').trim().slice(0, 100),
      subject: (query.subject ?? '').slice(0, 80),
      when: isId(query.when ?? '') ? query.when! : '',
      mine: query.whose !== 'all',
    };
    const found = await selectPlans(visit.db, visit.who, filter, visit.pageNumber);
    return { ...found, filter, pageNumber: visit.pageNumber };
  },
  view: ({ plans, more, away, subjects, years, filter, pageNumber }, visit) => {
    const narrowed = filter.words !== '' || filter.subject !== '' || filter.when !== '';
    const whose = filter.mine ? undefined : 'all';
    const query = { words: filter.words, subject: filter.subject, when: filter.when, whose };
    return {
      title: t('Schemes of work'),
      audience: planAudience(visit.who),
      action: { label: t('Write a scheme of work'), href: newPlanPath },
      trail: [{ label: t('Teaching'), href: '/teaching' }],
      body: html`${tabs(t('Whose'), [
        { label: t('My own'), href: plansPath, current: filter.mine },
        { label: t('All of the school'), href: `${plansPath}?whose=all`, current: !filter.mine },
      ])}
      ${
        (plans.length > 0 || narrowed) &&
        filters(
          {
            action: plansPath,
            values: { ...filter },
            keep: whose ? { whose } : {},
            narrowed,
            button: t('Find'),
          },
          (f) => [
            f.search({ name: 'words', label: t('Words') }),
            subjects.length > 1 &&
              f.select({ name: 'subject', label: t('Subject'), all: t('All subjects'), options: subjects }),
            years.length > 1 &&
              f.select({
                name: 'when',
                label: t('School year'),
                all: t('All years'),
                options: years.map(({ id, name }) => ({ value: id, label: name })),
              }),
          ],
        )
      }
      ${countedList({
        says: tn(plans.length, '{n} scheme of work on this page', '{n} schemes of work on this page'),
        items: plans.map(line),
        empty: empty({
          says: narrowed
            ? t('Nothing is found. Try fewer words, or another school year.')
            : filter.mine
              ? t('You teach by no scheme of work yet. Write one, or use again what a colleague wrote.')
              : t('No scheme of work is here yet.'),
        }),
      })}
      ${pager({ page: pageNumber, pages: 0, more, path: plansPath, query })}
      ${
        filter.mine &&
        away.length > 0 &&
        details(
          tn(away.length, '{n} was taken away', '{n} were taken away'),
          countedList({
            says: tn(away.length, '{n} scheme of work', '{n} schemes of work'),
            items: away.map(({ id, title }) => html`<a href="${planHref(id)}"><bdi>${title}</bdi></a>`),
            empty: '',
          }),
        )
      }
      ${quietActions([
        { label: t('What is taught when'), href: mapPath, icon: 'calendar' },
        { label: t('Which points are taught'), href: coveragePath, icon: 'check' },
        { label: t('Who waits for what'), href: waitingPath, icon: 'clock' },
        { label: t('What could be taught together'), href: togetherPath, icon: 'peer' },
        { label: t('Curriculum'), href: '/curriculum', icon: 'learning' },
      ])}`,
    };
  },
});

const line = ({ id, title, subject, yearKey, startsOn, endsOn, readyAt, author }: ListedPlan): Html =>
  html`<a href="${planHref(id)}"><bdi>${title}</bdi></a> ${readyAt === null && label(t('Being written'))}
    <span class="meta"
      ><bdi>${subject}</bdi>${yearKey !== '' && `, ${yearWords(yearKey)}`};
      ${t('{from} to {until}', { from: formatDate(startsOn, 'short'), until: formatDate(endsOn, 'short') })};
      <bdi>${author}</bdi></span
    >`;
