import { t, tn } from '#platform/i18n/i18n.ts';
import type { Fields } from '#ui/form-types.ts';
import { html, nothing, type Html } from '#ui/html.ts';

/**
 * What is to be mended, on top of a form, in the order of its fields and each a link to its own. It takes the
 * focus when the page opens, with and without JavaScript, so nobody has to hunt for what went wrong.
 */
export function errorSummary(
  errors: Readonly<Record<string, string>>,
  { idOf, placeOf, asksPassword }: Pick<Fields, 'idOf' | 'placeOf' | 'asksPassword'>,
): Html {
  const entries = Object.entries(errors).sort(([a], [b]) => placeOf(a) - placeOf(b));
  if (entries.length === 0) return nothing;
  return html`<div class="errors" role="alert" tabindex="-1" autofocus>
    <h2>${tn(entries.length, 'One thing to look at', '{n} things to look at')}</h2>
    <p>
      ${
        asksPassword()
          ? t(
              'Type the password again: it is never sent back to a page. Whatever else you wrote is still here.',
            )
          : t('Nothing is lost: what you wrote is still here.')
      }
    </p>
    <ul>
      ${entries.map(
        ([name, message]) =>
          html`<li>${placeOf(name) >= 0 ? html`<a href="#${idOf(name)}">${message}</a>` : message}</li>`,
      )}
    </ul>
  </div>`;
}
