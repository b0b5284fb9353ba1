import { everybody } from '#platform/access/audience-words.ts';
import type { Content } from '#platform/http/content.ts';
import { t } from '#platform/i18n/i18n.ts';
import { html } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { doorHref } from '../addresses.ts';
import { pictureDrawing, pictureName, pictures, rowLength } from '../pictures.ts';

/** The pictures to press, and how many were pressed; which they were is not shown again. */
export const rowContent = (
  code: string,
  { personId, called }: { personId: string; called: string },
  row: readonly string[],
  errors?: Readonly<Record<string, string>>,
): Content => ({
  title: called,
  audience: everybody(t('Only the pictures on the card open it.')),
  trail: [{ label: t('That is not me'), href: doorHref(code) }],
  body: html`${errors && row.length === 0 && notice('caution', Object.values(errors)[0] ?? '')}
    <h2>${t('Press your four pictures')}</h2>
    <p role="status">
      <span aria-hidden="true">${'●'.repeat(row.length)}${'○'.repeat(rowLength - row.length)}</span>
      <span class="hidden">${t('{n} of {all} pressed', { n: row.length, all: rowLength })}</span>
    </p>
    <form method="post" action="${doorHref(code, personId)}" class="picture-keys">
      <input type="hidden" name="row" value="${row.join(' ')}" />
      ${pictures.map(
        (id) =>
          html`<button type="submit" class="tile" name="picture" value="${id}">
            ${pictureDrawing(id)}<span>${pictureName(id)}</span>
          </button>`,
      )}
    </form>
    ${row.length > 0 && html`<p><a href="${doorHref(code, personId)}">${t('Begin again')}</a></p>`}`,
});
