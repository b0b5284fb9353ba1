import { page, roles } from '#platform/http/route.ts';
import { formatDate, t, tn } from '#platform/i18n/i18n.ts';
import { role } from '#features/people/index.ts';
import { empty } from '#ui/empty.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { pager } from '#ui/list.ts';
import { tabs } from '#ui/tabs.ts';
import { leaderAudience } from '../open-asking.ts';
import { raisedHref, raisedPath } from './addresses.ts';
import { raisedNeedPolicy } from './raised-need.policy.ts';
import { type RaisedNeed, selectRaised } from './raised-need.queries.ts';

type Found = Awaited<ReturnType<typeof selectRaised>>;

/** What members of staff raised by themselves, for the CPD leader to join to what helps. */
export const raisedNeedsPage = page(raisedPath, {
  purpose: 'learning',
  access: roles(role.cpdLeader),
  async load(visit) {
    const openOnly = visit.query.show !== 'all';
    const found = await selectRaised(visit.db, visit.who, {
      openOnly,
      page: visit.pageNumber,
      today: visit.today,
    });
    for (const { id, authorId } of found.needs)
      visit.noteOpened({ ownerId: visit.organisationId, id, kind: raisedNeedPolicy.kind, authorId }, 'page');
    return { ...found, openOnly, pageNumber: visit.pageNumber };
  },
  view: ({ openOnly, pageNumber, more, ...found }, visit) => ({
    title: t('Needs that were raised'),
    audience: leaderAudience(),
    trail: [{ label: t('What the staff need'), href: '/school/needs' }],
    body: html`${tabs(t('Which'), [
      { label: t('Waiting for an answer'), href: raisedPath, current: openOnly },
      { label: t('All'), href: `${raisedPath}?show=all`, current: !openOnly },
    ])}
    ${
      found.needs.length === 0
        ? empty({
            says: openOnly
              ? t(
                  'Nothing waits. What colleagues raise, by themselves or from a suggestion beside a plan, stands here.',
                )
              : t('Nobody has raised a need yet.'),
          })
        : html`<p class="count">
              ${tn(found.needs.length, '{n} need on this page', '{n} needs on this page')}
            </p>
            ${found.needs.map((need) => entry(need, found, visit.formAt(raisedHref(need.id, 'join'))))}`
    }
    ${pager({ page: pageNumber, pages: 0, more, path: raisedPath, query: { show: openOnly ? undefined : 'all' } })}`,
  }),
});

type State = Parameters<typeof form>[0];

const entry = (
  need: RaisedNeed,
  { priorities, programmes }: Pick<Found, 'priorities' | 'programmes'>,
  state: Omit<State, 'button'>,
): Html =>
  html`<article class="card">
    <h2 dir="auto">${need.words}</h2>
    <p class="meta">
      ${need.sort === 'own' ? html`<bdi>${need.author}</bdi>` : t('For those who teach {subject}, raised by {name}', { subject: need.subject, name: need.author })},
      ${formatDate(need.createdAt)}${need.plan && html`; ${t('from the plan')} <a href="/plans/${need.plan.id}"><bdi>${need.plan.title}</bdi></a>`}
    </p>
    ${form(
      {
        ...state,
        action: raisedHref(need.id, 'join'),
        button: t('Save what comes of it'),
        describe: need.words.slice(0, 80),
        values: state.values ?? {
          priority: need.priorityId ?? '',
          programme: need.programmeId ?? '',
          answer: need.answer,
        },
        prefix: `need-${need.id}`,
      },
      (f) => [
        f.select({
          name: 'priority',
          label: t('School priority'),
          options: [
            { value: '', label: t('None') },
            ...priorities.map(({ id, title }) => ({ value: id, label: title })),
          ],
        }),
        f.select({
          name: 'programme',
          label: t('Programme that answers it'),
          options: [
            { value: '', label: t('None') },
            ...programmes.map(({ id, title }) => ({ value: id, label: title })),
          ],
        }),
        f.textarea({
          name: 'answer',
          label: t('A word to whoever raised it'),
          rows: 2,
          maxlength: 1000,
        }),
      ],
    )}
  </article>`;
