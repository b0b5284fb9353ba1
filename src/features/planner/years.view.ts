import { t } from '#platform/i18n/i18n.ts';
import { printButton } from '#ui/actions.ts';
import { html, type Html } from '#ui/html.ts';
import { schoolYear, type WrittenDate } from './school-year.ts';

/** The years there is something of, with the one before and the one after. */
export function yearLinks(of: {
  years: readonly number[];
  here: number;
  dates: readonly WrittenDate[];
  href: (year: number) => string;
}): Html {
  const all = [...new Set([of.here + 1, of.here - 1, ...of.years])].filter((year) => year !== of.here);
  return html`<ul class="items dense">
    ${all
      .toSorted((a, b) => b - a)
      .map(
        (year) =>
          html`<li>
            <a href="${of.href(year)}">${schoolYear(year, of.dates).name}</a>${
              !of.years.includes(year) && html` <span class="meta">${t('nothing yet')}</span>`
            }
          </li>`,
      )}
  </ul>`;
}

export const printLine = (): Html => html`<p>${printButton()}</p>`;

/** To what schools released, for an organisation that has any of it. */
export const copiesLink = (copies: readonly { n: number }[]): Html | false =>
  (copies[0]?.n ?? 0) > 0 &&
  html`<p><a href="/school/shared-plans">${t('What schools have shared with you')}</a></p>`;
