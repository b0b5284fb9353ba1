import { t } from '#platform/i18n/i18n.ts';
import { type Rubric, type RubricRow, sourceLine } from '#features/evidence/index.ts';
import { html, type Html } from '#ui/html.ts';
import { recordingHref } from '../../recording.ts';
import { exemplarsPath, rowValue } from '../exemplar.ts';
import { rowNext, rowWords } from '../row-words.view.ts';

/** An example of a row; `many` is how many there are. */
export interface RowExample {
  id: string;
  title: string;
  row: string;
  many: number;
}

interface RubricPage {
  rubric: Rubric;
  examples: readonly RowExample[];
  /** Guests read the words; techniques and examples are the staff's. */
  isStaff: boolean;
}

/** What it is and is not, its rows, and what it rests on. */
export const rubricView = ({ rubric, examples, isStaff }: RubricPage): Html =>
  html`<p>${t(rubric.plain)}</p>
    <ul>
      ${rubric.whatItIsNot.map((says) => html`<li>${t(says)}</li> `)}
    </ul>
    ${rubric.rows.map((row) => rowView(rubric, row, { examples: examples.filter((one) => one.row === row.id), isStaff }))}
    <section aria-labelledby="rests-on">
      <h2 id="rests-on">${t('What it rests on')}</h2>
      ${
        rubric.restsOn.length > 0 &&
        html`<ul>
          ${rubric.restsOn.map(({ words, source }) => html`<li>${t(words)} ${sourceLine(source)}</li> `)}
        </ul>`
      }
      ${sourceLine(rubric.source)}
    </section>`;

const rowView = (
  rubric: Rubric,
  row: RubricRow,
  { examples, isStaff }: Pick<RubricPage, 'examples' | 'isStaff'>,
): Html =>
  html`<section aria-labelledby="${row.id}">
    <h2 id="${row.id}">${t(row.title)}</h2>
    ${rowWords(row)} ${rowNext(isStaff ? row : { ...row, technique: undefined })}
    ${
      isStaff &&
      (examples.length === 0
        ? html`<p class="meta">${t('No example of this has been offered yet.')}</p>`
        : html`<p>${t('Examples:')}</p>
            <ul class="items dense">
              ${examples.map(({ id, title }) => html`<li><a href="${recordingHref({ id })}">${title}</a></li> `)}
              ${
                examples[0]!.many > examples.length &&
                html`<li>
                  <a href="${exemplarsPath}?row=${rowValue(rubric.id, row.id)}"
                    >${t('All examples of this')}</a
                  >
                </li>`
              }
            </ul>`)
    }
  </section>`;
