import { addDays } from '#platform/calendar/dates.ts';
import { members, page } from '#platform/http/route.ts';
import { formatDate, formatList, t, tn } from '#platform/i18n/i18n.ts';
import { yearWords } from '#features/people/index.ts';
import { empty } from '#ui/empty.ts';
import { html, type Html } from '#ui/html.ts';
import { countedList } from '#ui/list.ts';
import { planHref, togetherPath } from '../addresses.ts';
import { planAudience } from '../audience.ts';
import { planTrail } from '../plan-trail.ts';
import { type Pair, selectPairs } from './together.queries.ts';

/** Half a year back, a year on: what is over can still be taught again. */
const span = { back: 183, on: 365 } as const;

/** Plans of different subjects for the same year that could lean on one another, with the words they share. */
export const togetherPage = page(togetherPath, {
  purpose: 'administration',
  access: members('staff'),
  load: async (visit) => ({
    pairs: await selectPairs(visit.db, visit.who, {
      from: addDays(visit.today, -span.back),
      until: addDays(visit.today, span.on),
    }),
  }),
  view: ({ pairs }, visit) => ({
    title: t('What could be taught together'),
    audience: planAudience(visit.who),
    trail: planTrail(),
    body: html`<p>
        ${t('Plans of different subjects for the same year that use words few other plans use. It is no more than that: whether they belong together, those who teach them know.')}
      </p>
      ${countedList({
        says: tn(pairs.length, '{n} pair', '{n} pairs'),
        items: pairs.map(line),
        empty: empty({
          says: t(
            'No two plans share such words yet. Points and lessons that are named make it more likely.',
          ),
        }),
      })}`,
  }),
});

const line = ({ yearKey, a, b, words, meets }: Pair): Html =>
  html`<strong>${yearWords(yearKey)}</strong>: ${side(a)} ${t('and')} ${side(b)}
    <br />${t('Both speak of {words}.', { words: formatList(words) })}
    ${meets ? t('They are taught at the same time.') : t('They are taught at different times.')}`;

const side = ({ id, title, subject, startsOn }: Pair['a']): Html =>
  html`<a href="${planHref(id)}"><bdi>${title}</bdi></a>
    <span class="meta">(<bdi>${subject}</bdi>, ${formatDate(startsOn, 'short')})</span>`;
