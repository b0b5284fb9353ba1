import { t } from '#platform/i18n/i18n.ts';
import { galleryForms } from '#ui/gallery/forms.ts';
import { galleryPictures } from '#ui/gallery/pictures.ts';
import { galleryTables } from '#ui/gallery/tables.ts';
import { galleryWords } from '#ui/gallery/words.ts';
import { html, type Html } from '#ui/html.ts';

/** Every component in every state, with invented content that strains it: the page on which they are tried. */
export const componentsGallery = (): Html =>
  html`<p>${t('What pages are made of. The people and figures here are invented.')}</p>
    ${galleryPictures()}${galleryForms()}${galleryTables()}${galleryWords()}`;
