import { t } from '#platform/i18n/i18n.ts';
import { details } from '#ui/details.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';

interface TakenAway {
  /** Tells them apart from the other forms of the page. */
  id: string;
  title: string;
  /** Where to press to have it back. */
  restore: string;
}

/** What was taken away and can be brought back, folded. `says` has the number in words. Nothing when it is empty. */
export const takenAway = (says: string, things: readonly TakenAway[]): Html | false =>
  things.length > 0 &&
  details(
    says,
    html`<ul class="items with-end">
      ${things.map(
        ({ id, title, restore }) =>
          html`<li>
            <span><bdi>${title}</bdi></span>
            ${form({ action: restore, button: t('Bring it back'), describe: title, quiet: true, prefix: `restore-${id}` })}
          </li>`,
      )}
    </ul>`,
  );
