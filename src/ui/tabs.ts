import { attributes } from '#ui/attributes.ts';
import { html, type Html } from '#ui/html.ts';

export interface Tab {
  label: string;
  href: string;
  current: boolean;
  /** How many stand behind it. */
  count?: number | undefined;
}

/** Several views that belong together, under one word. */
interface TabGroup {
  label: string;
  tabs: readonly Tab[];
}

/** Views of one thing, each with its own address. `label` names the row for those who hear it. */
export const tabs = (label: string, all: readonly Tab[]): Html =>
  html`<nav class="tabs" aria-label="${label}">${row(all, 'page')}</nav>`;

/**
 * Views in groups: a row of groups and, below it, the views of the group one is in. A group opens its first
 * view; a group of one view stands as that view; a group without any is left out.
 */
export function groupedTabs(label: string, groups: readonly TabGroup[]): Html {
  const filled = groups.filter((group) => group.tabs.length > 0);
  const here = filled.find((group) => group.tabs.some(({ current }) => current));
  const above = filled.map((group): Tab => {
    const [first, ...others] = group.tabs;
    return others.length === 0 ? first! : { label: group.label, href: first!.href, current: group === here };
  });
  const below = here && here.tabs.length > 1 ? here.tabs : [];
  return html`<nav class="tabs" aria-label="${label}">
    ${row(above, below.length > 0 ? 'true' : 'page')}${below.length > 0 && row(below, 'page', 'below')}
  </nav>`;
}

const row = (all: readonly Tab[], current: 'page' | 'true', look?: string): Html =>
  html`<ul${attributes({ class: look })}>
    ${all.map(
      (tab) =>
        html`<li><a${attributes({ href: tab.href, 'aria-current': tab.current ? current : null })}>${tab.label}${
          tab.count !== undefined && html` <span class="how-many">${tab.count}</span>`
        }</a></li>`,
    )}
  </ul>`;
