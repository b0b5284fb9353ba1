import { t, tn } from '#platform/i18n/i18n.ts';
import { card, cards } from '#ui/card.ts';
import { empty } from '#ui/empty.ts';
import { html, nothing, type Html } from '#ui/html.ts';
import { filters } from '#ui/list.ts';
import type { Protocol } from '#features/evidence/index.ts';
import { protocolHref } from './addresses.ts';
import type { Filter, Listed } from './filter-protocols.ts';
import { lengths, lengthChoice } from './filter-protocols.ts';
import { workWords } from './protocol-steps.view.ts';
import { cardMeta } from './protocol.view.ts';

/** Narrows protocols by words, length and how many one is; `action` is the page that they are listed on. */
export const protocolFilters = (action: string, filter: Filter): Html =>
  filters(
    {
      action,
      values: { ...filter },
      narrowed: filter.words !== '' || filter.length !== '' || filter.people !== '',
    },
    (f) => [
      f.search({ name: 'words', label: t('Words'), hint: t('Such as “video” or “papers”') }),
      f.select({
        name: 'length',
        label: t('How long'),
        all: t('Any length'),
        options: lengths.map((length) => ({ value: length, label: lengthChoice(length) })),
      }),
      f.number({ name: 'people', label: t('How many you are'), min: 1, max: 500, step: 1 }),
    ],
  );

/** Each as a card with its length, its size and the hours it asks. `more` is said under them. */
export const protocolCards = (
  found: readonly Listed[],
  hrefOf: (protocol: Protocol) => string,
  more: (protocol: Protocol) => Html = () => nothing,
): Html =>
  found.length === 0
    ? empty({ says: t('No protocol fits this. Show everything, or ask for less.') })
    : cards(
        found.map(({ protocol, own }) =>
          card({
            title: protocol.title,
            href: hrefOf(protocol),
            meta: cardMeta(protocol, own),
            body: html`<p>${protocol.plain}</p>
              <p class="meta">${workWords(protocol)}</p>
              ${more(protocol)}`,
          }),
        ),
      );

/** Every protocol that fits what was asked for. */
export const protocolList = ({ filter, found }: { filter: Filter; found: readonly Listed[] }): Html => html`
  <p>
    ${t('A protocol is a way of learning together: who takes part, in which steps, over how long. Each page says what is known for and against it.')}
  </p>
  ${protocolFilters('/protocols', filter)}
  <p class="count">${tn(found.length, 'One protocol', '{n} protocols')}</p>
  ${protocolCards(found, ({ id }) => protocolHref(id))}
`;
