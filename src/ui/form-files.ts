import { HELD_FIELD, heldUploads } from '#platform/http/held-field.ts';
import { formatList, t } from '#platform/i18n/i18n.ts';
import { html, type Html, type Value } from '#ui/html.ts';

/** What is known of files that were chosen in `field` before: those kept, and those to choose again. */
export const filesFromBefore = (
  field: string,
  id: string,
  values: Readonly<Record<string, unknown>>,
): Value => [heldFiles(field, id, values), filesToChooseAgain(values[field])];

/** "Keep as draft" sends the names of files, not the files. */
function filesToChooseAgain(named: unknown): Value {
  const names = [named].flat().filter((name) => typeof name === 'string' && name !== '');
  return (
    names.length > 0 &&
    html`<p class="hint">
      ${t('A draft keeps words, not files. Choose again: {names}.', { names: formatList(names as string[]) })}
    </p>`
  );
}

/**
 * The files chosen when the form was sent before and came back. They are kept and go with it when it is
 * sent again, unless their box is unticked.
 */
function heldFiles(field: string, id: string, values: Readonly<Record<string, unknown>>): Html | null {
  const held = heldUploads(values[HELD_FIELD]).filter((each) => each.field === field);
  if (held.length === 0) return null;
  return html`<fieldset class="held-files">
    <legend>${t('Kept from before. Untick a file to leave it out.')}</legend>
    ${held.map(
      ({ name, value }, index) =>
        html`<label class="choice"
          ><input
            type="checkbox"
            id="${id}-held-${index + 1}"
            name="${HELD_FIELD}"
            value="${value}"
            checked
          /><bdi>${name}</bdi></label
        >`,
    )}
  </fieldset>`;
}
