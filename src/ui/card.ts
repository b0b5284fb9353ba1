import { filled, html, nothing, type Html, type Value } from '#ui/html.ts';
import { icon, type IconName } from '#ui/icons.ts';

interface CardOptions {
  title: string;
  href?: string | undefined;
  /** One line under the title: when, who, where. */
  meta?: Value;
  body?: Value;
  icon?: IconName | undefined;
  /** Quiet links or small forms at the foot. */
  actions?: Value;
  /** Level of the heading on this page: 2 unless told. */
  level?: 2 | 3 | undefined;
}

/** One thing among several of its kind. Whitespace sets it apart; no box. */
export function card(options: CardOptions): Html {
  const { title, href, meta, body, actions } = options;
  const name = html`${options.icon !== undefined && icon(options.icon)}${
    href === undefined ? html`<span>${title}</span>` : html`<a href="${href}">${title}</a>`
  }`;
  return html`<article class="card">
    ${options.level === 3 ? html`<h3>${name}</h3>` : html`<h2>${name}</h2>`}
    ${filled(meta) && html`<p class="meta">${meta}</p>`}${filled(body) && html`<div class="body">${body}</div>`}${
      filled(actions) && html`<div class="actions">${actions}</div>`
    }
  </article>`;
}

/** Cards side by side where there is room. */
export const cards = (all: readonly Html[]): Html =>
  all.length === 0 ? nothing : html`<div class="cards">${all}</div>`;
