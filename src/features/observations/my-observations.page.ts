import { onlyYou } from '#platform/access/audience-words.ts';
import { members, page } from '#platform/http/route.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { empty } from '#ui/empty.ts';
import { html, type Html, nothing } from '#ui/html.ts';
import { countedList, pager } from '#ui/list.ts';
import { type Listed, selectMine } from './observation.queries.ts';
import { type PlannedOnly, selectPlannedOnly } from './plan.queries.ts';
import { askedOf, observationHref, type Observation, stateOf, whenInWords } from './observation.ts';

const perPage = 30;

/** The observations one has agreed or is asked for. */
export const myObservationsPage = page('/my-learning/observations', {
  purpose: 'learning',
  access: members('staff', 'guest'),
  async load(visit) {
    const number = visit.pageNumber;
    return {
      number,
      rows: await selectMine(visit.db, visit.who, { limit: perPage, offset: (number - 1) * perPage }),
      planned: await selectPlannedOnly(visit.db, visit.who),
    };
  },
  view({ number, rows, planned }, visit) {
    const total = rows[0]?.total ?? 0;
    return {
      title: t('My observations'),
      audience: onlyYou(t('This list is yours. Of each observation its page says who can see it.')),
      action: { label: t('Agree an observation'), href: '/my-learning/observations/new' },
      body: html`<p>
          ${t('You watch for what pupils do and say. There is no grade, no score and no list to tick. Whoever teaches decides who reads it.')}
        </p>
        ${countedList({
          says: tn(total, '{n} observation', '{n} observations'),
          items: rows.map((row) => entry(row, visit.who.personId, visit.today)),
          empty: empty({
            says:
              planned.length > 0
                ? t('None has a page of its own yet.')
                : t(
                    'Nothing is agreed yet. Ask your partner to watch how some pupils take to what you try, or offer to watch theirs.',
                  ),
          }),
        })}
        ${pager({ page: number, pages: Math.ceil(total / perPage), path: '/my-learning/observations' })}
        ${planned.length > 0 && plannedList(planned, visit.who.personId)}`,
    };
  },
});

/** What stands in one's agreements alone; there it is prepared, moved and called off. */
const plannedList = (planned: readonly PlannedOnly[], me: string): Html =>
  html`<h2>${t('Planned in your agreements')}</h2>
    ${countedList({
      says: tn(planned.length, '{n} observation', '{n} observations'),
      items: planned.map(
        (each) =>
          html`<a href="/agreements/${each.circleId}#observations">${whoseWords(each, me)}</a>
            <span class="meta">${whenInWords(each)}</span>`,
      ),
      empty: nothing,
    })}`;

const whoseWords = (
  { observedId, observer, observed }: Pick<Observation, 'observedId' | 'observer' | 'observed'>,
  me: string,
): string =>
  observedId === me
    ? t('{name} observes you', { name: observer })
    : t('You observe {name}', { name: observed });

const entry = (row: Listed, me: string, today: string): Html =>
  html`<a href="${observationHref(row)}">${whoseWords(row, me)}</a>
    <span class="meta">${whenInWords(row)}; ${row.circle}; ${stateInWords(row, me, today)}</span>`;

/** Where it stands, for one of the two. */
function stateInWords(row: Listed, me: string, today: string): string {
  switch (stateOf(row)) {
    case 'proposed':
      return askedOf(row as unknown as Observation) === me ? t('you are asked') : t('waits for an answer');
    case 'declined':
      return t('declined');
    case 'called-off':
      return t('called off');
    case 'agreed':
      return row.on < today ? t('say whether it took place') : t('agreed');
    case 'done':
      return row.mineReady ? t('it took place') : t('your notes are still to come');
  }
}
