import { t } from '#platform/i18n/i18n.ts';
import { attributes } from '#ui/attributes.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { icon } from '#ui/icons.ts';

export interface Step {
  label: string;
  state: 'done' | 'now' | 'later';
  href?: string | undefined;
  /** When, who, or what is missing. */
  note?: Value;
  /** For links to it. */
  id?: string | undefined;
  /** What can be done with it here. */
  acts?: Value;
}

/** Steps in their order: what is done, where one is, what comes. */
export function stepList(steps: readonly Step[]): Html {
  const says = { done: t('Done'), now: t('Now'), later: t('To come') };
  return html`<ol class="steps">
    ${steps.map(
      ({ label, state, href, note, id, acts }) =>
        html`<li${attributes({ id, class: state, 'aria-current': state === 'now' ? 'step' : null })}><span class="state">${
          state === 'done' ? icon('check') : state === 'now' ? icon('next') : icon('clock')
        }<span class="hidden">${says[state]}: </span></span><div>${
          href === undefined ? label : html`<a href="${href}">${label}</a>`
        }${note !== undefined && html`<p class="meta">${note}</p>`}${acts}</div></li>
`,
    )}
  </ol>`;
}
