import { t, tn } from '#platform/i18n/i18n.ts';
import { html, nothing, type Html } from '#ui/html.ts';

/**
 * What is to be mended, on top of a form, each a link to its field. It takes the focus when the page
 * opens, with and without JavaScript, so nobody has to hunt for what went wrong.
 */
export function errorSummary(
  errors: Readonly<Record<string, string>>,
  idOf: (name: string) => string,
  wasShown: (name: string) => boolean,
): Html {
  const entries = Object.entries(errors);
  if (entries.length === 0) return nothing;
  return html`<div class="errors" role="alert" tabindex="-1" autofocus>
    <h2>${tn(entries.length, 'One thing to look at', '{n} things to look at')}</h2>
    <p>${t('Nothing is lost: what you wrote is still here.')}</p>
    <ul>
      ${entries.map(
        ([name, message]) =>
          html`<li>${wasShown(name) ? html`<a href="#${idOf(name)}">${message}</a>` : message}</li>`,
      )}
    </ul>
  </div>`;
}
