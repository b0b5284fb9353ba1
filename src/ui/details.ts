import { attributes } from '#ui/attributes.ts';
import { html, type Html, type Value } from '#ui/html.ts';

/** More for those who want it. What everyone must read does not belong here. */
export const details = (summary: string, body: Value, open = false): Html =>
  html`<details${attributes({ class: 'more', open })}><summary>${summary}</summary><div>${body}</div></details>`;
