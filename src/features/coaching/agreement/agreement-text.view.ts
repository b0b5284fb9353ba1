import { formatDate, t } from '#platform/i18n/i18n.ts';
import { html, type Html } from '#ui/html.ts';
import type { Together } from '../together.ts';
import { partsOf } from './agreement-parts.ts';

/**
 * What is agreed, part by part, as it was written. Parts without words are left out. `level` is that of the headings on
 * the page.
 */
export const agreementText = (
  { kind }: Pick<Together, 'kind'>,
  answers: Together['answers'],
  lookAgainOn: string | null | undefined,
  level: 2 | 3 = 3,
): Html =>
  html`<div class="agreement-text">
    ${partsOf({ kind })
      .filter(({ id }) => answers[id])
      .map(
        ({ id, title }) =>
          html`${heading(title, level)}
            <p class="as-written">${answers[id]}</p>`,
      )}
    ${
      lookAgainOn &&
      html`${heading(t('The day we look at this again'), level)}
        <p>${formatDate(lookAgainOn)}</p>`
    }
  </div>`;

const heading = (words: string, level: 2 | 3): Html =>
  level === 2 ? html`<h2>${words}</h2>` : html`<h3>${words}</h3>`;
