import type { Visit } from '#platform/http/context.ts';
import { formatDate, t, tn } from '#platform/i18n/i18n.ts';
import { quietActions } from '#ui/actions.ts';
import { empty } from '#ui/empty.ts';
import { html, type Html } from '#ui/html.ts';
import { addressOf, countedList, filters } from '#ui/list.ts';
import { tabs } from '#ui/tabs.ts';
import { earlierPath, missedPath } from './addresses.ts';
import { noticeLine, shortLine } from './notice-line.view.ts';
import type { BoardNotice } from './posted-notice.ts';

interface Missed {
  since: string;
  /** Days one may mean; null where one never looked before. */
  ways: { looked: string | null; in: string; monday: string };
  notices: readonly BoardNotice[];
}

export function missedView({ since, ways, notices }: Missed, { today }: Visit): Html {
  const standing = notices.filter(({ untilOn }) => untilOn >= today);
  const over = notices.filter(({ untilOn }) => untilOn < today);
  const total = notices[0]?.total ?? 0;
  return html`${daysBack(since, ways)}
    <p>
      ${tn(total, 'One notice came up or was changed since {day}.', '{n} notices came up or were changed since {day}.', { day: formatDate(since, 'weekday') })}
    </p>
    ${
      notices.length === 0
        ? empty({
            says: t('You have missed nothing here. What was put up for you since that day stands here.'),
          })
        : html`${standing.length > 0 && html`<h2>${t('Still on the board')}</h2>`}
          ${standing.map((each) => noticeLine(each, { today }))}
          ${
            over.length > 0 &&
            html`<h2>${t('Over already')}</h2>
              ${countedList({
                says: tn(over.length, '{n} notice', '{n} notices'),
                items: over.map(shortLine),
                empty: '',
              })}`
          }
          ${total > notices.length && html`<p>${t('Shown are {n} of {all}.', { n: notices.length, all: total })}</p>`}`
    }
    <h2>${t('What waits for you')}</h2>
    <p>
      ${t('What waits for you from all parts of Staffroom stands on one list.')}
      <a href="/today">${t('Go to Today')}</a>
    </p>
    ${quietActions([{ label: t('Earlier ones'), href: earlierPath, icon: 'history' }])}`;
}

/** Days to look back to; those that fall on one day stand once. */
function daysBack(since: string, { looked, in: lastIn, monday }: Missed['ways']): Html {
  const all = [
    ...(looked === null ? [] : [{ day: looked, label: t('Since I last looked') }]),
    { day: lastIn, label: t('Since I was last in') },
    { day: monday, label: t('Since Monday') },
  ];
  const once = all.filter(({ day }, index) => all.findIndex((each) => each.day === day) === index);
  return html`${tabs(
    t('Since when'),
    once.map(({ day, label }) => ({
      label: `${label}, ${formatDate(day, 'short')}`,
      href: addressOf(missedPath, { since: day }),
      current: day === since,
    })),
  )}
  ${filters({ action: missedPath, values: { since }, always: true }, (f) =>
    f.date({ name: 'since', label: t('Another day') }),
  )}`;
}
