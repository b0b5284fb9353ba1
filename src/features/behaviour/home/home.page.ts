import type { Visit } from '#platform/http/context.ts';
import { allStaff } from '#platform/access/audience-words.ts';
import { members, page } from '#platform/http/route.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { quietActions } from '#ui/actions.ts';
import { html, type Html } from '#ui/html.ts';
import { countedList, filters } from '#ui/list.ts';
import { personName } from '#ui/person-name.ts';
import { yearWords } from '#features/people/index.ts';
import {
  behaviourPath,
  classHref,
  followUpsPath,
  keepPath,
  patternsPath,
  pupilHref,
  rewardsPath,
} from '../addresses.ts';
import { keepsBehaviour } from '../behaviour.access.ts';
import { eventLine } from '../noting/event-line.view.ts';
import { selectHome } from './home.queries.ts';

/** Where staff begin: a class to tick pupils of, a pupil met in a corridor, and what waits for them. */
export const homePage = page(behaviourPath, {
  purpose: 'administration',
  access: members('staff'),
  async load(visit) {
    const search = (visit.query.q ?? '').slice(0, 100);
    return { ...(await selectHome(visit.db, visit.who, { today: visit.today, search })), search };
  },
  view: (data, visit) => ({
    title: t('What went well, what went wrong'),
    audience: allStaff(
      visit.who,
      t(
        'Everybody who works at the school has this page, each with their own classes and what they wrote. Of a pupil they do not teach nobody reads what others noted.',
      ),
    ),
    trail: [{ label: t('Teaching'), href: '/teaching' }],
    body: homeView(data, visit),
  }),
});

type Data = Awaited<ReturnType<typeof selectHome>> & { search: string };

const homeView = ({ units, found, mine, toLook, search }: Data, visit: Visit): Html =>
  html`<h2>${t('Note something')}</h2>
    ${
      units.length > 0 &&
      html`<ul class="items dense">
        ${units.map(({ id, name }) => html`<li><a href="${classHref(id)}">${t('About pupils of {unit}', { unit: name })}</a></li> `)}
      </ul>`
    }
    ${filters({ action: behaviourPath, values: { q: search }, button: t('Find'), always: true }, (f) =>
      f.search({ name: 'q', label: t('A pupil of any class'), hint: t('Any part of the name.') }),
    )}
    ${
      search !== '' &&
      countedList({
        says: tn(found.length, '{n} pupil found', '{n} pupils found'),
        dense: true,
        items: found.map(
          ({ personId, name, yearLabel }) =>
            html`${personName({ name, href: pupilHref(personId, 'note') })}
            ${yearLabel !== null && html`<span class="meta">${yearWords(yearLabel)}</span>`}`,
        ),
        empty: t('Nobody fits.'),
      })
    }
    ${
      toLook.length > 0 &&
      html`<h2>${t('Look before the family reads it')}</h2>
        ${countedList({
          says: tn(toLook.length, '{n} thing', '{n} things'),
          items: toLook.map((event) => eventLine(event, { named: true })),
          empty: '',
        })}`
    }
    <h2>${t('What you noted lately')}</h2>
    ${countedList({
      says: tn(mine.length, '{n} thing', '{n} things'),
      items: mine.map((event) => eventLine(event, { named: true })),
      empty: t('Nothing yet. It takes a few seconds: tick, tap, a few words.'),
    })}
    ${quietActions([
      { label: t('Rewards'), href: rewardsPath },
      { label: t('Who is where today'), href: followUpsPath, icon: 'calendar' },
      { label: t('Patterns'), href: patternsPath },
      ...(keepsBehaviour(visit.who)
        ? [{ label: t('What the school notes and gives'), href: keepPath, icon: 'settings' as const }]
        : []),
    ])}`;
