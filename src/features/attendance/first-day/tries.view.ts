import { formatTime, t } from '#platform/i18n/i18n.ts';
import { html, type Html } from '#ui/html.ts';
import type { Try } from './first-day.queries.ts';

/** The words for a way to try. */
export const tryWords = (how: Try['how']): string =>
  ({
    call: () => t('A call'),
    mail: () => t('A letter by mail'),
    text: () => t('A text message'),
    visit: () => t('A visit'),
    other: () => t('Something else'),
  })[how]();

/** What was tried today, in the order in which it was; what went out by itself cannot be taken out. */
export const triesOf = (tries: readonly Try[]): Html | false =>
  tries.length > 0 &&
  html`<ul class="items dense with-end">
    ${tries.map(
      ({ how, adult, outcome, triedBy, triedAt }) =>
        html`<li>
          <span
            >${formatTime(triedAt)}:
            ${tryWords(how)}${adult !== null && html` (<bdi>${adult}</bdi>)`}${outcome !== '' && html`. <span dir="auto">${outcome}</span>`}
            <span class="meta">${triedBy}</span></span
          >
        </li>`,
    )}
  </ul>`;
