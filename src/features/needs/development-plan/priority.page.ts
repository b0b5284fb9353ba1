import { allStaff } from '#platform/access/audience-words.ts';
import { protectFigure } from '#platform/access/small-numbers.ts';
import { isId } from '#platform/db/ids.ts';
import { NotFound } from '#platform/errors.ts';
import { members, page } from '#platform/http/route.ts';
import { formatDate, t, tn } from '#platform/i18n/i18n.ts';
import { learningLeaders } from '#features/people/index.ts';
import { quietActions } from '#ui/actions.ts';
import { details } from '#ui/details.ts';
import { html, type Html } from '#ui/html.ts';
import { countedList } from '#ui/list.ts';
import type { Priority } from '../priorities.queries.ts';
import { actionHref, newActionHref, prioritiesPath, priorityHref } from './addresses.ts';
import { type JoinedNeeds, type PlanAction, selectPriorityInFull } from './action.queries.ts';
import { stateWords } from './action-form.ts';

/** A priority of the development plan: what is done about it, by whom, what shows it, and what led to it. */
export const priorityPage = page(priorityHref(':priority'), {
  purpose: 'learning',
  access: members('staff'),
  async load(visit) {
    const id = visit.params.priority!;
    if (!isId(id)) throw new NotFound();
    const { priority, ...rest } = await selectPriorityInFull(visit.db, visit.who, id);
    if (!priority) throw new NotFound();
    return { priority, ...rest, changes: visit.who.hasAny(learningLeaders), today: visit.today };
  },
  view: (data, visit) => ({
    title: data.priority.title,
    audience: allStaff(visit.who),
    ...(data.changes ? { action: { label: t('Add an action'), href: newActionHref(data.priority.id) } } : {}),
    trail: [{ label: t('School priorities'), href: prioritiesPath }],
    body: view(data, visit.who.personId),
  }),
});

interface Shown {
  priority: Priority;
  actions: readonly PlanAction[];
  programmes: readonly { slug: string; title: string }[];
  joined: JoinedNeeds;
  changes: boolean;
  today: string;
}

const view = ({ priority, actions, programmes, joined, changes, today }: Shown, me: string): Html =>
  html`<p class="meta">
      ${
        priority.endsOn
          ? t('{from} to {until}', {
              from: formatDate(priority.startsOn),
              until: formatDate(priority.endsOn),
            })
          : t('Since {from}', { from: formatDate(priority.startsOn) })
      }
    </p>
    ${priority.about && html`<p class="as-written" dir="auto">${priority.about}</p>`}
    <h2>${t('What we do about it')}</h2>
    ${countedList({
      says: tn(actions.length, '{n} action', '{n} actions'),
      items: actions.map((action) => line(priority.id, action, changes || action.personId === me, today)),
      empty: html`<p class="empty">${t('No action is written down yet.')}</p>`,
    })}
    <h2>${t('What led to it, and what answers it')}</h2>
    <p>${needsWords(joined)}</p>
    ${countedList({
      says: tn(programmes.length, '{n} programme works on it', '{n} programmes work on it'),
      items: programmes.map(({ slug, title }) => html`<a href="/programmes/${slug}"><bdi>${title}</bdi></a>`),
      empty: html`<p class="empty">${t('No programme is joined to it yet.')}</p>`,
    })}
    ${changes && quietActions([{ label: t('Change the priority'), href: `${priorityHref(priority.id)}/edit`, icon: 'edit' }])}`;

/** So few that one could be picked out are not counted. */
function needsWords({ needs, people }: JoinedNeeds): string {
  if (needs === 0) return t('No need of the staff is joined to it yet.');
  return protectFigure(needs, people) === null
    ? t('Needs of fewer than five of the staff are joined to it.')
    : tn(needs, '{n} need of the staff is joined to it.', '{n} needs of the staff are joined to it.');
}

const line = (
  priorityId: string,
  { id, title, person, dueOn, state, evidence }: PlanAction,
  mayChange: boolean,
  today: string,
): Html =>
  html`${mayChange ? html`<a href="${actionHref(priorityId, id)}"><bdi>${title}</bdi></a>` : html`<bdi>${title}</bdi>`}
    <span class="meta"
      >${stateWords(state)}${person !== null && html`, <bdi>${person}</bdi>`}${
        dueOn !== null &&
        `, ${dueOn < today && state !== 'done' && state !== 'dropped' ? t('was meant for {day}', { day: formatDate(dueOn) }) : t('by {day}', { day: formatDate(dueOn) })}`
      }</span
    >
    ${evidence !== '' && details(t('What shows it'), html`<p class="as-written" dir="auto">${evidence}</p>`)}`;
