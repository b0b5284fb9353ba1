import { t } from '#platform/i18n/i18n.ts';
import { html, type Html } from '#ui/html.ts';
import { icon, type IconName } from '#ui/icons.ts';

export interface LinkAction {
  label: string;
  href: string;
  icon?: IconName | undefined;
}

/** A link that looks like the second-most important thing to do. */
export const linkButton = ({ label, href, icon: name }: LinkAction): Html =>
  html`<a class="button secondary" href="${href}">${name !== undefined && icon(name)}${label}</a>`;

/** The quiet row of other things one can do. */
export const quietActions = (all: readonly LinkAction[]): Html =>
  html`<ul class="quiet-actions">
    ${all.map(
      ({ label, href, icon: name }) =>
        html`<li><a href="${href}">${name !== undefined && icon(name)}${label}</a></li>`,
    )}
  </ul>`;

/** Shown by the browser's half only: without it, the browser's own menu prints. */
export const printButton = (): Html =>
  html`<button type="button" class="button secondary" data-print hidden>
    ${icon('print')}${t('Print this page')}
  </button>`;

/** An address to send to someone; it can be selected and copied by hand, or by the button where that is possible. */
export const copyLink = (address: string, label: string): Html =>
  html`<copy-link data-copied="${t('Copied')}"
    ><span class="label">${label}</span><code>${address}</code>
    <button type="button" class="button secondary small" hidden>
      ${icon('link')}${t('Copy')}
    </button></copy-link
  >`;

/**
 * Stands in a form and ticks every box called `name` in it, or none when all are ticked. Without the browser's half
 * it is a link to `href`, the same page drawn with all of them ticked.
 */
export const tickAll = (all: { name: string; label: string; none: string; href: string }): Html =>
  html`<tick-all data-name="${all.name}" data-none="${all.none}"
    ><a href="${all.href}">${all.label}</a></tick-all
  >`;
