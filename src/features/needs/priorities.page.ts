import { allStaff } from '#platform/access/audience-words.ts';
import { members, page } from '#platform/http/route.ts';
import { formatDate, t, tn } from '#platform/i18n/i18n.ts';
import { learningLeaders } from '#features/people/index.ts';
import { card } from '#ui/card.ts';
import { empty } from '#ui/empty.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { countedList } from '#ui/list.ts';
import { type Priority, selectPriorities } from './priorities.queries.ts';

/** What the school is working on: for all staff to read, for those who lead learning to change. */
export const prioritiesPage = page('/school/priorities', {
  purpose: 'administration',
  access: members('staff'),

  async load(visit) {
    const all = await selectPriorities(visit.db, visit.organisationId);
    const past = all.filter((priority) => priority.endsOn !== null && priority.endsOn < visit.today);
    return {
      current: all.filter((priority) => !past.includes(priority)),
      past,
      changes: visit.who.hasAny(learningLeaders),
    };
  },

  view: ({ current, past, changes }, visit) => ({
    title: t('School priorities'),
    audience: allStaff(visit.who),
    ...(changes ? { action: { label: t('Add a priority'), href: '/school/priorities/new' } } : {}),
    body: html`<p>
        ${t('What the school is working on: its development plan. Needs, programmes and goals can be joined to a priority, so that everybody sees what leads where; each priority shows what is done about it, by whom, and what shows it.')}
      </p>
      ${countedList({
        says: tn(current.length, '{n} priority', '{n} priorities'),
        items: current.map((priority) => entry(priority, changes, 2)),
        empty: empty({
          says: t('No priorities have been written down yet.'),
          ...(changes ? { todo: { label: t('Add the first'), href: '/school/priorities/new' } } : {}),
        }),
      })}
      ${
        past.length > 0 &&
        html`<h2>${t('Earlier')}</h2>
          ${countedList({
            says: tn(past.length, '{n} earlier priority', '{n} earlier priorities'),
            items: past.map((priority) => entry(priority, changes, 3)),
            empty: '',
          })}`
      }`,
  }),
});

const entry = (priority: Priority, changes: boolean, level: 2 | 3): Html =>
  card({
    title: priority.title,
    href: `/school/priorities/${priority.id}`,
    level,
    meta: priority.endsOn
      ? t('{from} to {until}', { from: formatDate(priority.startsOn), until: formatDate(priority.endsOn) })
      : t('Since {from}', { from: formatDate(priority.startsOn) }),
    body: priority.about && html`<p class="as-written">${priority.about}</p>`,
    actions:
      changes &&
      html`<a href="/school/priorities/${priority.id}/edit"
          >${t('Change')}<span class="hidden"> ${priority.title}</span></a
        >
        ${form({
          action: `/school/priorities/${priority.id}/end`,
          button: t('Take away'),
          describe: t('Take away: {title}', { title: priority.title }),
          quiet: true,
        })}`,
  });
