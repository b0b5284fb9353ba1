import { onlyYou } from '#platform/access/audience-words.ts';
import { members, page } from '#platform/http/route.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { quietActions } from '#ui/actions.ts';
import { empty } from '#ui/empty.ts';
import { html, type Html } from '#ui/html.ts';
import { countedList, pager } from '#ui/list.ts';
import { type Listed, selectMine } from './observation.queries.ts';
import { observationHref, type Observation, whenInWords } from './observation.ts';
import { captureHref } from './record/addresses.ts';
import { stateInWords } from './state-in-words.ts';

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
    };
  },
  view({ number, rows }, visit) {
    const total = rows[0]?.total ?? 0;
    return {
      title: t('My observations'),
      audience: onlyYou(t('This list is yours. Of each observation its page says who can see it.')),
      action: { label: t('Agree an observation'), href: '/my-learning/observations/new' },
      body: html`<p>
          ${t('You watch for what pupils do and say. There is no grade and no score. Whoever teaches decides who reads it.')}
          <a href="/teaching-evidence/observation">${t('What watching a lesson can tell, and what not')}</a>
          <a href="/recordings">${t('Watching a recording instead')}</a>
        </p>
        ${quietActions([
          { label: t('Record a visit without a connection'), href: captureHref },
          { label: t('What your phone keeps'), href: '/help/observing' },
        ])}
        ${countedList({
          says: tn(total, '{n} observation', '{n} observations'),
          items: rows.map((row) => entry(row, visit.who.personId, visit.today)),
          empty: empty({
            says: t(
              'Nothing is agreed yet. Ask your partner to watch how some pupils take to what you try, or offer to watch theirs.',
            ),
          }),
        })}
        ${pager({ page: number, pages: Math.ceil(total / perPage), path: '/my-learning/observations' })}`,
    };
  },
});

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
