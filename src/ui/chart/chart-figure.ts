import { formatNumber, t } from '#platform/i18n/i18n.ts';
import { details } from '#ui/details.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { table, type Column } from '#ui/table.ts';

/** A figure that must not be shown, because too few people stand behind it. */
export type Hidden = 'hidden';

/** A measured figure, a hidden one, or none. */
export type Figure = number | Hidden | null;

export const isNumber = (figure: Figure | undefined): figure is number => typeof figure === 'number';

/** How a figure reads in a table: hidden ones say so in words rather than as a gap. */
export function figureInWords(figure: Figure | undefined): string {
  if (figure === 'hidden') return t('Hidden: fewer than five');
  return figure === null || figure === undefined ? t('Not measured') : formatNumber(figure);
}

interface ChartFigureOptions {
  title: string;
  /** Who was asked, how many, when: what one must know to read it rightly. */
  note?: Value;
  /** Which part of what is possible the axis shows; '' when all of it. */
  axis?: string;
  drawing: Html;
  columns: readonly Column[];
  rows: readonly (readonly Value[])[];
}

/** A table of no more rows than this stands open beside its drawing. */
const shortTable = 8;

/** A chart is never alone: its caption, what one must know, and the same as a table. */
export const chartFigure = ({ title, note, axis, drawing, columns, rows }: ChartFigureOptions): Html =>
  html`<figure class="chart">
    <figcaption>${title}</figcaption>
    ${drawing}
    ${(note !== undefined || axis) && html`<p class="meta">${axis && html`<strong>${axis}</strong> `}${note}</p>`}${details(
      t('The same as a table'),
      table({
        caption: title,
        captionHidden: true,
        columns,
        rows,
        empty: t('Nothing has been measured yet.'),
      }),
      rows.length > 0 && rows.length <= shortTable,
    )}
  </figure>`;
