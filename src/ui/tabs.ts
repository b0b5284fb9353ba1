import { attributes } from '#ui/attributes.ts';
import { html, type Html } from '#ui/html.ts';

export interface Tab {
  label: string;
  href: string;
  current: boolean;
  /** How many stand behind it. */
  count?: number | undefined;
}

/** Views of one thing, each with its own address. `label` names the row for those who hear it. */
export const tabs = (label: string, all: readonly Tab[]): Html =>
  html`<nav class="tabs" aria-label="${label}">
    <ul>
      ${all.map(
        (tab) =>
          html`<li><a${attributes({ href: tab.href, 'aria-current': tab.current ? 'page' : null })}>${tab.label}${
            tab.count !== undefined && html` <span class="how-many">${tab.count}</span>`
          }</a></li>`,
      )}
    </ul>
  </nav>`;
