import { pageNumberOf } from '#platform/http/page-number.ts';
import { page } from '#platform/http/route.ts';
import { formatNumber, t, tn } from '#platform/i18n/i18n.ts';
import { attributes } from '#ui/attributes.ts';
import { details } from '#ui/details.ts';
import { empty } from '#ui/empty.ts';
import { form, type Fields } from '#ui/form.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { type FilterFields, filters, pager, type Query } from '#ui/list.ts';
import { personName } from '#ui/person-name.ts';
import { table } from '#ui/table.ts';
import type { Asking, Named, Side } from './asking.queries.ts';
import { whatCame } from './my-answer.page.ts';
import { beganToday, noteAnswersRead } from './log-answers.ts';
import { askingPolicy } from './need.policy.ts';
import { saidInWords } from './needs-form.ts';
import { openAsking } from './open-asking.ts';
import { idIn, resultsAddress, resultsHead, resultsTabs } from './results-frame.ts';
import { type NeedFilter, type NeedRow, selectNeeds } from './results.queries.ts';

const perPage = 40;

/** Each need with who raised it, in their words, and what it is joined to. */
export const saidPage = page('/school/needs/:asking/said', {
  purpose: 'learning',
  access: askingPolicy,
  async load(visit) {
    const asking = await openAsking(visit, 'manage');
    const form = visit.formAt(`/school/needs/${asking.slug}/join`);
    // A form that came back shows the needs that were ticked in it.
    const asked = form.values ?? visit.query;
    const filter = filterIn(asked);
    const number = pageNumberOf(typeof asked.page === 'string' ? asked.page : undefined);
    const found = await selectNeeds(
      visit.db,
      visit.who,
      asking.id,
      filter,
      {
        limit: perPage,
        offset: (number - 1) * perPage,
      },
      { manner: 'page', since: beganToday(visit), today: visit.today },
    );
    noteAnswersRead(visit, found.needs, 'page');
    return {
      asking,
      filter,
      number,
      found,
      form,
      today: visit.today,
    };
  },
  view: ({ asking, filter, number, found, form: state, today }) => {
    const of = (sort: string) => asking.joinable.filter((each) => each.sort === sort);
    const query = queryOf(filter);
    return {
      ...resultsHead(asking, today),
      wide: true,
      body: html`${resultsTabs(asking, 'said')}
        ${filters(
          {
            action: resultsAddress(asking, 'said'),
            values: filter as unknown as Record<string, unknown>,
            narrowed: Object.values(filter).some(Boolean),
          },
          (f) => filterFields(f, asking, of('priority')),
        )}
        <p class="count">${tn(found.total, '{n} need', '{n} needs')}</p>
        ${
          found.needs.length === 0
            ? empty({ says: t('No need fits this choice.') })
            : form(
                {
                  ...state,
                  button: t('Join the ticked needs'),
                  hidden: { ...query, page: number },
                },
                (f) => [
                  needTable(found.needs, new Set([state.values?.need].flat())),
                  joinFields(f, of('priority'), of('programme')),
                ],
              )
        }
        ${pager({ page: number, pages: Math.ceil(found.total / perPage), path: resultsAddress(asking, 'said'), query })}`,
    };
  },
});

/** The filter that stands in the address or came with the form. */
export const filterIn = (query: Readonly<Record<string, unknown>>): NeedFilter => {
  const text = (name: string) => (typeof query[name] === 'string' ? query[name] : '');
  const id = (name: string) => idIn(text(name));
  const joined = text('joined');
  return {
    side: (['most', 'least'] as const).find((side) => side === text('side')) ?? null,
    topic: text('topic') === 'own' ? 'own' : id('topic'),
    unit: id('unit'),
    joined: joined === 'individual' || joined === 'none' ? joined : id('joined'),
  };
};

export const queryOf = (filter: NeedFilter): Query => ({
  side: filter.side ?? undefined,
  topic: filter.topic ?? undefined,
  unit: filter.unit ?? undefined,
  joined: filter.joined ?? undefined,
});

const sideName = (side: Side): string => (side === 'most' ? t('Most needed') : t('Least needed'));

const filterFields = (f: FilterFields, asking: Asking, priorities: readonly Named[]): Value => [
  f.select({
    name: 'side',
    label: t('Side'),
    all: t('Most and least needed'),
    options: (['most', 'least'] as const).map((side) => ({ value: side, label: sideName(side) })),
  }),
  f.select({
    name: 'topic',
    label: t('Topic'),
    all: t('All topics'),
    options: [
      ...asking.topics.map((topic) => ({ value: topic.id, label: topic.title, group: topic.heading })),
      { value: 'own', label: t('In own words alone') },
    ],
  }),
  asking.groups.length > 1 &&
    f.select({
      name: 'unit',
      label: t('Group'),
      all: t('All groups'),
      options: asking.groups.map((unit) => ({ value: unit.id, label: unit.title })),
    }),
  f.select({
    name: 'joined',
    label: t('Joined to'),
    all: t('Anything or nothing'),
    options: [
      { value: 'none', label: t('Nothing yet') },
      { value: 'individual', label: t('Individual needs') },
      ...priorities.map((priority) => ({
        value: priority.id,
        label: priority.title,
        group: t('School priorities'),
      })),
    ],
  }),
];

const needTable = (needs: readonly NeedRow[], ticked: ReadonlySet<unknown>): Html =>
  table({
    caption: t('Who raised which need, in which words, and what it is joined to'),
    captionHidden: true,
    columns: [
      { label: t('Who') },
      { label: t('Need'), wide: true },
      { label: t('Joined to') },
      { label: t('Join') },
    ],
    rows: needs.map((need, index) => [
      personName({ name: need.person }),
      html`<div>
        <span class="meta">${sideName(need.side)}, ${formatNumber(need.place)}</span><br />
        ${need.topic !== null && html`<strong>${need.topic}</strong> `}${
          need.words && html`<span class="as-written">${need.words}</span>`
        }${needs[index - 1]?.personId !== need.personId && more(need)}
      </div>`,
      html`<div>
        ${whatCame({ ...need, topicId: null })}${
          need.changedSince === true && html` <span class="meta">${t('The need was changed since.')}</span>`
        }
      </div>`,
      html`<label class="choice"
        ><input${attributes({ type: 'checkbox', name: 'need', value: need.id, checked: ticked.has(need.id) })} /><span
          class="hidden"
          >${t('Join this need of {name}: {need}', { name: need.person, need: need.topic ?? need.words.slice(0, 60) })}</span
        ></label
      >`,
    ]),
    empty: '',
  });

/** What else this person answered, once for each person on the page. */
const more = (need: NeedRow): Html | false => {
  const answers = saidInWords(need.said);
  return (
    answers.length > 0 &&
    details(
      t('More of this answer'),
      answers.map(
        ({ label, text }) => html`<p><strong>${label}</strong> <span class="as-written">${text}</span></p>`,
      ),
    )
  );
};

const joinFields = (f: Fields, priorities: readonly Named[], programmes: readonly Named[]): Value => [
  html`<h2>${t('Join what is ticked')}</h2>`,
  f.select({
    name: 'to',
    label: t('To what the school works on'),
    options: [
      ...priorities.map((priority) => ({
        value: priority.id,
        label: priority.title,
        group: t('School priorities'),
      })),
      { value: 'individual', label: t('An individual need, to be met for this person') },
      { value: 'nothing', label: t('Nothing: undo what was joined') },
    ],
  }),
  programmes.length > 0 &&
    f.select({
      name: 'programme',
      label: t('To a programme that answers it'),
      options: programmes.map((programme) => ({ value: programme.id, label: programme.title })),
    }),
];
