import type { Content } from '#platform/http/content.ts';
import { t } from '#platform/i18n/i18n.ts';
import { linkButton, printButton } from '#ui/actions.ts';
import { html, type Html } from '#ui/html.ts';
import { cardsHref, doorHref } from '../addresses.ts';
import { pictureDrawing, pictureName } from '../pictures.ts';

/** A card with the row that stands on it, for the moment of its making. */
export interface MadeCard {
  name: string;
  row: readonly string[];
}

/** The cards as they are printed and cut out. They are shown this once: nobody can look them up. */
export const sheetView = (
  unit: { id: string; name: string },
  code: string,
  cards: readonly MadeCard[],
  address: string,
): Content => ({
  title: t('Cards to print: {class}', { class: unit.name }),
  wide: true,
  audience: {
    icon: 'private',
    words: t('You alone, this once'),
    why: t('The pictures are kept nowhere that anybody could read them. Print the sheet now.'),
  },
  trail: [{ label: t('Picture cards of {class}', { class: unit.name }), href: cardsHref(unit.id) }],
  body: html`<p data-print>
      ${t('Print this sheet now, and cut it. Whoever has a card can come in with it: keep them in the classroom.')}
    </p>
    ${printButton()}
    <div class="picture-cards">
      ${cards.map((card) => one(card, unit.name, `${address.replace(/^https?:\/\//, '')}${doorHref(code)}`))}
    </div>
    <p data-print>${linkButton({ label: t('I have printed them'), href: cardsHref(unit.id) })}</p>`,
});

const one = ({ name, row }: MadeCard, unit: string, door: string): Html =>
  html`<section class="picture-card">
    <h2 class="picture-card-name"><bdi>${name}</bdi></h2>
    <ol class="picture-row">
      ${row.map((id) => html`<li>${pictureDrawing(id)}<br /><span>${pictureName(id)}</span></li>`)}
    </ol>
    <p class="meta"><bdi>${unit}</bdi>: ${door}</p>
  </section>`;
