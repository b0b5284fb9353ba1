import { DRAWN_FOR, drawnFor } from '#platform/http/drawn-for.ts';
import { attributes } from '#ui/attributes.ts';
import { html, type Html, type Value } from '#ui/html.ts';

/** A form whose buttons are its answers: one press is one entry. */
export const pressForm = (
  { action, label, hidden }: { action: string; label: string; hidden: Readonly<Record<string, string>> },
  buttons: Value,
): Html =>
  html`<form${attributes({ class: 'form press-form', method: 'post', action, 'aria-label': label })}>
    ${Object.entries({ ...hidden, [DRAWN_FOR]: drawnFor() }).map(
      ([name, value]) => value !== null && html`<input type="hidden" name="${name}" value="${value}" />`,
    )}
    ${buttons}
  </form>`;

interface PressOptions {
  name: 'choice' | 'seat';
  value: string;
  label: string;
  plain?: string | undefined;
  /** How often it was pressed; the browser counts on by `key`. */
  count?: { key: string; n: number };
  /** What stands on a seat so far. */
  marks?: { key: string; signs: string };
  now?: boolean;
}

/** One answer, large enough for a thumb. */
export const press = ({ name, value, label, plain, count, marks, now = false }: PressOptions): Html =>
  html`<button${attributes({
    type: 'submit',
    class: 'press',
    name,
    value,
    'data-says': label,
    'aria-current': now ? 'true' : null,
  })}><span class="press-label">${label}</span>${plain !== undefined && html`<span class="hint">${plain}</span>`}${
    count && html`<span class="press-count" data-counts="${count.key}">${count.n > 0 && count.n}</span>`
  }${marks && html`<span class="press-marks" data-marks="${marks.key}">${marks.signs}</span>`}</button>`;
