import { escapeText } from '#platform/escape-text.ts';
import { Html } from '#ui/html.ts';

export type AttributeValue = string | number | boolean | null | undefined;

/**
 * Writes attributes from a record: `true` stands bare, `false`, null and undefined are left out,
 * everything else is escaped and quoted. Begins with a space, so it follows the tag name directly:
 *
 *   html`<input${attributes({ name: 'on', required: true })}>`
 */
export function attributes(record: Readonly<Record<string, AttributeValue>>): Html {
  let out = '';
  for (const name in record) {
    const value = record[name];
    if (value === false || value === null || value === undefined) continue;
    out += value === true ? ` ${name}` : ` ${name}="${escapeText(String(value))}"`;
  }
  return new Html(out);
}

/** Turns words or a path into something that may stand in an id: letters, digits and hyphens. */
export function slug(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}
