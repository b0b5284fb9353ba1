import { escapeText } from '#platform/escape-text.ts';

/**
 * Markup as a tagged template. Every value is escaped unless it is itself `Html`,
 * so text from people can never become markup by forgetting something.
 *
 *   html`<li>${name}</li>`            name is escaped
 *   html`<ul>${rows.map(row)}</ul>`   arrays are joined
 *   html`<p>${note && small(note)}`   false, null, undefined and '' show nothing
 *
 * Always quote attributes: html`<a href="${url}">`. There is no raw() for views;
 * `trusted()` is for markup that this program made itself (icons, charts, Markdown).
 */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
  toString(): string {
    return this.text;
  }
}

export type Value = Html | string | number | bigint | boolean | null | undefined | readonly Value[];

export function html(strings: TemplateStringsArray, ...values: Value[]): Html {
  let out = strings[0]!;
  for (let i = 0; i < values.length; i++) out += render(values[i]) + strings[i + 1]!;
  return new Html(out);
}

/** Markup made by this program, let through as it is. Never pass text that a person wrote. */
export const trusted = (markup: string): Html => new Html(markup);

export const nothing: Html = new Html('');

/** Whether a value shows anything. */
export const filled = (value: Value): boolean =>
  value !== undefined &&
  value !== null &&
  value !== false &&
  value !== '' &&
  !(Array.isArray(value) && value.length === 0);

function render(value: Value): string {
  if (value instanceof Html) return value.text;
  if (typeof value === 'string') return escapeText(value);
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  if (value === null || value === undefined || typeof value === 'boolean') return '';
  let out = '';
  for (const each of value) out += render(each);
  return out;
}
