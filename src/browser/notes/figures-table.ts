import { html, render } from 'lit';
import { clock } from './clock.ts';
import { figuresOf } from './figures.ts';
import { type NoteData, titleOf } from './note-data.ts';

/**
 * Keeps the page's own table of tags up to date while one notes: its body is drawn anew, its words stay; those of
 * its head stand beside each figure on a phone. Pressing a tag jumps to where it stands next.
 */
export function drawFigures(body: HTMLElement, data: NoteData, jump: (tag: string) => void): void {
  const percent = new Intl.NumberFormat(document.documentElement.lang, {
    style: 'percent',
    maximumFractionDigits: 0,
  });
  if (!body.dataset['drawn']) {
    body.replaceChildren();
    body.dataset['drawn'] = 'yes';
  }
  const [, counted, covered, shared] = [...body.closest('table')!.querySelectorAll('thead th')].map((head) =>
    head.textContent!.trim(),
  );
  render(
    figuresOf(data.notes).map(
      ({ tag, notes, coveredMs }) =>
        html`<tr>
          <th scope="row" class="wide">
            <button type="button" class="plain" @click=${() => jump(tag)}>${titleOf(data, tag)}</button>
          </th>
          <td class="number" data-label=${counted}>${notes}</td>
          <td class="number" data-label=${covered}>${coveredMs > 0 ? clock(coveredMs) : ''}</td>
          <td class="number" data-label=${shared}>
            ${coveredMs > 0 && data.duration > 0 ? percent.format(coveredMs / data.duration) : ''}
          </td>
        </tr>`,
    ),
    body,
  );
}
