import { attributes } from '#ui/attributes.ts';
import { html, trusted, type Html, type Value } from '#ui/html.ts';

export interface Column {
  label: string;
  /** Shorter words for it on a phone, where it stands before each value. */
  short?: string | undefined;
  /** Set right and in figures of equal width. */
  numeric?: boolean | undefined;
  /** Takes the room the others leave. */
  wide?: boolean | undefined;
  /** For a column of buttons or tick boxes: heard, not seen. */
  labelHidden?: boolean | undefined;
  /** Its values say by themselves what they are: on a phone no label stands before them. */
  plain?: boolean | undefined;
}

interface TableOptions {
  /** What the table shows, in words. */
  caption: string;
  /** Heard, not seen, where a heading above says the same. */
  captionHidden?: boolean | undefined;
  columns: readonly Column[];
  /** As many cells as columns. */
  rows: readonly (readonly Value[])[];
  /** What stands there when no row does: what to do first, rather than an empty grid. */
  empty: Html | string;
  /** The first cell names its row (the rule); false where no column does. */
  rowHeads?: boolean | undefined;
  /** Columns of prose set side by side: all but the first are of one width. */
  even?: boolean | undefined;
  /** A last row, such as totals. */
  foot?: readonly Value[] | undefined;
}

/** A table that keeps its head in sight, and becomes a stack of cards on a phone. */
export function table(options: TableOptions): Html {
  const { caption, columns, rows, empty } = options;
  if (rows.length === 0) return typeof empty === 'string' ? html`<p class="empty">${empty}</p>` : empty;
  const cells = columns.map((column, index) => cellTags(column, index === 0 && options.rowHeads !== false));
  const row = (values: readonly Value[]): Value => [
    rowTags.open,
    values.map((value, index) => [cells[index]!.open, value, cells[index]!.close]),
    rowTags.close,
  ];
  return html`<div class="${options.even ? 'table even' : 'table'}"><table>
<caption${attributes({ class: options.captionHidden ? 'hidden' : null })}>${caption}</caption>
<thead><tr>${columns.map(columnHead)}</tr></thead>
<tbody>
${rows.map(row)}</tbody>
${
  options.foot !== undefined &&
  html`<tfoot>
    ${row(options.foot)}
  </tfoot>`
}</table></div>`;
}

const rowTags = { open: trusted('<tr>'), close: trusted('</tr>\n') };

const columnHead = (column: Column): Html =>
  html`<th${attributes({ scope: 'col', class: classOf(column) })}>${
    column.labelHidden ? html`<span class="hidden">${column.label}</span>` : column.label
  }</th>`;

/** Made once for each column, used for every row. On phones the label stands before the value. */
function cellTags(column: Column, heads: boolean): { open: Html; close: Html } {
  const marks = attributes({
    scope: heads ? 'row' : null,
    class: classOf(column),
    'data-label': column.labelHidden || column.plain || heads ? null : (column.short ?? column.label),
  });
  const tag = heads ? 'th' : 'td';
  return { open: trusted(`<${tag}${marks.text}>`), close: trusted(`</${tag}>`) };
}

function classOf(column: Column): string | null {
  if (column.numeric) return 'number';
  return column.wide ? 'wide' : null;
}
